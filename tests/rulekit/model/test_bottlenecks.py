"""Sets of people that can be too small, and the slots that nobody outside of them fills."""

from __future__ import annotations

from rosterctl.domain.crew import Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.rulekit.model.bottlenecks import OneOf, bottlenecks
from tests.support.bureaus import officer
from tests.support.places import ONE, PAIR, crew

SWORN, AUXILIARY = officer("s", leader=False), officer("x", role="auxiliary")
RIDER = officer("r", leader=False, skills=("rider",))
MIN, PLAN = Level.MINIMUM, Level.PLAN


def taken(accepts: OneOf, *people: Officer) -> list[str]:
    return [one.id for one in people if accepts(one)]


def test_a_pair_needs_sworn_officers_and_heads() -> None:
    """Two sworn, or one and two auxiliaries: sworn slots only the sworn fill, the others anybody."""
    ladder = ((MIN, PAIR),)
    sworn, anybody = sorted(
        bottlenecks([SWORN, AUXILIARY], [ladder]), key=lambda one: len(taken(one.accepts, SWORN, AUXILIARY))
    )
    assert taken(sworn.accepts, SWORN, AUXILIARY) == ["s"]
    assert taken(anybody.accepts, SWORN, AUXILIARY) == ["s", "x"]
    assert sworn.confined == {ladder: ((MIN, 0, 2), (MIN, 1, 1))}
    assert anybody.confined == {ladder: ((MIN, 0, 2), (MIN, 1, 3))}


def test_every_level_and_ladder_is_confined_by_itself() -> None:
    low, high = ((MIN, ONE),), ((MIN, ONE), (PLAN, PAIR))
    found = bottlenecks([SWORN], [low, high])
    [only] = found  # one kind of officer fills every slot there is
    assert only.confined == {low: ((MIN, 0, 1),), high: ((MIN, 0, 1), (PLAN, 0, 2), (PLAN, 1, 3))}


def test_unions_are_looked_at_only_where_they_hang_together() -> None:
    """Riders and drivers have nobody in common: their union asks no more than each does."""
    driver = officer("d", leader=False, skills=("driver",))
    apart = ((MIN, crew("apart", {"any+rider": 1, "any+driver": 1})),)
    people = [RIDER, driver]
    assert [taken(one.accepts, *people) for one in bottlenecks(people, [apart])] == [["d"], ["r"]]
    both = officer("b", leader=False, skills=("driver", "rider"))
    people = [RIDER, driver, both]
    found = {tuple(taken(one.accepts, *people)): one for one in bottlenecks(people, [apart])}
    assert sorted(found) == [("d", "b"), ("r", "b"), ("r", "d", "b")]
    assert found["r", "d", "b"].confined == {apart: ((MIN, 0, 2),)}
    assert found["r", "b"].confined == {apart: ((MIN, 0, 1),)}


def test_unions_grow_along_a_chain() -> None:
    """The slots a, b and c hang together by who fills two of them: all three are one set of four people."""
    skills = (("a",), ("a", "b"), ("b", "c"), ("c",))
    people = [officer("".join(one), leader=False, skills=one) for one in skills]
    chain = ((MIN, crew("chain", {"any+a": 1, "any+b": 1, "any+c": 1})),)
    found = {tuple(taken(one.accepts, *people)): one for one in bottlenecks(people, [chain])}
    assert set(found) == {
        ("a", "ab"),
        ("ab", "bc"),
        ("bc", "c"),
        ("a", "ab", "bc"),
        ("ab", "bc", "c"),
        ("a", "ab", "bc", "c"),
    }
    assert found["a", "ab", "bc", "c"].confined == {chain: ((MIN, 0, 3),)}


def test_a_slot_that_nobody_fills_is_a_bottleneck_of_nobody() -> None:
    winged = ((MIN, crew("winged", {"any+pilot": 1})),)
    [nobody] = bottlenecks([SWORN], [winged])
    assert taken(nobody.accepts, SWORN) == []
    assert nobody.confined == {winged: ((MIN, 0, 1),)}


class Counting(Slot):
    """Writes down whom it was asked about."""

    asked: list[str] = []  # noqa: RUF012

    def accepts(self, officer: Officer) -> bool:
        self.asked.append(officer.id)
        return super().accepts(officer)


def test_one_of_several_slots_takes_the_officer_and_each_is_asked_once() -> None:
    slots = (Counting("any", ("pilot",)), Counting("any", ("rider",)))
    one = OneOf(slots)
    assert [one(RIDER), one(SWORN), one(RIDER), one(SWORN)] == [True, False, True, False]
    assert Counting.asked == ["r", "r", "s", "s"]
    assert one == OneOf(slots)
    assert hash(one) == hash(OneOf(slots))
    assert one != OneOf(slots[:1])
