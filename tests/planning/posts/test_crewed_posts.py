"""What crews count as: the level they were sent for, or a higher one that they happen to complete."""

from __future__ import annotations

from rosterctl.domain.post import Level
from rosterctl.planning.cover.board import Manned
from rosterctl.planning.posts.crewed_posts import Crewed, Posting
from rosterctl.rulekit.model.board import Moment, Want
from tests.support.bureaus import MONDAY, officer, small_bureau
from tests.support.places import ONE, PAIR, TRIO, crew

PEOPLE = [*(officer(name) for name in "abcd"), *(officer(name, role="auxiliary") for name in "wxyz")]
BUREAU = small_bureau(PEOPLE)
SWORN = crew("sworn", {"sworn": 1})
LADDER = Want(("P", "Q"), ((Level.MINIMUM, SWORN), (Level.PLAN, PAIR), (Level.TARGET, TRIO)), "", 0)
"""One sworn; two sworn, or one and two auxiliaries; three sworn, or two and two auxiliaries."""
EIGHT, NINE = (Moment("U1", MONDAY, hour * 60, hour * 60 + 60) for hour in (8, 9))


def manned(*crews: Crewed) -> dict[Manned, int]:
    """Of crews that are all there at one moment."""
    posting = Posting(BUREAU, "U1")
    posting.crews[EIGHT] = {f"P{number}": one for number, one in enumerate(crews)}
    return dict(posting.manned())


def sent(names: str, level: Level = Level.MINIMUM, alternative: int = 0, want: Want = LADDER) -> Crewed:
    return Crewed(want, level, alternative, tuple(names))


def counted(crewed: Crewed) -> tuple[Level, int]:
    (((_, _, level, alternative), number),) = manned(crewed).items()
    assert number == 1
    return level, alternative


def test_a_crew_counts_for_the_level_it_was_sent_for() -> None:
    assert counted(sent("a")) == (Level.MINIMUM, 0)
    assert counted(sent("ab", Level.PLAN)) == (Level.PLAN, 0)
    assert counted(sent("axy", Level.PLAN, 1)) == (Level.PLAN, 1)


def test_a_crew_that_completes_a_higher_level_counts_for_that() -> None:
    assert counted(sent("ab")) == (Level.PLAN, 0)
    assert counted(sent("axy")) == (Level.PLAN, 1)
    assert counted(sent("abc", Level.PLAN)) == (Level.TARGET, 0)
    assert counted(sent("abxy", Level.PLAN, 1)) == (Level.TARGET, 1)


def test_one_head_less_is_not_the_higher_level() -> None:
    assert counted(sent("ax")) == (Level.MINIMUM, 0)
    assert counted(sent("abx", Level.PLAN)) == (Level.PLAN, 0)


def test_nobody_fills_two_slots() -> None:
    # One leader who drives is not a leader and a driver.
    both = crew("both", {"any+patrol": 1, "any+traffic": 1})
    want = Want(("P",), ((Level.MINIMUM, ONE), (Level.PLAN, both)), "", 0)
    assert counted(sent("a", want=want)) == (Level.MINIMUM, 0)
    assert counted(sent("ab", want=want)) == (Level.PLAN, 0)


def test_the_alternative_that_was_counted_stays_at_its_level() -> None:
    # Two sworn officers are also any two; they were sent as the second alternative and count as that.
    either = Want(("P",), ((Level.PLAN, crew("either", {"any": 2}, {"sworn": 2})),), "", 0)
    assert counted(sent("ab", Level.PLAN, 1, either)) == (Level.PLAN, 1)


def test_a_level_is_never_lowered() -> None:
    # Whoever was sent for the plan counts for it, even were the crew not complete.
    assert counted(sent("a", Level.PLAN)) == (Level.PLAN, 0)


def test_posts_in_one_state_are_counted_together_and_others_apart() -> None:
    found = manned(sent("a"), sent("b"), sent("cd", Level.PLAN))
    assert found == {(EIGHT, LADDER, Level.MINIMUM, 0): 2, (EIGHT, LADDER, Level.PLAN, 0): 1}


def test_moments_and_wants_are_counted_apart() -> None:
    other = Want(("R",), ((Level.MINIMUM, SWORN),), "", 0)
    posting = Posting(BUREAU, "U1")
    posting.crews = {EIGHT: {"P": sent("a"), "R": sent("b", want=other)}, NINE: {"P": sent("a")}}
    assert sorted(posting.manned(), key=str) == sorted(
        [
            ((EIGHT, LADDER, Level.MINIMUM, 0), 1),
            ((EIGHT, other, Level.MINIMUM, 0), 1),
            ((NINE, LADDER, Level.MINIMUM, 0), 1),
        ],
        key=str,
    )
