"""A line board that writes down what it is told, and lines of hand-made choices for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.model.board import Choice, Line
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau

HOUR = 60
MIDNIGHT = small_bureau().clock.number(MONDAY, 0)
"""Minutes since 1970-01-01 UTC at which MONDAY begins in the small bureau."""


def made(day: int, start: float, end: float, shift: str = "x", **details: object) -> Choice:
    """A choice of the day-th date from MONDAY, by hours of its clock; no shift of a bureau is like it."""
    at = MIDNIGHT + day * 24 * HOUR
    known: dict[str, object] = {
        "unit": "U1",
        "origin": Origin.ROTATION,
        "all_night": False,
        "touches_night": False,
        "plain": False,
        "paid": round((end - start) * HOUR),
        **details,
    }
    return Choice(
        day=MONDAY + timedelta(days=day),
        shift=shift,
        start=at + round(start * HOUR),
        end=at + round(end * HOUR),
        **known,  # type: ignore[arg-type]
    )


@dataclass(frozen=True)
class Menu:
    """A line with these choices, of one officer or several."""

    officers: Sequence[Officer]
    every: Sequence[Choice]

    def choices(self, day: date) -> Sequence[Choice]:
        return tuple(one for one in self.every if one.day == day)


@dataclass
class ToldBoard:
    """Implements `rulekit.model.board.LineBoard`. `told` are the sums: terms, limit, what is used by id.

    The horizon begins on MONDAY; `before` and `after` dates around it are known.
    """

    lines: Sequence[Line]
    length: int = 1
    before: int = 0
    after: int = 0
    bureau: Bureau = field(default_factory=small_bureau)
    told: list[tuple[dict[Choice, int], int, dict[str, int]]] = field(default_factory=list)

    @property
    def horizon(self) -> Horizon:
        return Horizon(MONDAY, self.length)

    @property
    def days(self) -> Sequence[date]:
        return tuple(self.horizon)

    @property
    def known_days(self) -> Sequence[date]:
        return tuple(MONDAY + timedelta(days=n) for n in range(-self.before, self.length + self.after))

    def at_most(
        self,
        line: Line,
        terms: Iterable[tuple[Choice, int]],
        limit: int,
        used: Callable[[Officer], int] | None = None,
    ) -> None:
        spent: Mapping[str, int] = {one.id: used(one) for one in line.officers} if used else {}
        self.told.append((dict(terms), limit, dict(spent)))
