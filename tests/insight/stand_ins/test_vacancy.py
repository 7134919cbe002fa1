"""What is open at a post, and who fills a place of its crew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import Roster, Slice
from rosterctl.insight.stand_ins.vacancy import Vacancy, of_duty, of_post
from tests.support.bureaus import MONDAY, changed, duty, officer, plain_roster, small_bureau

PATROL = Crew(
    "patrol",
    "patrol",
    ((Slot("sworn"), Slot("sworn")), (Slot("auxiliary"), Slot("auxiliary"), Slot("sworn"))),
)
ONE = Crew("one", "one", ((Slot("sworn"),),))


def the_bureau() -> Bureau:
    """P1 wants a sworn officer by law and a patrol by plan, from 07:00 round the clock; A has four people."""
    window = PostWindow(420, 1860, ((Level.MINIMUM, ONE), (Level.PLAN, PATROL)))
    people = [officer("a1"), officer("a2"), officer("x1", role="auxiliary"), officer("x2", role="auxiliary")]
    return small_bureau(
        [*people, *(officer(team.lower(), team) for team in "BCD")],
        post_types=[PostType("street", "street", (window,))],
        zones=[Zone("Z1", "Z1", "U1")],
        posts=[Post("P1", "P1", "street", "U1", "Z1")],
    )


BUREAU = the_bureau()


def at_post(*who: str, until: int = 1140) -> Roster:
    roster = plain_roster(BUREAU, MONDAY, 2)
    slices = [Slice(420, until, "P1")] + ([Slice(until, 1140, "")] if until < 1140 else [])
    added = [duty(BUREAU, one, MONDAY, "day", slices=slices) for one in who]
    return changed(roster, without=[(one, MONDAY) for one in who], added=added)


def open_at(*who: str, at: int | None = None) -> Vacancy:
    found = of_post(BUREAU, at_post(*who), "P1", MONDAY, at)
    assert found is not None
    return found


def test_an_empty_post_lacks_its_legal_minimum_first() -> None:
    vacancy = open_at()
    assert (vacancy.start, vacancy.end, vacancy.open) == (420, 1140, (Slot("sworn"),))


def test_with_the_minimum_there_the_plan_is_next() -> None:
    vacancy = open_at("a1")
    assert (vacancy.there, vacancy.open) == ((BUREAU.officers["a1"],), (Slot("sworn"),))
    assert [who for who in BUREAU.officers if vacancy.is_helped_by(BUREAU.officers[who])] == [
        *("a1", "a2", "b", "c", "d")
    ]


def test_when_one_is_missing_only_who_completes_the_crew_helps() -> None:
    """One sworn and one auxiliary: a second of either kind does."""
    vacancy = open_at("a1", "x1")
    assert all(vacancy.is_helped_by(BUREAU.officers[who]) for who in ("a2", "x2"))
    assert not open_at("a1").is_helped_by(BUREAU.officers["x1"])


def test_when_several_are_missing_whoever_fills_a_place_helps() -> None:
    vacancy = Vacancy("U1", MONDAY, (Slice(420, 1140, "P1"),), ways=PATROL.alternatives)
    assert vacancy.open == (Slot("sworn"), Slot("sworn"))
    assert vacancy.is_helped_by(BUREAU.officers["x1"])
    assert vacancy.is_helped_by(BUREAU.officers["a1"])


def test_a_crew_is_filled_by_as_many_as_it_lacks() -> None:
    """One sworn officer is there: another fills it, or two auxiliaries; one auxiliary does not."""
    a2, x1, x2 = (BUREAU.officers[who] for who in ("a2", "x1", "x2"))
    vacancy = open_at("a1")
    assert vacancy.is_filled_by(a2)
    assert vacancy.is_filled_by(x1, x2)
    assert not vacancy.is_filled_by(x1)
    assert of_duty(duty(BUREAU, "a1", MONDAY, "day")).is_filled_by(x1), "of a duty the rules judge"


def test_the_easiest_places_are_left_open() -> None:
    """A sworn driver could be the second auxiliary; he is taken for what is harder to find."""
    way = ((Slot("auxiliary"), Slot("auxiliary"), Slot("sworn")),)
    vacancy = Vacancy("U1", MONDAY, (Slice(420, 1140, "P1"),), ways=way, there=(BUREAU.officers["a1"],))
    assert vacancy.open == (Slot("auxiliary"), Slot("auxiliary"))


def test_a_complete_crew_lacks_nobody_until_it_leaves() -> None:
    roster = at_post("a1", "a2", until=1000)
    found = of_post(BUREAU, roster, "P1", MONDAY, None)
    assert found is not None
    assert (found.start, found.end) == (1000, 1140)
    assert of_post(BUREAU, roster, "P1", MONDAY, 999) is None
    assert of_post(BUREAU, roster, "P1", MONDAY, 1000) == found


def test_a_stretch_ends_where_plain_shifts_hand_over() -> None:
    """Nobody can come from 07:00 to 07:00; the night is a stretch of its own."""
    night = open_at(at=1140)
    assert (night.start, night.end) == (1140, 1860)
    assert open_at(at=1139).end == 1140


@pytest.mark.parametrize("at", [419, 1860])
def test_outside_its_windows_a_post_lacks_nobody(at: int) -> None:
    assert of_post(BUREAU, at_post(), "P1", MONDAY, at) is None


def test_of_a_duty_only_what_is_done_at_posts_counts() -> None:
    whole = duty(BUREAU, "a1", MONDAY, "day", slices=[Slice(420, 480, ""), Slice(480, 1140, "P1")])
    assert of_duty(whole).pieces == (Slice(480, 1140, "P1"),)
    reserve = replace(whole, slices=(Slice(420, 1140, ""),))
    assert of_duty(reserve).pieces == reserve.slices
