"""One row of the bench's table: what was run on what, and what came of it. Rows go to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rosterctl.domain.tier import Tier, TierResult
from tests.bench.process import Run
from tests.bench.reading import Reading

SHORTAGES = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)


@dataclass
class Row:
    """`tiers` are the audit's sums by number of the tier; `bounds` what rosterctl proved for this input.

    `memory` is MiB of the whole process tree. `own_gap` is what the contestant says of its own search:
    0 is proven best. `reach` says what was aimed for and whether it was met. What was not measured is None.
    """

    input: str
    who: str
    exit: int
    seconds: float
    memory: float
    duties: int | None = None
    own_team: float | None = None
    nights: int | None = None
    nights_overall: int | None = None
    findings: dict[str, int] | None = None
    tiers: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    own_gap: float | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    reach: str = ""

    @classmethod
    def of(cls, input: str, who: str, run: Run, reading: Reading | None = None) -> Row:
        row = cls(input, who, run.code, round(run.seconds, 2), round(run.memory, 1))
        if reading:
            row.duties, row.own_team = reading.duties, reading.own_team
            row.nights, row.nights_overall = reading.nights, reading.nights_overall
            row.findings = dict(reading.findings)
            row.tiers = {str(int(tier)): value for tier, value in reading.values.items()}
        return row

    def gap(self, tier: Tier) -> float | None:
        """How far the audit's sum lies above the proven bound, as a share of the sum; None without a bound.

        Below zero when the roster is better than what was said to be best.
        """
        value, bound = self.tiers.get(str(int(tier))), self.bounds.get(str(int(tier)))
        if value is None or bound is None:
            return None
        return TierResult(tier, value, bound, 0.0).gap

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"gaps": {str(int(tier)): self.gap(tier) for tier in Tier}}

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> Row:
        return cls(**{name: value for name, value in fields.items() if name != "gaps"})


def below_bound(row: Row) -> str:
    """What to say of a lawful roster that is better than what was proven best; empty if it is not.

    A bound holds for rosters whose tiers above are at their own bounds, so the first difference decides.
    """
    for tier in SHORTAGES:
        key = str(int(tier))
        if row.findings != {} or key not in row.bounds or row.tiers[key] > row.bounds[key]:
            return ""
        if row.tiers[key] < row.bounds[key]:
            return (
                f"{row.input}: the roster of {row.who} is lawful by our audit, and its {tier.title} "
                f"({row.tiers[key]:,}) lies below our proven bound ({row.bounds[key]:,}): the bound is wrong"
            )
    return ""


@dataclass(frozen=True)
class Reach:
    """What is aimed for: at most so many seconds and MiB, and gaps of the three kinds of shortage."""

    seconds: float
    memory: float | None = None
    gap: float | None = None

    def said_of(self, row: Row) -> str:
        """`≤ 60 s met; ≤ 1,024 MB missed`; a run that made nothing has met nothing."""
        worked = row.exit in (0, 6)
        parts = [_said(f"≤ {self.seconds:g} s", worked and row.seconds <= self.seconds)]
        if self.memory is not None:
            parts.append(_said(f"≤ {self.memory:,.0f} MB", worked and row.memory <= self.memory))
        if self.gap is not None:
            gaps = [row.gap(tier) for tier in SHORTAGES]
            closed = worked and all(gap is not None and gap <= self.gap for gap in gaps)
            parts.append(_said(f"gaps ≤ {self.gap:.0%}", closed))
        return "; ".join(parts)


def _said(aim: str, met: bool) -> str:
    return f"{aim} {'met' if met else 'missed'}"
