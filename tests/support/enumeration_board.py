"""A line board that proves a constraint by trying every line, and compares it with the rule's check.

It keeps what the rules ask for and answers, for one officer and one way to spend each date, whether that is
allowed. Choices are made from the bureau in whole minutes, rosters for the check in datetimes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.rulekit.audit.record import AFTER_DAYS, Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.model.board import Choice, FairShares, Line
from rosterctl.rulekit.registry import Rule
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, roster_of

BEFORE_DAYS = 28
RECALL = "recall "

Way = tuple[Choice | None, ...]
"""What an officer works on each date of the horizon; None is off."""


def choice_of(bureau: Bureau, officer: Officer, day: date, shift: str) -> Choice:
    """`day`, or `recall day` for a recall."""
    origin = Origin.RECALL if shift.startswith(RECALL) else Origin.ROTATION
    kind = bureau.shifts[shift.removeprefix(RECALL)]
    start, end = bureau.clock.number(day, kind.start), bureau.clock.number(day, kind.end)
    plain = bureau.plain_shift(officer, day)
    return Choice(
        day=day,
        shift=kind.id,
        unit=officer.on(day).unit,
        origin=origin,
        start=start,
        end=end,
        paid=end - start - kind.break_minutes,
        all_night=kind.all_night,
        touches_night=kind.touches_night,
        plain=plain is not None and plain.id == kind.id,
    )


@dataclass(frozen=True)
class OneLine:
    """A named officer, what may be chosen on each date of the horizon, and what is fixed around it."""

    officer: Officer
    menu: Mapping[date, tuple[Choice, ...]]

    @property
    def officers(self) -> Sequence[Officer]:
        return (self.officer,)

    def choices(self, day: date) -> Sequence[Choice]:
        return self.menu.get(day, ())


@dataclass
class EnumerationBoard:
    """Implements `rulekit.model.board.LineBoard` for one officer by keeping the sums that were asked for."""

    bureau: Bureau
    horizon: Horizon
    known_days: Sequence[date]
    lines: Sequence[OneLine]
    sums: list[tuple[dict[Choice, int], int]] = field(default_factory=list)

    @property
    def days(self) -> Sequence[date]:
        return tuple(self.horizon)

    def at_most(
        self,
        line: Line,
        terms: Iterable[tuple[Choice, int]],
        limit: int,
        used: Callable[[Officer], int] | None = None,
    ) -> None:
        """Fixed choices are worked: they use up the limit, and nothing is left where they pass it."""
        (officer,) = line.officers
        left, open_ = limit - (used(officer) if used else 0), {}
        for choice, value in terms:
            assert value >= 0, "coefficients are not negative"
            if choice.day in self.days:
                assert choice not in open_, "a choice stands in a sum once"
                open_[choice] = value
            else:
                left -= value
        self.sums.append((open_, max(left, 0)))

    def keeps(self, way: Way) -> bool:
        """Is this way to spend the horizon within every sum?"""
        return all(sum(open_.get(one, 0) for one in way if one) <= left for open_, left in self.sums)


@dataclass(frozen=True)
class Trial:
    """The officer `a`, who may work any of `shifts` or be off on each of `days` dates from `first`.

    `before` gives the shifts worked on the last dates before the horizon, `""` for none; earlier ones are
    unknown. After the horizon the rotation goes on. Reference periods are counted from `since`.
    """

    bureau: Bureau
    days: int
    shifts: tuple[str, ...]
    before: tuple[str, ...] = ()
    first: date = MONDAY
    since: date = MONDAY

    @property
    def officer(self) -> Officer:
        return self.bureau.officers["a"]

    @property
    def horizon(self) -> Horizon:
        return Horizon(self.first, self.days, min(self.since, self.first))

    @property
    def given(self) -> tuple[Duty, ...]:
        since = self.first - timedelta(days=len(self.before))
        return tuple(
            duty(
                self.bureau,
                "a",
                since + timedelta(days=n),
                shift.removeprefix(RECALL),
                recall=shift.startswith(RECALL),
            )
            for n, shift in enumerate(self.before)
            if shift
        )

    def board(self) -> EnumerationBoard:
        menu: dict[date, tuple[Choice, ...]] = {}
        for one in self.given:
            name = (RECALL if one.origin is Origin.RECALL else "") + one.shift
            menu[one.day] = (choice_of(self.bureau, self.officer, one.day, name),)
        for day in self.horizon:
            menu[day] = tuple(choice_of(self.bureau, self.officer, day, shift) for shift in self.shifts)
        for ahead in range(AFTER_DAYS):
            day = self.horizon.end + timedelta(days=ahead)
            plain = self.bureau.plain_shift(self.officer, day)
            if plain is not None and self.bureau.is_present(self.officer, day):
                menu[day] = (choice_of(self.bureau, self.officer, day, plain.id),)
        since = self.first - timedelta(days=BEFORE_DAYS)
        known = tuple(since + timedelta(days=n) for n in range(BEFORE_DAYS + self.days + AFTER_DAYS))
        bureau = replace(self.bureau, history=self.given)
        return EnumerationBoard(bureau, self.horizon, known, (OneLine(self.officer, menu),))

    def ways(self) -> Iterator[Way]:
        menu = self.board().lines[0].menu
        yield from product(*((None, *menu[day]) for day in self.horizon))

    def roster(self, way: Way) -> Roster:
        duties = [
            duty(self.bureau, "a", one.day, one.shift, recall=one.origin is Origin.RECALL)
            for one in way
            if one is not None
        ]
        roster = roster_of(self.bureau, self.first, self.days, duties, self.given)
        return replace(roster, horizon=self.horizon)

    def found(self, rule: Rule, way: Way) -> list[Finding | Cost]:
        return list(rule.check(Record(self.bureau, self.roster(way))))


def agreement(rule: Rule, trial: Trial) -> tuple[int, int]:
    """How many ways are allowed and how many forbidden; AssertionError where constraint and check disagree.

    A way counts as forbidden by the constraint also if `allows` refuses one of its choices.
    """
    board, allows = trial.board(), rule.allows
    if rule.constrain is not None:
        rule.constrain(board)
    allowed = forbidden = 0
    for way in trial.ways():
        lawful = board.keeps(way) and all(
            allows is None or allows(trial.bureau, trial.officer, one) for one in way if one
        )
        found = trial.found(rule, way)
        shown = [one.shift if one else "-" for one in way]
        assert lawful == (not found), (
            f"{shown}: constraint {'allows' if lawful else 'forbids'}, check: {found}"
        )
        allowed, forbidden = allowed + lawful, forbidden + (not lawful)
    return allowed, forbidden


def same_costs(rule: Rule, trial: Trial) -> set[int]:
    """What the ways cost as a soft rule; AssertionError where the charge and the check differ."""
    assert rule.charge is not None
    seen = set()
    for way in trial.ways():
        worked = [one for one in way if one is not None]
        charged = rule.charge(trial.bureau, trial.officer, worked, FairShares(trial.horizon))
        costs = trial.found(rule, way)
        assert all(isinstance(one, Cost) for one in costs)
        assert charged == sum(one.amount for one in costs if isinstance(one, Cost)), worked
        seen.add(charged)
    return seen
