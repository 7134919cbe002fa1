"""Mutations that change nothing anybody can see, by module, each with the reason."""

from __future__ import annotations

EQUIVALENT: dict[str, dict[str, str]] = {}
"""`{module: {"old -> new": reason}}`, the key as the driver prints it."""
