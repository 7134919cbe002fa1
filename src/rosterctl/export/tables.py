"""Which CSV tables there are of a roster: one entry a format, made by the file of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.export.coverage_csv import coverage_csv
from rosterctl.export.leaders_csv import leaders_csv
from rosterctl.export.ledger_csv import ledger_csv
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.coverage import coverage

Format = Callable[[Bureau, Roster, Sheet], bytes]

TABLES: Mapping[str, Format] = {
    "roster.csv": roster_csv,
    "coverage.csv": lambda bureau, roster, sheet: coverage_csv(coverage(bureau, roster), sheet),
    "leaders.csv": leaders_csv,
    "ledger.csv": ledger_csv,
}
"""By file name, in the order in which they are written; a new format is one file and one line here."""


def tables(bureau: Bureau, roster: Roster, raw: bool = False) -> dict[str, bytes]:
    """Every table by file name; `raw` is for programs: no byte order mark, no guard against formulas."""
    sheet = Sheet(raw)
    return {name: made(bureau, roster, sheet) for name, made in TABLES.items()}
