"""CSV that survives a spreadsheet: byte order mark, CRLF, and no cell that Excel takes for a formula.

A cell that starts with `=`, `+`, `-`, `@`, a tab or a line break, or with a full-width twin of these, gets a
leading apostrophe (OWASP, "CSV Injection"). A lone `-` and numbers stay as they are: they cannot be formulas.
Raw CSV has none of this and is what other programs want.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_RISKY = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_HARMLESS = re.compile(r"-|[-+]?\d+(?:[.,]\d+)*%?")
_QUOTED = re.compile('[",\r\n]|^\\s|\\s$')
_BOM = "\ufeff"


@dataclass(frozen=True)
class Sheet:
    """How cells and rows become text; `raw` leaves out whatever is meant for spreadsheets only."""

    raw: bool = False
    _known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def cell(self, text: str) -> str:
        """One cell, guarded and quoted. The same few texts come over and over, so each is done once."""
        known = self._known.get(text)
        if known is None:
            plain = text if self.raw else guarded(text)
            known = f'"{plain.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(plain) else plain
            self._known[text] = known
        return known

    def row(self, cells: Iterable[object]) -> str:
        return ",".join([self.cell(str(cell)) for cell in cells])

    def file(self, columns: Iterable[str], rows: Iterable[str]) -> bytes:
        """The whole file; every row has been through `row` or `cell`."""
        text = "\r\n".join([self.row(columns), *rows, ""])
        return (text if self.raw else _BOM + text).encode()


def guarded(text: str) -> str:
    """The text as a spreadsheet may safely show it."""
    if _RISKY.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def yes_no(flag: bool) -> str:
    return "yes" if flag else "no"


def decimal_hours(minutes: int) -> str:
    """Hours with up to two decimals: `12`, `1.33`."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
