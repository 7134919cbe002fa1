"""What is to be repaired, and which dates of whom that opens: all others stay as published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.what_stands import is_anew, same_choice
from rosterctl.planning.rotation.menus import Days, choice_of
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.timeline.horizon import ONE_DAY, Horizon


@dataclass(frozen=True)
class Damage:
    """What is to be repaired together.

    On the dates in `days` everybody of the units may be moved; officers in `loose` may fall back to the
    plain rotation on any date, from a recall to a day off. `lines` is what should be worked, by officer id
    and date, also by people who are lent to the units; `due` are dates on which the plain rotation should be,
    and to leave one out is a change too. `sites` are the event sites the units man, by (event id, unit id).
    What begins before `earliest` (minutes since 1970-01-01 UTC) stays as it is: nobody is newly sent there,
    nobody taken off. The lines of officers in `held` stay as they are, and so do all on dates in `beyond`, at
    whose posts nobody looks. By officer id, `may_go` are dates of plain duty that may be left out for a
    rule. Units but the first are its lenders; their people may be moved on the dates in `lending` alone, if
    it is not None.
    """

    units: tuple[str, ...]
    days: frozenset[date]
    loose: frozenset[str]
    lines: Mapping[str, Mapping[date, Duty]]
    due: Mapping[str, frozenset[date]]
    sites: Mapping[tuple[str, str], int]
    earliest: int = 0
    looked_at: frozenset[date] = frozenset()
    held: frozenset[str] = frozenset()
    beyond: frozenset[date] = frozenset()
    may_go: Mapping[str, frozenset[date]] = field(default_factory=dict)
    lending: frozenset[date] | None = None

    @property
    def closed(self) -> Damage:
        """The same with its dates only looked at: nobody may be moved on them."""
        return self.only(())

    def only(self, days: Collection[date]) -> Damage:
        """The same with all its dates looked at, and people moved only on those of them."""
        return replace(self, days=self.days.intersection(days), looked_at=self.days)

    def moves(self, bureau: Bureau, officer: str, day: date) -> bool:
        """May the officer be moved on the date, as far as the unit goes?"""
        lent = self.lending is not None and bureau.officers[officer].on(day).unit in self.units[1:]
        return day in self.days and (not lent or day in (self.lending or ()))

    def may_be_off(self, officer: str) -> frozenset[date]:
        """The dates on which the officer need not work the plain rotation.

        Plain duty makes no room for what else is too much on an officer's line: who is loose is not let off.
        """
        nothing = frozenset[date]()
        days = nothing if officer in self.loose else self.days
        return days | self.due.get(officer, nothing) | self.may_go.get(officer, nothing)


def near_dates(days: Collection[date], horizon: Horizon) -> set[date]:
    """These dates of the horizon and those near them, on which somebody may find hours and rest to help."""
    reach = range(-PARAMS.repair.near_days, PARAMS.repair.near_days + 1)
    near = {day + step * ONE_DAY for day in days for step in reach}
    return {day for day in near if day in horizon}


def not_anew(anew: Mapping[str, date], unit: str, days: Collection[date]) -> set[date]:
    """Those of the dates on which the unit is carried on and not made anew."""
    return {day for day in days if not is_anew(anew, unit, day)}


def lines_of_units(
    lines: Mapping[str, Mapping[date, Duty]], units: Collection[str], own: Collection[str]
) -> dict[str, Mapping[date, Duty]]:
    """The lines of their own people, and of who is on duty in one of the units on any date."""
    return {
        officer: line
        for officer, line in lines.items()
        if officer in own or any(duty.unit in units for duty in line.values())
    }


def lenders_of(bureau: Bureau, unit: str, days: Collection[date]) -> list[str]:
    """From whom the unit may borrow on any of the dates; whom it asks first, first."""
    borrowing = (bureau.units[unit].on(day).borrows_from for day in sorted(days))
    return list(dict.fromkeys(chain.from_iterable(borrowing)))


def watched_days(offers: Offers, damage: Damage) -> tuple[date, ...]:
    """The duty days on which the posts are looked at: where heads may differ, and the mornings after."""
    freed = damage.loose - damage.held
    moved = {day for officer in freed for day in _undecided(offers, damage, officer)}
    days = damage.days | damage.looked_at | moved
    near = days | {day + ONE_DAY for day in days}
    return tuple(day for day in offers.horizon if day in near - damage.beyond)


def _undecided(offers: Offers, damage: Damage, officer: str) -> Iterator[date]:
    """The dates on which there is more than one thing for the officer to do; to stay off is one."""
    for day, choices in offers.open.get(officer, {}).items():
        recalled = any(choice.origin is Origin.RECALL for choice in choices)
        if len(choices) > 1 or recalled or day in damage.may_be_off(officer):
            yield day


def opened(offers: Offers, damage: Damage) -> Offers:
    """The offers with everything fixed as published but for the open dates."""
    open_: dict[str, Days] = {}
    fixed: dict[str, Days] = {}
    for officer, menu in offers.open.items():
        mine: dict[date, tuple[Choice, ...]] = {}
        stays = dict(offers.fixed[officer])
        stays.update(_beyond_menu(offers.bureau, menu, damage.lines.get(officer, {})))
        for day, choices in menu.items():
            published = published_choice(offers.bureau, officer, choices, damage, day)
            if officer in damage.held or day in damage.beyond:
                stays[day] = () if published is None else (published,)
            elif published is not None and (
                published.unit not in damage.units
                or published not in choices
                or published.start < damage.earliest
            ):
                stays[day] = (published,)
            elif damage.moves(offers.bureau, officer, day) and not _has_given(offers.bureau, officer, day):
                mine[day] = tuple(
                    one
                    for one in choices
                    if one.unit in damage.units and (one.start >= damage.earliest or one == published)
                )
            elif published is None:
                continue
            elif officer in damage.loose:
                mine[day] = tuple(one for one in choices if one.plain or one == published)
            else:
                stays[day] = (published,)
        open_[officer], fixed[officer] = mine, stays
    return replace(offers, open=open_, fixed=fixed)


def _beyond_menu(
    bureau: Bureau, menu: Days, line: Mapping[date, Duty]
) -> Iterator[tuple[date, tuple[Choice, ...]]]:
    """What is worked by exchange on dates on which the officer's own team offers nothing."""
    for day, duty in line.items():
        if day not in menu:
            shift = bureau.worked_shift(duty)
            yield day, (choice_of(bureau, day, shift, duty.unit, duty.origin, False),)


def _has_given(bureau: Bureau, officer: str, day: date) -> bool:
    """Is the officer's duty of that date another's by a swap or substitution?"""
    return any((leg.giver, leg.day) == (officer, day) for legs in bureau.handovers for leg in legs)


def published_choice(
    bureau: Bureau, officer: str, choices: Sequence[Choice], damage: Damage, day: date
) -> Choice | None:
    """What should be worked on the date, nothing if None."""
    duty = damage.lines.get(officer, {}).get(day)
    if duty is not None:
        as_offered = None if duty.until < bureau.shifts[duty.shift].end else same_choice(choices, duty)
        return as_offered or choice_of(bureau, day, bureau.worked_shift(duty), duty.unit, duty.origin, False)
    if day in damage.due.get(officer, ()):
        return next((choice for choice in choices if choice.plain), None)
    return None
