"""Every file that bureau.yaml names is read, and its ids are declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.intake.bureau_yaml import open_bureau_yaml
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.read_files import read_files
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from tests.support.folders import change, flawless, write


def read(bureau: Path) -> BureauContents:
    contents = open_bureau_yaml(Folder(bureau, Mistakes()))
    assert contents is not None
    read_files(contents)
    return contents


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return flawless(tmp_path)


def test_everything_that_the_bureau_names(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "absences:", "transfers: [transfers.csv]\nabsences:")
    write(bureau / "transfers.csv", "officer_id,date,unit,team\n1002,2027-01-01,S01,B\n")
    write(bureau / "incidents.csv", "kind,id,first\nsick,1001,2026-12-09\n")
    write(bureau / "exchanges.csv", "officer_id,date,with_officer,kind\n1001,2026-12-08,1002,substitution\n")
    write(bureau / "carried/lieu.csv", "officer_id,date,entry,hours\n1001,2026-10-01,earn,2\n")
    write(bureau / "carried/begun.csv", "officer_id,duty,date,at\n1001,2026-12-08,2026-12-09,02:00\n")
    contents = read(bureau)
    assert contents.mistakes.problems == []
    assert {
        name: len(getattr(contents, name))
        for name in (
            *("shifts", "rotations", "units", "zones", "posts", "events", "officers", "transfers"),
            *("absences", "incidents", "requests", "vehicles", "ledger", "history", "exchanges"),
            *("lieu", "carried_lieu", "begun"),
        )
    } == {
        "shifts": 2,
        "rotations": 1,
        "units": 2,
        "zones": 2,
        "posts": 2,
        "events": 2,
        "officers": 4,
        "transfers": 1,
        "absences": 2,
        "incidents": 1,
        "requests": 2,
        "vehicles": 2,
        "ledger": 1,
        "history": 2,
        "exchanges": 1,
        "lieu": 2,
        "carried_lieu": 1,
        "begun": 1,
    }
    assert contents.calendar is not None
    assert contents.rulebook is not None
    assert not contents.carried


def test_ids_of_presets_and_of_files_are_declared(bureau: Path) -> None:
    contents = read(bureau)
    assert list(contents.shift_ids.places) == ["day", "night"]
    assert list(contents.rotation_ids.places) == ["four"]
    assert list(contents.unit_ids.places) == ["S01", "S02"]
    assert list(contents.zone_ids.places) == ["Z1", "Z2"]
    assert list(contents.post_ids.places) == ["P1", "P2"]
    assert list(contents.event_ids.places) == ["E1", "E2"]
    assert list(contents.crew_ids.places) == ["pair", "riders"]
    assert list(contents.type_ids.places) == ["desk", "moto"]


def test_a_carried_ledger_stands_in_for_the_bureaus_own(bureau: Path) -> None:
    write(bureau / "carried/ledger.csv", "officer_id,nights\n1001,20\n1002,1\n")
    contents = read(bureau)
    assert contents.carried
    assert [row.shape.nights for row in contents.ledger if row.shape] == [20, 1]
    assert "ledger.csv" not in contents.folder.files


OWN = '[two]\nown_shifts: [{id: day, name: x, symbol: x, start: "08:00", end: "18:00"}]'


def test_own_shifts_stand_after_the_presets_and_keep_their_place(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "[two]", OWN)
    contents = read(bureau)
    assert [item.shape.start for item in contents.shifts] == [420, 1140, 480]
    assert str(contents.shift_ids.places["day"]) == "bureau.yaml:9:19"
    assert contents.mistakes.problems == []  # the same id in a preset is overridden, not there twice


def test_own_rotations_as_well(bureau: Path) -> None:
    own = "[four]\nown_rotations: [{id: four, name: x, cycle: DO, offsets: [0, 1], shifts: {D: day}}]"
    change(bureau / "bureau.yaml", "[four]", own)
    assert [item.shape.cycle for item in read(bureau).rotations] == ["DNOO", "DO"]


@pytest.mark.parametrize(
    ("old", "new", "incomplete"),
    [
        ("[two]", "[tow]", "shift"),
        ("[four]", "[fuor]", "rotation"),
        ("rulebook: house", "rulebook: hosue", "crew"),
    ],
)
def test_a_preset_that_is_not_there_may_have_declared_any_id(
    bureau: Path, old: str, new: str, incomplete: str
) -> None:
    change(bureau / "bureau.yaml", old, new)
    contents = read(bureau)
    assert len(contents.mistakes.problems) == 1
    ids = {"shift": contents.shift_ids, "rotation": contents.rotation_ids, "crew": contents.crew_ids}
    assert {noun: one.complete for noun, one in ids.items()} == {noun: noun != incomplete for noun in ids}


def test_what_is_wrong_in_bureau_yaml_is_not_looked_for(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "calendar: plain", "calendar: a b")
    change(bureau / "bureau.yaml", "rulebook: house", "rulebook: c d")
    contents = read(bureau)
    assert [one.place.line for one in contents.mistakes.problems] == [6, 9]
    assert (contents.calendar, contents.rulebook) == (None, None)


def test_what_is_gone_is_read_where_it_was_carried_over(bureau: Path) -> None:
    assert read(bureau).gone is None
    write(bureau / "carried/gone.yaml", "zones: [{id: Z9, name: x, unit: S09}]\n")
    contents = read(bureau)
    assert contents.gone is not None
    assert [one.id for one in contents.gone.shape.zones] == ["Z9"]
    assert "Z9" not in contents.zone_ids.places
    assert contents.mistakes.problems == []


def test_a_shift_carried_over_is_there_and_nobody_can_name_it(bureau: Path) -> None:
    """What the files say of an id comes last, so it is what counts."""
    row = '{id: %s, name: x, symbol: x, start: "09:00", end: "18:00"}'
    write(bureau / "carried/shifts.yaml", f"shifts: [{row % 'gone'}, {row % 'day'}]\n")
    contents = read(bureau)
    assert [(item.shape.id, item.shape.start) for item in contents.shifts] == [
        ("gone", 540),
        ("day", 540),
        ("day", 420),
        ("night", 1140),
    ]
    assert "gone" not in contents.shift_ids.places
    assert contents.mistakes.problems == []
