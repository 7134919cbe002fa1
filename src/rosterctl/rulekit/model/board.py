"""What a rule may ask of a model that is being built. The solver's side implements these protocols.

A *line* is what one officer works day by day. In the count stage a line stands for several interchangeable
officers (`size` > 1) and a constraint per head becomes the sum over the heads, which every lawful roster of
named officers satisfies: so the count stage is a relaxation, and its optimum a true bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Ladder, Level
from rosterctl.domain.roster import Origin
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon

NOTHING_BORNE = Tally()
Expression = Any
"""A linear expression of the solver; rules add, multiply by integers and compare, nothing else."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to spend a date: a shift worked in a unit.

    `start` and `end` are whole minutes since 1970-01-01 UTC, `paid` is minutes without the break,
    `all_night` and `touches_night` as in `domain.shift`. `plain` says that it is what the rotation gives.
    """

    day: date
    shift: str
    unit: str
    origin: Origin
    start: Instant
    end: Instant
    paid: int
    all_night: bool
    touches_night: bool
    plain: bool

    def __hash__(self) -> int:
        """Cheap, because choices are looked up a million times; equality still compares all."""
        return hash((self.start, self.shift, self.unit))


class Line(Protocol):
    """One officer, or several who are interchangeable (then `officers` has them all)."""

    @property
    def officers(self) -> Sequence[Officer]: ...

    def choices(self, day: date) -> Sequence[Choice]:
        """What may be worked on a date; outside the horizon the duties that are already fixed."""


class LineBoard(Protocol):
    """The view for rules about one officer's succession of duties."""

    @property
    def bureau(self) -> Bureau: ...

    @property
    def horizon(self) -> Horizon: ...

    @property
    def days(self) -> Sequence[date]:
        """The dates of the horizon."""

    @property
    def known_days(self) -> Sequence[date]:
        """The dates before, in and after the horizon for which duties are chosen or fixed, in order."""

    @property
    def lines(self) -> Sequence[Line]: ...

    def at_most(
        self,
        line: Line,
        terms: Iterable[tuple[Choice, int]],
        limit: int,
        used: Callable[[Officer], int] | None = None,
    ) -> None:
        """Per head: the sum of coefficient over the choices worked is at most `limit - used(officer)`.

        Coefficients are not negative. Fixed choices may be among the terms. Where fixed duties alone pass
        the limit, no open choice with a positive coefficient may be worked.
        """


@dataclass(frozen=True, slots=True)
class FairShares:
    """An officer's fair share of every burden in a horizon (None: no peers), and what the ledger carries."""

    horizon: Horizon
    fair: Tally | None = None
    carried: Tally = NOTHING_BORNE


@dataclass(frozen=True, slots=True)
class Want:
    """Identical demands of one unit at one moment: `posts` ids that all ask for the same.

    `crews` are ordered by level. A manned post takes `vehicles` of kind `vehicle` (none if empty).
    Where the posts are the sites of an event, `event` is its id; every unit that may host it has the want.
    """

    posts: tuple[str, ...]
    crews: Ladder
    vehicle: str
    vehicles: int
    event: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time in one unit during which neither the heads on duty nor the wants change.

    `start` and `end` in minutes since 1970-01-01 UTC; `day` is the date of the duty day it lies in. In
    `unknown` minutes of it nobody knows who is on duty from before, so that nothing is short.
    """

    unit: str
    day: date
    start: Instant
    end: Instant
    unknown: int = field(default=0, compare=False)

    @property
    def minutes(self) -> int:
        """Those in which a shortage counts."""
        return self.end - self.start - self.unknown


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a duty day over several units; `start` and `end` in minutes since 1970-01-01 UTC."""

    day: date
    start: Instant
    end: Instant

    @property
    def minutes(self) -> int:
        return self.end - self.start


class CoverBoard(Protocol):
    """The view for rules about who is on duty together and what they man."""

    @property
    def bureau(self) -> Bureau: ...

    @property
    def days(self) -> Sequence[date]:
        """The dates of the horizon."""

    @property
    def moments(self) -> Sequence[Moment]: ...

    def wants(self, moment: Moment) -> Sequence[Want]: ...

    def officers(self, unit: str) -> Sequence[Officer]:
        """One representative of each kind of officer who may serve in the unit."""

    def heads(self, moment: Moment, accepts: Callable[[Officer], bool]) -> Expression:
        """How many officers whom `accepts` takes are on duty in the unit at that moment.

        Rules hand in the same object, or an equal one, wherever they mean the same officers.
        """

    def free(self, moment: Moment, accepts: Callable[[Officer], bool]) -> Expression:
        """Of those heads, the ones that may be posted: all but who is still on duty from before."""

    def is_decided(self, moment: Moment) -> bool:
        """Is nobody on duty then whose duty has yet to begin, so that nobody can be sent there or kept away?

        What is wrong then stays wrong, and must not keep the rest of a roster from being put right.
        """

    def manned(self, moment: Moment, want: Want, level: Level, alternative: int) -> Expression:
        """How many posts of `want` are manned by exactly this crew alternative of this level."""

    def hosted(self, event: Event, unit: str) -> Expression:
        """How many sites of the event the unit mans throughout, 0 to `event.sites`."""

    def strength_moments(self, target: StrengthTarget) -> Iterable[tuple[Stretch, Expression]]:
        """The target's windows on the dates it applies to, cut where heads may change, with the heads.

        The heads are those of everybody on duty in the units that the target covers.
        """

    def require(self, condition: Expression) -> None:
        """A linear comparison that must hold; also a plain truth value where nothing is left open."""

    def slack(self, most: int) -> Expression:
        """A fresh non-negative integer of at most `most`."""

    def penalise(self, tier: Tier, expression: Expression, weight: int, label: str, day: date) -> None:
        """So much is missing on that date."""
