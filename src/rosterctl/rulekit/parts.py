"""The parts that a rule may be made of: what each is asked and what it answers.

In a rule's file every part takes the rule's own `options` first. A `Rule` holds it with the options already
given, so who asks a rule writes what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
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
    """The view for rules that explain a shortage: the bureau, and who was not there."""

    @property
    def bureau(self) -> Bureau: ...

    def away(self, unit: str, day: date) -> Sequence[Officer]:
        """Members on the roll whom the rotation calls on this date and who are absent."""


class AllowsPart(Protocol):
    def __call__(self, bureau: Bureau, officer: Officer, choice: Choice) -> bool: ...


class ConstrainPart(Protocol):
    def __call__(self, board: LineBoard) -> None: ...


class CoverPart(Protocol):
    def __call__(self, board: CoverBoard) -> None: ...


class TellsApartPart(Protocol):
    def __call__(self, bureau: Bureau) -> Sequence[Accepts]: ...


class ChargePart(Protocol):
    def __call__(
        self, bureau: Bureau, officer: Officer, worked: Sequence[Choice], shares: FairShares
    ) -> int: ...


class BurdenWeightsPart(Protocol):
    def __call__(self) -> Mapping[str, int]: ...


class ChargePostsPart(Protocol):
    def __call__(self, bureau: Bureau, duties: Sequence[Duty], horizon: Horizon) -> int: ...


class CheckPart(Protocol):
    def __call__(self, record: Record) -> Iterable[Finding | Cost]: ...


class ExplainPart(Protocol):
    def __call__(self, cost: Cost, day: date, attendance: Attendance) -> str: ...
