"""The rows as one table, for a terminal or for a README."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from rosterctl.domain.tier import Tier
from tests.bench.rows import SHORTAGES, Row

HEADERS = (
    *("input", "who", "exit", "seconds", "MB", "own team", "nights apart", "findings"),
    *(tier.title for tier in Tier),
    *("gaps to our bound", "own gap", "aim"),
)
LEFT = ("input", "who", "gaps to our bound", "aim")
NOTHING = "-"


def table(rows: Sequence[Row], *, markdown: bool = False) -> str:
    aligned = ["left" if header in LEFT else "right" for header in HEADERS]
    form = "pipe" if markdown else "simple"
    cells = [_cells(row) for row in rows]
    return tabulate(cells, headers=HEADERS, tablefmt=form, disable_numparse=True, colalign=aligned)


def _cells(row: Row) -> list[str]:
    memory = f"{row.memory:,.0f}" if row.memory else NOTHING
    cells = [
        row.input,
        row.who,
        str(row.exit),
        f"{row.seconds:,.1f}" if row.seconds >= 10 else f"{row.seconds:.2f}",
    ]
    cells += [memory, *_roster(row)]
    cells += [f"{row.tiers[key]:,}" if (key := str(int(tier))) in row.tiers else NOTHING for tier in Tier]
    gaps = [row.gap(tier) for tier in SHORTAGES]
    cells.append(" / ".join(map(_share, gaps)) if any(gap is not None for gap in gaps) else NOTHING)
    return [*cells, _share(row.own_gap), row.reach]


def _roster(row: Row) -> list[str]:
    if row.findings is None:
        return [NOTHING] * 3
    own = NOTHING if row.own_team is None else f"{row.own_team:.2%}"
    return [own, f"{row.nights} / {row.nights_overall}", f"{sum(row.findings.values()):,}"]


def _share(gap: float | None) -> str:
    if gap is None:
        return NOTHING
    return "below" if gap < 0 else f"{gap:.2%}"
