"""One team of two to six officers on a few dates, with limits set by hand, before anything is dealt to it.

Dates are counted from MONDAY. What is worked is written as a line for each officer, one word a date: the
shift, `recall` before it where it is one, `@U2` after it where it is served elsewhere, nothing for a day off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.domain.rotation import Rotation
from rosterctl.planning.counts.groups import Group, make_groups
from rosterctl.planning.names.limits import NamedBoard, make_board
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.rotation.offers import Offers, make_offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import Rule, rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, officer, rotation, small_bureau, unit

Counts = Mapping[int, Mapping[str, int]]
"""By day and word, how many are wanted."""
NIGHTS = rotation("N", (0,))
"""Every date is a night of the rotation."""
LONG_NIGHTS = ("night", "overlap-evening", "overlap-morning", "overlap-both")
"""Twelve hours, two hours more before it or after it, and two hours more on either side."""


@dataclass(frozen=True)
class Peers:
    """Officers of one team who count the same everywhere, what is open to them and what limits them."""

    bureau: Bureau
    horizon: Horizon
    rules: Sequence[Rule]
    offers: Offers
    group: Group
    board: NamedBoard

    @property
    def days(self) -> Sequence[date]:
        return tuple(self.horizon)

    def choice(self, day: int, word: str) -> Choice:
        """What is open to one of them on a date, by its word."""
        return next(one for one in self.group.open[on_day(day)] if word_of(one) == word)

    def wanted(self, counts: Counts) -> dict[Choice, int]:
        return {
            self.choice(day, word): count for day, words in counts.items() for word, count in words.items()
        }

    def limit(
        self,
        rule: str,
        terms: Mapping[tuple[int, str], int],
        most: int,
        used: Mapping[str, int] | None = None,
    ) -> None:
        """For each officer the sum over the (day, word) in `terms` is at most `most` less what is `used`."""
        self.board.rule = rule
        of = {self.choice(day, word): value for (day, word), value in terms.items()}
        for line in self.board.lines:
            mine = [(one, value) for one, value in of.items() if one in line.choices(one.day)]
            self.board.at_most(line, mine, most, _spent(used) if used else None)

    def lines(self, **words: Sequence[str]) -> Lines:
        """Officers by id with what each works from MONDAY on; who is not named works nothing."""
        lines = Lines(self.offers, self.board)
        for name, line in words.items():
            for day, word in enumerate(line):
                if word:
                    lines.put(self.bureau.officers[name], on_day(day), self.choice(day, word))
        return lines

    def shown(self, lines: Lines) -> dict[str, list[str]]:
        """The words of all lines, one for each date."""
        return {one.id: [word_of(lines.at(one, day)) for day in self.horizon] for one in self.group.officers}


def _spent(used: Mapping[str, int]) -> Callable[[Officer], int]:
    return lambda officer: used.get(officer.id, 0)


def on_day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def word_of(choice: Choice | None) -> str:
    if choice is None:
        return ""
    recall = "recall " if choice.origin is Origin.RECALL else ""
    return f"{recall}{choice.shift}{'' if choice.unit == 'U1' else '@' + choice.unit}"


def peers_of(bureau: Bureau, days: int) -> Peers:
    """The only group of a bureau."""
    (peers,) = all_peers(bureau, days)
    return peers


def all_peers(bureau: Bureau, days: int) -> list[Peers]:
    """Every group of a bureau; all of them share the offers and the board."""
    rules, horizon = rules_in_force(bureau.rulebook), Horizon(MONDAY, days)
    offers = make_offers(bureau, horizon, rules)
    board = make_board(offers, tuple(bureau.officers.values()), rules)
    groups = make_groups(offers, rules, bureau.units, frozenset(horizon))
    return [Peers(bureau, horizon, rules, offers, group, board) for group in groups]


def on_nights(names: str, days: int, shifts: Sequence[str] = LONG_NIGHTS, **more: Any) -> Peers:
    """Officers of one letter each who have a night on every date, and may be given a longer one."""
    place = unit(teams="A", rotation=NIGHTS, shifts={"N": tuple(shifts)})
    return peers_of(_team(names, place, NIGHTS, **more), days)


def on_call(names: str, days: int, recalls: Sequence[str] = ("day", "night"), **more: Any) -> Peers:
    """Officers of one letter each without a rotation, who may be recalled on every date."""
    place = unit(teams="A", rotation=IDLE, recalls=tuple(recalls))
    return peers_of(_team(names, place, IDLE, **more), days)


def on_cycle(names: str, days: int, cycle: str, **more: Any) -> Peers:
    """Officers of one letter each on one team of a cycle that begins on MONDAY; `unit` is more of it."""
    pattern = rotation(cycle, (0,))
    return peers_of(
        _team(names, unit(teams="A", rotation=pattern, **more.pop("unit", {})), pattern, **more), days
    )


def _team(names: str, place: Any, pattern: Rotation, **more: Any) -> Bureau:
    return small_bureau([officer(name) for name in names], units=[place], rotation=pattern, **more)
