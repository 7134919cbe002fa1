"""The counts of the plain rotation, and a model that knows what it is started from."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.model import BlockModel, plain_counts
from rosterctl.planning.counts.plan import Block, Start
from rosterctl.planning.knowledge import Knowledge
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, small_bureau, unit

TUESDAY = MONDAY + timedelta(days=1)
RULES = {"posts": {}, "crews": {}, "events": {}, "strength": {}}


def known_of(days: int) -> Knowledge:
    home = unit(recalls=("day",), shifts={"D": ("day", "overlap-evening")})
    return Knowledge(small_bureau(units=[home], rules=RULES), Horizon(MONDAY, days))


def test_without_any_search_the_counts_are_those_of_the_rotation() -> None:
    known = known_of(2)
    groups = make_groups(known.offers, known.rules, ["U1"], frozenset(known.horizon))
    found = {key[1]: dict(each) for key, each in plain_counts(groups).items()}
    assert found == {
        "A": {(MONDAY, "day", "U1"): 1, (TUESDAY, "night", "U1"): 1},
        "B": {(MONDAY, "night", "U1"): 1},
        "C": {},
        "D": {(TUESDAY, "day", "U1"): 1},
    }


def built(days: int = 1) -> BlockModel:
    known = known_of(days)
    block = Block(("U1",), frozenset(known.horizon), None, None)
    return BlockModel(known.offers, known.rules, block, known.before)


def test_it_starts_from_the_rotation_or_from_what_is_counted_or_worked() -> None:
    model = built()
    day, longer = (
        next(choice for group, choice in model.board.counts if choice.shift == shift)
        for shift in ("day", "overlap-evening")
    )
    key = next(group.key for group in model.groups if group.team == "A")

    def starts(start: dict[int, int]) -> dict[str, int]:
        named = {
            (group.team, choice.shift): number
            for (group, choice), count in model.board.counts.items()
            for number in count.terms
        }
        return {shift: start[number] for (team, shift), number in named.items() if team == "A"}

    assert starts(dict(model.values(Start()))) == {"day": 1, "overlap-evening": 0}
    counted = {key: {(longer.day, longer.shift, longer.unit): 1}}
    assert starts(dict(model.values(Start(counted=counted)))) == {"day": 0, "overlap-evening": 1}
    assert starts(dict(model.values(Start([("a", day)], counted)))) == {"day": 1, "overlap-evening": 0}
