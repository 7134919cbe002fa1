"""Rotations that break a rule by themselves are told with dates, numbers, places and what would help."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.insight.plain_rotation.breaches import breaches, breaches_ahead, warnings
from rosterctl.problems import Place
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, model, officer, rotation, small_bureau, unit

DAY = timedelta(days=1)
FIVE_NIGHTS = rotation("NNNNNOO", (0,))
FIVE_DAYS = rotation("DDDDDOO", (0,))
FOUR = {"nights-in-a-row": {"most": "4"}}


def test_a_breach_says_who_when_how_many_and_what_would_hold() -> None:
    bureau = small_bureau([officer("a"), officer("b")], teams="A", rotation=FIVE_NIGHTS, rules=FOUR)
    (one,) = breaches(bureau, Horizon(MONDAY, 28))
    assert (one.unit, one.rotation, one.rule, one.teams) == ("U1", "NNNNNOO", "nights-in-a-row", ("A",))
    assert (one.team, one.first, one.last, one.turn) == ("A", MONDAY, MONDAY + 4 * DAY, None)
    # Four Fridays of two officers; twenty nights each.
    assert (one.lost, one.due) == (8, 40)
    assert one.remedies == ({"most": "5"},)
    assert one.problem.message == (
        "rotation 'NNNNNOO' of unit 'U1' breaks rule nights-in-a-row by itself, first from 2026-12-07 to "
        "2026-12-11 (team A): 8 of 40 plain duties from 2026-12-07 to 2027-01-03 will be let off (teams A)"
    )
    assert one.problem.hint.startswith("`nights-in-a-row: {most: 5}` under `rules:` in bureau.yaml")
    assert "would keep them all" in one.problem.hint


def test_a_lawful_rotation_is_no_breach() -> None:
    bureau = small_bureau(teams="A", rotation=FIVE_NIGHTS, rules={"nights-in-a-row": {"most": "5"}})
    assert breaches_ahead(bureau, Horizon(MONDAY, 28)) == ()


def test_what_only_the_second_cycle_shows_is_told_with_the_longer_horizon() -> None:
    """A cycle of five weeks whose last has the five nights: nothing in the first 28 dates."""
    pattern = rotation("DDDDDOO" * 4 + "NNNNNOO", (0,))
    bureau = small_bureau(teams="A", rotation=pattern, rules=FOUR)
    assert breaches(bureau, Horizon(MONDAY, 28)) == ()
    (one,) = breaches_ahead(bureau, Horizon(MONDAY, 28))
    # Two cycles of 35 dates, ten nights of which two are lost.
    assert (one.horizon.days, one.lost) == (70, 2)


def test_a_seam_between_two_models_is_told_as_a_seam() -> None:
    """Nights until Sunday 20 December by one model, days from Monday by the next: no rest between."""
    nights, days = rotation("N", (0,)), rotation("D", (0,))
    turn = MONDAY + 14 * DAY
    later = replace(model(turn, teams="A", rotation=days), place=Place("units.yaml", 9, 5))
    bureau = small_bureau(
        units=[unit(teams="A", rotation=nights, later=[later])],
        rotations=[nights, days],
        rules={"rest": {"hours": "11"}},
    )
    (one,) = breaches(bureau, Horizon(MONDAY, 28))
    assert (one.turn, one.last, one.lost) == (turn, turn, 1)
    assert one.problem.place == Place("units.yaml", 9, 5)
    assert one.problem.message.startswith("unit 'U1' works by another model from 2026-12-21, and the seam ")


def test_a_change_that_lies_ahead_is_tried_too() -> None:
    later = model(MONDAY + 100 * DAY, teams="A", rotation=FIVE_NIGHTS)
    bureau = small_bureau(
        units=[unit(teams="A", rotation=FIVE_DAYS, later=[later])],
        rotations=[FIVE_DAYS, FIVE_NIGHTS],
        rules=FOUR,
    )
    (one,) = breaches_ahead(bureau, Horizon(MONDAY, 28))
    assert one.rotation == "NNNNNOO"
    assert MONDAY + 100 * DAY in one.horizon


def test_two_teams_with_different_rotations_are_told_apart_by_the_team_s_own_place() -> None:
    both = model(teams="A", rotation=FIVE_NIGHTS)
    (a,) = both.teams
    b = replace(a, id="B", rotation=FIVE_DAYS.id)
    teams = (replace(a, place=Place("u.yaml", 3, 1)), replace(b, place=Place("u.yaml", 4, 1)))
    place = replace(unit(teams="A", rotation=FIVE_NIGHTS), models=(replace(both, teams=teams),))
    people = [officer("a"), officer("b", "B")]
    bureau = small_bureau(people, units=[place], rotations=[FIVE_NIGHTS, FIVE_DAYS], rules=FOUR)
    (one,) = breaches(bureau, Horizon(MONDAY, 7))
    assert (one.rotation, one.teams, one.lost, one.due) == ("NNNNNOO", ("A",), 1, 10)
    assert one.problem.place == Place("u.yaml", 3, 1)


def test_a_limit_that_no_option_can_widen_is_told_without_a_remedy() -> None:
    """The day after a night is free: the rule has nothing to set."""
    bureau = small_bureau(teams="A", rotation=rotation("NDOO", (0,)), rules={"post-night": {}})
    (one,) = breaches(bureau, Horizon(MONDAY, 8))
    assert one.remedies == ()
    assert one.problem.hint.startswith("no option of post-night would keep them all")


def test_warnings_are_those_of_the_letters_and_of_the_rotations() -> None:
    bureau = small_bureau(teams="A", rotation=FIVE_NIGHTS, rules=FOUR)
    assert [one.message[:18] for one in warnings(bureau, Horizon(MONDAY, 28))] == ["rotation 'NNNNNOO'"]
