"""A page of `show`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """The same content twice: `text` is safe to print, `fields` is ready for JSON."""

    text: str
    fields: dict[str, Any]
