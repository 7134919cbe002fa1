"""The parts that a rule may be made of: what each is asked and what it answers.

In a rule's file every part takes the rule's own `options` first. A `Rule` holds it with the options already
given, so who asks a rule writes what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Duty
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, CoverBoard, FairShares, LineBoard
from rosterctl.timeline.horizon import Horizon

Accepts = Callable[[Officer], bool]
"""Takes some officers and not others; the same object, or an equal one, wherever the same are meant."""


@dataclass(frozen=True, slots=True)
class Company:
    """Whoever `who` takes is on duty in a unit only while somebody whom `beside` takes is on duty there."""

    who: Accepts
    beside: Accepts


class Attendance(Protocol):
    """The view for rules that explain a shortage: the bureau, and where those were who could have come."""

    @property
    def bureau(self) -> Bureau: ...

    def away(self, unit: str, day: date) -> Sequence[Officer]:
        """Members on the roll whom the rotation calls on this date and who are absent."""

    def let_off(self, unit: str, day: date) -> Sequence[Officer]:
        """Members who are there, whom the rotation calls on this date, and who have no duty on it."""

    def others(self, cost: Cost, day: date, who: Accepts, called: str) -> str:
        """A sentence on where those of the cost's unit were who could have come.

        `who` takes them and `called` names them: `leaders: 3 on the roll, of them 1 away, 2 off duty`.
        """


class AllowsPart(Protocol):
    """May this officer work this choice at all, whatever else is worked?"""

    def __call__(self, bureau: Bureau, officer: Officer, choice: Choice) -> bool: ...


class ConstrainPart(Protocol):
    """Tells the board what one officer's succession of duties must obey."""

    def __call__(self, board: LineBoard) -> None: ...


class CoverPart(Protocol):
    """Tells the board what those on duty together must obey, and what a shortage costs."""

    def __call__(self, board: CoverBoard) -> None: ...


class TellsApartPart(Protocol):
    """Whom the cover part counts apart from the others, beyond role, leading and slots of crews."""

    def __call__(self, bureau: Bureau) -> Sequence[Accepts]: ...


class ChargePart(Protocol):
    """Points of one officer's line, asked where the rule is soft; `worked` are choices of the horizon."""

    def __call__(
        self, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
    ) -> int: ...


class BurdenWeightsPart(Protocol):
    """What one block of each burden above the fair share costs, by the name of the burden."""

    def __call__(self) -> Mapping[str, int]: ...


class ChargePostsPart(Protocol):
    """Points of where people stand; `duties` are those of the roster and those known before it."""

    def __call__(self, bureau: Bureau, duties: Sequence[Duty], horizon: Horizon) -> int: ...


class LooksBackPart(Protocol):
    """The first date whose duties the rule counts when a roster has this horizon."""

    def __call__(self, horizon: Horizon) -> date: ...


class WeeklyLimitPart(Protocol):
    """Minutes a week that an officer of a role may work on average; None where the rule leaves it open."""

    def __call__(self, role: Role) -> Fraction | None: ...


@dataclass(frozen=True, slots=True)
class PayPeriod:
    """What an officer (by id) has in a fixed period from `first` to `last`, as far as its dates are `known`.

    `threshold` is that of the whole period.
    """

    officer: str
    first: date
    last: date
    known: int
    time: timedelta
    threshold: timedelta

    @property
    def above(self) -> timedelta:
        """What passes the threshold so far."""
        return max(self.time - self.threshold, timedelta())


class PayPeriodsPart(Protocol):
    """For every officer the hours of each period that a roster has dates of, as they count for pay."""

    def __call__(self, record: Record) -> Iterable[PayPeriod]: ...


class CheckPart(Protocol):
    """Breaches and costs of a roster, proved from the files and without a look at how it was made."""

    def __call__(self, record: Record) -> Iterable[Finding | Cost]: ...


class WhyShortPart(Protocol):
    """Why there is this shortage on this date, in a sentence for the planner."""

    def __call__(self, cost: Cost, day: date, attendance: Attendance) -> str: ...
