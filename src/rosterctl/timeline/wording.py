"""How times are told."""

from __future__ import annotations

AFTER_MIDNIGHT = "{when} (night of {day})"
