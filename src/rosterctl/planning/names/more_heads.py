"""More heads for strength targets, once the counts are dealt: whoever may works longer, or is recalled.

What was counted for a group together leaves some members hours that add up to a duty no one of them has, and
a search that was cut off may have left most of them. Nobody works less than before, and what a post has it
keeps. Of what brings most head-minutes for its hours the stretch where most heads lack is first, and of those
who may, whoever has the fewest minutes of recalls and long shifts.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.people.officer import Officer
from rosterctl.planning.counts.groups import Group
from rosterctl.planning.names.accompaniment import Accompanied
from rosterctl.planning.names.lacks import Lack, with_undealt
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice

_Step = tuple[date, Choice | None, Choice]
"""On a date from one choice to another that lasts longer and leaves out none of its minutes."""
_Worth = tuple[float, int]


def add_heads(
    offers: Offers,
    lines: Lines,
    counted: Sequence[tuple[Group, Mapping[Choice, int]]],
    lacks: Sequence[Lack],
    accompanied: Callable[[], Accompanied],
    is_over: Callable[[], bool],
) -> None:
    """Fills what the unit `lacks`, and what was counted and could not be dealt, as far as every limit allows,
    until the time `is_over`.

    Those who need nobody's company come first, for they may be the company of the others. `accompanied` looks
    at who works now.
    """
    wanted = [one for _, choices in counted for one in choices.items()]
    officers = [officer for group, _ in counted for officer in group.officers]
    for free in (True, False):
        beside = accompanied()
        some = [officer for officer in officers if beside.is_free(officer) is free]
        open_ = with_undealt(lacks, wanted, [choice for _, choice in lines.all()])
        _fill(offers, lines, some, open_, beside.may_serve, is_over)


def _fill(
    offers: Offers,
    lines: Lines,
    officers: Iterable[Officer],
    lacks: Sequence[Lack],
    may_serve: Callable[[Officer, Choice], bool],
    is_over: Callable[[], bool],
) -> None:
    room = _Room(lacks)
    steps: dict[_Step, list[Officer]] = {}
    borne: dict[str, int] = {}
    for officer in officers:
        borne[officer.id] = sum(one.paid for one in lines.worked(officer) if not one.plain)
        for day, menu in offers.open[officer.id].items():
            now = lines.at(officer, day)
            for choice in menu:
                if _is_longer(officer, day, now, choice) and may_serve(officer, choice):
                    steps.setdefault((day, now, choice), []).append(officer)
    waiting: list[tuple[_Worth, int, _Step]] = []

    def wait(place: int, step: _Step) -> None:
        if worth := room.worth(step):
            heapq.heappush(waiting, (worth, place, step))

    for place, step in enumerate(steps):
        wait(place, step)
    while waiting and not is_over():
        worth, place, step = heapq.heappop(waiting)
        if worth == room.worth(step):
            asked = _first(lines, steps[step], borne, step)
            if asked is None:
                continue
            day, before, choice = step
            lines.put(asked, day, choice)
            borne[asked.id] += choice.paid - (before.paid if before and not before.plain else 0)
            room.fill(step)
        wait(place, step)


def _is_longer(officer: Officer, day: date, now: Choice | None, choice: Choice) -> bool:
    """At home, in place of nothing or of a duty that it contains."""
    if choice == now or choice.unit != officer.on(day).unit:
        return False
    if now is None:
        return True
    return (
        now.unit == choice.unit
        and choice.start <= now.start
        and now.end <= choice.end
        and choice.paid > now.paid
    )


def _first(lines: Lines, officers: list[Officer], borne: dict[str, int], step: _Step) -> Officer | None:
    """Who has borne least of those who may. Who may not now may not later, for nobody works less then."""
    day, now, choice = step
    officers.sort(key=lambda one: (borne[one.id], one.id), reverse=True)
    while officers:
        officer = officers.pop()
        if lines.at(officer, day) == now and lines.may(officer, day, choice):
            return officer
    return None


class _Room:
    """Heads that may still come, stretch by stretch."""

    def __init__(self, lacks: Sequence[Lack]) -> None:
        self._lacks = sorted(lacks, key=lambda one: (one.start, one.end))
        self._heads = [one.heads for one in self._lacks]
        self._gained: dict[_Step, tuple[tuple[int, int], ...]] = {}

    def worth(self, step: _Step) -> _Worth | None:
        """What lacks by the targets' weights for each minute worked more, and the fewest heads that lack in
        any of it, both below zero: what is worth most is the smallest. None where nothing lacks.
        """
        open_ = [
            (minutes, self._heads[place]) for place, minutes in self._gains(step) if self._heads[place] > 0
        ]
        if not open_:
            return None
        _, now, choice = step
        longer = choice.paid - (now.paid if now else 0)
        return -sum(minutes for minutes, _ in open_) / longer, -min(heads for _, heads in open_)

    def fill(self, step: _Step) -> None:
        for place, _ in self._gains(step):
            self._heads[place] -= 1

    def _gains(self, step: _Step) -> tuple[tuple[int, int], ...]:
        """The places of the stretches that only the longer choice has, with their minutes."""
        if step not in self._gained:
            _, now, choice = step
            self._gained[step] = tuple(
                (place, (lack.end - lack.start) * lack.weight)
                for place, lack in enumerate(self._lacks)
                if choice.unit in lack.units
                and choice.start <= lack.start
                and lack.end <= choice.end
                and not (now and now.start <= lack.start and lack.end <= now.end)
            )
        return self._gained[step]
