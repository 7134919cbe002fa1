"""The figures of a bureau's capacity: heads by unit and window, hours wanted and supplied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rosterctl.domain.people.officer import Role
from rosterctl.domain.rulebook import Basis
from rosterctl.insight.capacity.rotation_heads import HeadRange
from rosterctl.insight.plain_rotation.breaches import RotationBreach
from rosterctl.problems import Problem
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True, slots=True)
class UnitHeads:
    """Heads of a unit on the first date; `teams` counts those with anyone in them."""

    unit: str
    name: str
    teams: int
    sworn: int
    auxiliary: int
    hours_a_week: float


@dataclass(frozen=True, slots=True)
class RotationUse:
    """A rotation on the first date on which it is worked, by heads in `phases` different phases.

    `overlap_hour` is what each hour a day in which two full teams overlap costs a head, in hours a week
    (7 / phases; 0 with a single phase).
    """

    rotation: str
    name: str
    cycle: str
    heads: int
    phases: int
    hours_a_week: float
    overlap_hour: float


@dataclass(frozen=True, slots=True)
class TargetStrength:
    """A strength target beside the heads that are there, over the `dates` it applies to.

    `everyone` and `present` (with the files' absences) work the plain rotation; `overlapped` is what the
    shifts on offer could give at most, everyone present, and `overlapped_present` the same with absences.
    """

    id: str
    name: str
    start: int
    end: int
    wanted: int
    dates: int
    everyone: HeadRange
    present: HeadRange
    overlapped: HeadRange
    overlapped_present: HeadRange

    @property
    def missed_by(self) -> int:
        """Heads short on the best date with everyone present: no roster on plain shifts does better."""
        return max(self.wanted - self.everyone.most, 0)

    @property
    def missed_at_worst(self) -> int:
        """Heads short on the worst date with everyone present."""
        return max(self.wanted - self.everyone.least, 0)

    @property
    def missed_overlapped(self) -> int:
        """Heads short on the best date even with every overlap on offer and nobody absent."""
        return max(self.wanted - self.overlapped.most, 0)


@dataclass(frozen=True, slots=True)
class DayStretch:
    """A stretch of one day in which nothing changes: what the posts ask for, who is there.

    `plan_sworn` are the sworn officers whom the plan cannot do without, `present_sworn` those who are there
    with the absences of the files.
    """

    start: int
    end: int
    minimum: int
    plan: int
    everyone: int
    present: int
    plan_sworn: int
    present_sworn: int


@dataclass(frozen=True, slots=True)
class HeadsNeeded:
    """Heads that could meet the strength targets at so many hours a week."""

    hours_a_week: float
    heads: int


@dataclass(frozen=True, slots=True)
class WeeklyLimit:
    """Hours a week that a hard rule leaves an officer of a role on average, and where that comes from."""

    role: Role
    hours: float
    rule: str
    basis: Basis


@dataclass(frozen=True)
class Capacity:
    """Hours are person-hours a week, as means over the horizon; `workday` is the date `stretches` show.

    `lawful_hours` are what all heads together may work by the limits of their roles, as far as every role has
    one; `training_hours` are plain hours of dates in training, which are work as well.

    `breaches` are the rotations that break a rule by themselves, `above_means` warns of those whose own hours
    are above what a rule allows on average.
    """

    bureau: str
    horizon: Horizon
    heads: int
    absent_share: float
    units: tuple[UnitHeads, ...]
    rotations: tuple[RotationUse, ...]
    targets: tuple[TargetStrength, ...]
    workday: date
    stretches: tuple[DayStretch, ...]
    target_hours: float
    minimum_hours: float
    plan_hours: float
    supply_hours: float
    supply_hours_present: float
    needed: tuple[HeadsNeeded, ...]
    limits: tuple[WeeklyLimit, ...] = ()
    lawful_hours: float | None = None
    training_hours: float = 0.0
    breaches: tuple[RotationBreach, ...] = ()
    above_means: tuple[Problem, ...] = ()

    @property
    def overlap_hours(self) -> float:
        """Hours a day in which only two overlapping teams can meet a target, as a mean over the horizon."""
        minutes = sum(
            (target.end - target.start) * target.dates
            for target in self.targets
            if target.everyone.most < min(target.wanted, target.overlapped.most)
        )
        return minutes / 60 / self.horizon.days

    @property
    def hours_a_head(self) -> float:
        """Hours a week that the strength targets ask of every head, whatever the pattern."""
        return self.target_hours / self.heads if self.heads else 0.0
