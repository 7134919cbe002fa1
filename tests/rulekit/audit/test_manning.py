"""How a post is manned, piece by piece."""

from __future__ import annotations

from rosterctl.domain.post import Level
from rosterctl.rulekit.audit.manning import Manning, Watch
from tests.rulekit.audit.test_stays import span, stay
from tests.support.bureaus import MONDAY
from tests.support.places import ONE, crew

TWO = crew("two", {"sworn": 2})
LADDER = ((Level.MINIMUM, ONE), (Level.PLAN, TWO))


def manned(*stays: tuple[str, float, float]) -> Manning:
    """From 08 to 12 by these people."""
    return Watch().manning("P", MONDAY, span(8, 12), LADDER, tuple(stay(*one) for one in stays))


def test_each_piece_has_the_level_that_its_people_reach() -> None:
    found = manned(("a", 8, 11), ("b", 9, 10))
    assert [(piece.span, piece.reached) for piece in found.pieces] == [
        (span(8, 9), Level.MINIMUM),
        (span(9, 10), Level.PLAN),
        (span(10, 11), Level.MINIMUM),
        (span(11, 12), None),
    ]


def test_neighbouring_pieces_of_one_state_are_one_stretch_with_the_first_of_them() -> None:
    """At 10:00 one relieves the other: nothing changes for the post."""
    found = manned(("a", 8, 10), ("b", 10, 12))
    ((stretch, reached, first),) = found.stretches(lambda piece: piece.reached)
    assert (stretch, reached, first) == (span(8, 12), Level.MINIMUM, found.pieces[0])


def test_an_undivided_window_is_its_own_stretch() -> None:
    found = manned()
    assert list(found.stretches(lambda piece: len(piece.stays))) == [(span(8, 12), 0, found.pieces[0])]


def test_the_same_people_at_another_ladder_are_looked_at_anew() -> None:
    watch, there = Watch(), (stay("a", 8, 12),)
    first = watch.manning("P", MONDAY, span(8, 12), LADDER, there)
    second = watch.manning("Q", MONDAY, span(8, 12), ((Level.PLAN, TWO),), there)
    assert [one.pieces[0].reached for one in (first, second)] == [Level.MINIMUM, None]
