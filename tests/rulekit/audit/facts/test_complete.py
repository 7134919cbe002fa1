"""Who fills a slot, when a crew is complete, and what it lacks: with one head too few and with enough."""

from __future__ import annotations

import pytest

from rosterctl.domain.crew import Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.rulekit.audit.facts.complete import (
    fills,
    heads_missing,
    highest_level,
    is_complete,
    left_open,
)
from tests.support.bureaus import officer
from tests.support.places import ONE, PAIR, TRIO, crew

LEADER = officer("leader", skills=("driver",))
SWORN = officer("sworn", leader=False, skills=())
AUXILIARY = officer("auxiliary", role="auxiliary")
DRIVER = officer("driver", role="auxiliary", skills=("driver",))
PROMOTED = officer("promoted", role="auxiliary", leader=True)
"""A mistake in the files: no auxiliary leads."""


@pytest.mark.parametrize(
    ("slot", "people"),
    [
        (Slot("sworn"), [LEADER, SWORN]),
        (Slot("leader"), [LEADER]),
        (Slot("auxiliary"), [LEADER, SWORN, AUXILIARY, DRIVER, PROMOTED]),
        (Slot("any"), [LEADER, SWORN, AUXILIARY, DRIVER, PROMOTED]),
        (Slot("any", ("driver",)), [LEADER, DRIVER]),
        (Slot("sworn", ("driver",)), [LEADER]),
        (Slot("any", ("driver", "rider")), []),
    ],
    ids=str,
)
def test_who_fills_a_slot(slot: Slot, people: list[Officer]) -> None:
    everybody = [LEADER, SWORN, AUXILIARY, DRIVER, PROMOTED]
    assert [one for one in everybody if fills(one, slot)] == people


def test_a_slot_that_the_audit_cannot_read_is_no_silent_yes() -> None:
    with pytest.raises(KeyError):
        fills(SWORN, Slot("inspector"))


@pytest.mark.parametrize(
    ("people", "complete"),
    [
        ([SWORN, LEADER], True),
        ([SWORN, AUXILIARY], False),  # one sworn officer takes two auxiliaries
        ([SWORN, AUXILIARY, DRIVER], True),
        ([AUXILIARY, DRIVER, PROMOTED], False),
        ([SWORN], False),
        ([], False),
        ([SWORN, LEADER, AUXILIARY], True),  # an extra head does no harm
    ],
    ids=lambda value: str(len(value)) if isinstance(value, list) else str(value),
)
def test_a_main_road_takes_two_sworn_or_one_with_two(people: list[Officer], complete: bool) -> None:
    assert any(is_complete(one, people) for one in PAIR.alternatives) is complete


def test_nobody_fills_two_slots() -> None:
    (both,) = crew("both", {"any+driver": 1, "sworn": 1}).alternatives
    assert not is_complete(both, [LEADER])
    assert not is_complete(both, [LEADER, AUXILIARY])
    assert is_complete(both, [LEADER, DRIVER])  # only with the driver in the driver's seat
    assert is_complete(both, [LEADER, SWORN])


def test_the_slot_that_stays_open_is_named() -> None:
    (both,) = crew("both", {"any+driver": 1, "sworn": 1}).alternatives
    assert list(left_open(both, [SWORN])) == [Slot("any", ("driver",))]
    assert list(left_open(both, [SWORN, DRIVER])) == []


LADDER = ((Level.MINIMUM, ONE), (Level.PLAN, PAIR), (Level.TARGET, TRIO))


@pytest.mark.parametrize(
    ("people", "reached"),
    [
        ([], None),
        ([AUXILIARY], Level.MINIMUM),
        ([SWORN, AUXILIARY], Level.MINIMUM),
        ([SWORN, LEADER], Level.PLAN),
        ([SWORN, LEADER, AUXILIARY, DRIVER], Level.TARGET),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, list) else str(value),
)
def test_the_highest_level_that_is_complete_counts(people: list[Officer], reached: Level | None) -> None:
    assert highest_level(LADDER, people) == reached


@pytest.mark.parametrize(
    ("wanted", "reached", "heads"),
    [
        (Level.MINIMUM, None, 1),
        (Level.PLAN, None, 2),  # two sworn is its smallest alternative
        (Level.TARGET, None, 3),
        (Level.PLAN, Level.MINIMUM, 1),
        (Level.TARGET, Level.PLAN, 1),
        (Level.PLAN, Level.PLAN, 0),
        (Level.MINIMUM, Level.TARGET, 0),
    ],
)
def test_what_is_missing_is_counted_from_the_level_reached(
    wanted: Level, reached: Level | None, heads: int
) -> None:
    assert heads_missing(LADDER, wanted, reached) == heads


def test_a_level_that_nobody_asks_for_lacks_nobody() -> None:
    assert heads_missing(((Level.PLAN, PAIR),), Level.MINIMUM, None) == 0


def test_a_level_that_is_worth_less_than_the_one_reached_lacks_nobody() -> None:
    """The plan may be smaller than the minimum in heads, of other people."""
    assert heads_missing(((Level.MINIMUM, TRIO), (Level.PLAN, PAIR)), Level.PLAN, Level.MINIMUM) == 0
