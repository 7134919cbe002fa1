"""The sentences about units and posts that depend on what is there."""

from __future__ import annotations

from datetime import date

from rosterctl.intake.build.work import wording

DAY, LATER = date(2026, 12, 1), date(2026, 12, 8)


def test_a_change_lies_after_the_unit_or_after_the_change_before_it() -> None:
    first = wording.change_out_of_turn(DAY, LATER, 0)
    second = wording.change_out_of_turn(DAY, LATER, 1)
    assert first[0] == "from: 2026-12-01 does not lie after the unit's own, 2026-12-08"
    assert second[0] == "from: 2026-12-01 does not lie after the change before it, 2026-12-08"
    assert first[1] == second[1] == "write the changes in the order of their dates"


def test_skills_are_listed_if_anybody_has_one() -> None:
    assert wording.nobody_licensed("diver", ["rider"]) == (
        "licence: a post nobody is licensed for: no officer has the skill 'diver' (did you mean 'rider'?)",
        "skills that officers have: rider",
    )
    assert wording.nobody_licensed("diver", [])[1] == (
        "skills stand in the column `skills` of the officers' files"
    )
    assert (
        wording.nobody_for_crew("plan", "pair", "diver", ["rider"])[1] == "skills that officers have: rider"
    )


def test_vehicles_are_listed_if_there_are_any() -> None:
    assert wording.no_such_vehicle("cra", ["car"])[1] == "known: car"
    assert wording.no_such_vehicle("cra", [])[1] == "name the files with the vehicles under `vehicles:`"


def test_offsets_run_from_nought_to_the_last_day_of_the_cycle() -> None:
    assert wording.offset_outside(4, "DNOO") == (
        "offset 4 lies outside the cycle DNOO",
        "offsets run from 0 to 3",
    )
    assert wording.team_without_an_offset("E", "r", (0, 1), "DNOO") == (
        "team 'E' has no offset: rotation 'r' has only 2",
        "give the team its own: `offset:` 0 to 3",
    )
