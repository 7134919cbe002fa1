"""A handful of peers, something dealt to them at random, and every other way in which it could be dealt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import permutations
from random import Random

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import Group, make_groups
from rosterctl.planning.names.costs import Charges, make_charges, points_of_lines
from rosterctl.planning.names.limits import NamedBoard, make_board
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import IDLE, MONDAY, absence, every_rule, officer, rotation, small_bureau, unit

CYCLES = (rotation("DNOO"), rotation("NO", (0, 1)), IDLE)
NIGHTS = ("night", "overlap-evening", "overlap-morning", "overlap-both")
RECALLS = ("peak-evening", "day", "night")


@dataclass(frozen=True)
class Dealing:
    """Lines of one group, lawful throughout, and what they cost."""

    board: NamedBoard
    lines: Lines
    group: Group
    charges: Charges

    @property
    def days(self) -> Sequence[date]:
        return self.board.days

    @property
    def counts(self) -> Counter[Choice]:
        return Counter(choice for _, choice in self.lines.all())

    @property
    def lawful(self) -> bool:
        each = enumerate(self.group.officers)
        return all(self._lawful(place, self.lines.worked(one)) for place, one in each)

    @property
    def points(self) -> tuple[int, int]:
        """Of fairness and wishes."""
        points = points_of_lines(self.charges, self.lines, self.group.officers)
        return points[Tier.FAIRNESS], points[Tier.WISHES]

    @cached_property
    def every(self) -> list[tuple[bool, int, int]]:
        """Of every way to deal the same to members to whom it is open: is it lawful, and its points."""
        return [
            (
                all(map(self._lawful, range(len(deal)), deal)),
                *map(sum, zip(*map(self._points, range(len(deal)), deal), strict=True)),
            )
            for deal in self._deals(self.days)
        ]

    def _deals(self, days: Sequence[date]) -> Iterator[list[tuple[Choice, ...]]]:
        if not days:
            yield [() for _ in self.group.officers]
            return
        now = [self.lines.at(one, days[0]) for one in self.group.officers]
        ways = [way for way in dict.fromkeys(permutations(now)) if self._open(way)]
        for rest in self._deals(days[1:]):
            for way in ways:
                yield [(*([one] if one else []), *line) for one, line in zip(way, rest, strict=True)]

    def _open(self, way: Sequence[Choice | None]) -> bool:
        return all(one is None or self.group.members(one) >> n & 1 for n, one in enumerate(way))

    def _lawful(self, place: int, line: Sequence[Choice]) -> bool:
        limits = self.board.limits[self.group.officers[place].id].limits
        return all(sum(limit.terms.get(choice, 0) for choice in line) <= limit.most for limit in limits)

    def _points(self, place: int, line: Sequence[Choice]) -> tuple[int, int]:
        return self.charges.of(self.group.officers[place], line)


def dealing_of(bureau: Bureau, horizon: Horizon, fill: Callable[[Lines, Group], None]) -> Dealing:
    """What `fill` puts into the empty lines of a bureau whose officers are all of one kind."""
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, horizon, rules)
    (group,) = make_groups(offers, rules, bureau.units, frozenset(horizon))
    board = make_board(offers, group.officers, rules)
    lines = Lines(offers, board)
    fill(lines, group)
    return Dealing(board, lines, group, make_charges(bureau, horizon, rules, lines, group.officers))


def anything(random: Random, horizon: Horizon, lines: Lines, group: Group) -> None:
    """Each officer in turn is given something he may lawfully work, or nothing, on every date."""
    often = random.uniform(0.3, 0.9)
    for day in horizon:
        for one in random.sample(group.officers, len(group.officers)):
            menu = [choice for choice in group.open.get(day, ()) if lines.may(one, day, choice)]
            if menu and random.random() < often:
                lines.put(one, day, random.choice(menu))


def draw(seed: int, **weights: int) -> Dealing:
    """Two to four peers on three to five dates around a weekend; `weights` of the burdens, else at random."""
    random = Random(seed)
    number = random.randint(2, 4)
    people = [officer(name) for name in "abcd"[:number]]
    horizon = Horizon(
        MONDAY + timedelta(days=random.randint(2, 5)), random.randint(3, {2: 8, 3: 5, 4: 4}[number])
    )
    cycle = random.choice(CYCLES)
    nights = random.sample(NIGHTS, random.randint(1, 3))
    place = unit(
        teams="A",
        rotation=cycle,
        shifts={"D": ("day",), "N": tuple(nights)} if cycle.shifts else {},
        recalls=tuple(random.sample(RECALLS, random.randint(1, 2))),
    )
    names = ("nights", "weekends", "holidays", "eves", "recalls", "overtime")
    drawn = {name: weights.get(name, 0) if weights else random.randint(0, 4) for name in names}
    options = {"fairness": {name: str(weight) for name, weight in drawn.items()}}
    options["mean_hours"] = {"sworn": str(random.choice((24, 36, 60)))}
    options["weekly_rest"] = {"severity": "off"}
    options["pay_threshold"] = {"severity": "off"}  # a price of its own, of which no bound is claimed
    bureau = small_bureau(
        people,
        units=[place],
        rotations=CYCLES,
        rules=every_rule(**options),
        absences=[
            absence(one.id, random.choice(list(horizon)))
            for one in people
            for _ in range(random.randint(0, 2))
        ],
        wishes=[
            Wish(one.id, day, random.choice(list(WishKind)), random.randint(1, 3))
            for one in people
            for day in horizon
            if random.random() < 0.2
        ],
    )
    if random.random() < 0.5:
        bureau = replace(bureau, ledger={one.id: _carried(random) for one in people})
    return dealing_of(bureau, horizon, partial(anything, random, horizon))


def _carried(random: Random) -> Tally:
    few = [random.randint(0, 3) for _ in range(5)]
    return Tally(*few, overtime_minutes=60 * random.randint(0, 6))
