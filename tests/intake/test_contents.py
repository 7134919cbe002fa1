"""What stands in a bureau's files, with its places, before anything is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from rosterctl.intake.build.declared import Names
from rosterctl.intake.bureau_yaml import open_bureau_yaml
from rosterctl.intake.contents import BureauContents, refers, row_id
from rosterctl.intake.shapes.csv_columns import CarriedLieuRow, LedgerRow, VehicleRow
from rosterctl.intake.shapes.units import UnitsShape
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from tests.support.folders import change, flawless, write


def opened(bureau: Path, **carried: bytes) -> BureauContents:
    files = {f"carried/{name}.csv": data for name, data in carried.items()}
    contents = open_bureau_yaml(Folder(bureau, Mistakes(), carried=files))
    assert contents is not None
    return contents


def told(contents: BureauContents) -> list[str]:
    return [f"{one.place}: {one.message}" for one in contents.mistakes.problems]


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return flawless(tmp_path)


def test_the_files_under_a_key_whether_it_names_one_or_several(bureau: Path) -> None:
    contents = opened(bureau)
    assert list(contents.files("officers")) == ["officers/S01.csv", "officers/S02.csv"]
    assert list(contents.files("ledger")) == ["ledger.csv"]
    assert list(contents.files("transfers")) == []
    assert not contents.carried  # whether there is a carried ledger is for `read_files` to say


def test_a_file_that_is_missing_may_have_declared_any_id(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "vehicles: [vehicles.csv]", "vehicles: [cars.csv, vehicles.csv]")
    contents = opened(bureau)
    assert list(contents.files("vehicles", contents.vehicle_ids)) == ["vehicles.csv"]
    assert told(contents) == ["bureau.yaml:17:12: there is no file 'cars.csv' (did you mean 'vehicles.csv'?)"]
    assert not contents.vehicle_ids.complete
    assert contents.officer_ids.complete


def test_so_may_a_key_that_is_wrong_itself(bureau: Path) -> None:
    change(bureau / "bureau.yaml", "vehicles: [vehicles.csv]", "vehicles: vehicles.csv")
    contents = opened(bureau)
    assert list(contents.files("vehicles", contents.vehicle_ids)) == []
    assert not contents.vehicle_ids.complete


def test_a_file_of_incidents_is_found_by_itself_unless_the_key_is_there(bureau: Path) -> None:
    assert list(opened(bureau).files("incidents")) == []
    write(bureau / "incidents.csv", "kind,id,first\n")
    assert list(opened(bureau).files("incidents")) == ["incidents.csv"]
    change(bureau / "bureau.yaml", "absences:", "incidents: []\nabsences:")
    assert list(opened(bureau).files("incidents")) == []


def test_it_may_be_carried_and_not_be_on_the_disk(bureau: Path) -> None:
    contents = open_bureau_yaml(Folder(bureau, Mistakes(), carried={"incidents.csv": b"kind,id,first\n"}))
    assert contents is not None
    assert list(contents.files("incidents")) == ["incidents.csv"]


def test_a_link_of_that_name_is_held_against_the_folder(bureau: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere.csv", "kind,id,first\n")
    (bureau / "incidents.csv").symlink_to(tmp_path / "elsewhere.csv")
    contents = opened(bureau)
    assert list(contents.files("incidents")) == []
    assert told(contents) == [
        "bureau.yaml:1:1: 'incidents.csv' is a link that leads out of the bureau's folder"
    ]


def test_a_document_declares_its_ids_and_knows_if_it_has_all(bureau: Path) -> None:
    ids = Names("unit", Mistakes())
    found = opened(bureau).document("units/S01.yaml", UnitsShape, units=ids)
    assert found is not None
    assert [unit.id for unit in found[0].units] == ["S01"]
    assert (list(ids.places), ids.complete) == (["S01"], True)


@pytest.mark.parametrize(
    ("text", "declared", "complete"),
    [
        ("units:\n  - {id: A, name: a}\n", ["A"], True),  # wrong, but its id can be read
        ("unit: []\n", [], False),  # the whole list is not there
        ("units: x\n", [], False),
        ("- x\n", [], False),
        ("units: [\n", [], False),
    ],
)
def test_a_wrong_document(bureau: Path, text: str, declared: list[str], complete: bool) -> None:
    write(bureau / "units/X.yaml", text)
    ids = Names("unit", Mistakes())
    contents = opened(bureau)
    found = contents.document("units/X.yaml", UnitsShape, units=ids)
    assert (list(ids.places), ids.complete) == (declared, complete)
    assert found is None or found[0].units == []
    assert told(contents)


def test_rows_of_the_files_under_a_key(bureau: Path) -> None:
    contents = opened(bureau)
    rows = list(contents.rows("vehicles", VehicleRow, contents.vehicle_ids))
    assert [row.shape.vehicle_id for row in rows if row.shape] == ["M01", "M02"]
    assert contents.vehicle_ids.complete
    assert [row_id(row, "vehicle_id") for row in rows] == ["M01", "M02"]


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("vehicle_id,kind,unit\nM01,car,S 1\n", True),  # the id can be read, its unit cannot
        ("vehicle_id,kind,unit\nM 1,car,S01\n", False),  # the id stands in column 1
        ("vehicle_id,kind,unit\nM01,car\n", False),  # a row that is too short
        ("vehicle_id,kind\nM01,car\n", False),  # no column for the unit: no row can be read
    ],
)
def test_a_row_whose_id_cannot_be_read(bureau: Path, text: str, complete: bool) -> None:
    write(bureau / "vehicles.csv", text)
    contents = opened(bureau)
    list(contents.rows("vehicles", VehicleRow, contents.vehicle_ids))
    assert contents.vehicle_ids.complete is complete
    assert len(told(contents)) == 1


def test_an_id_that_is_no_id_is_empty(bureau: Path) -> None:
    write(bureau / "vehicles.csv", "vehicle_id,kind,unit\nM 1,car,S01\n,car,S01\n")
    contents = opened(bureau)
    assert [row_id(row, "vehicle_id") for row in contents.rows("vehicles", VehicleRow)] == ["", ""]


def test_what_export_wrote_is_passed_over(bureau: Path) -> None:
    write(bureau / "ledger.csv", "officer_id,nights,lieu_left_hours\n1001,3,x\n")
    contents = opened(bureau)
    (row,) = contents.rows("ledger", LedgerRow)
    assert row.cells == {"officer_id": "1001", "nights": "3"}
    assert told(contents) == []


def test_what_was_carried_over_lies_on_the_disk_or_is_given(bureau: Path) -> None:
    lieu = b"officer_id,date,entry,hours\n1001,2026-12-01,earn,2\n"
    assert not opened(bureau).is_carried("lieu.csv")
    assert list(opened(bureau).carried_rows("lieu.csv", CarriedLieuRow)) == []
    given = opened(bureau, lieu=lieu)
    assert given.is_carried("lieu.csv")
    assert not given.is_carried("ledger.csv")
    assert [row.line for row in given.carried_rows("lieu.csv", CarriedLieuRow)] == [2]
    write(bureau / "carried/lieu.csv", lieu.decode())
    found = opened(bureau)
    assert found.is_carried("lieu.csv")
    assert [row.line for row in found.carried_rows("lieu.csv", CarriedLieuRow)] == [2]


def test_a_reference_is_right_or_told_at_its_cell(bureau: Path) -> None:
    contents = opened(bureau)
    units = contents.unit_ids
    units.declare("S01", contents.head.place)
    rows = list(contents.rows("vehicles", VehicleRow))
    assert refers(units, "S01", rows[0], "unit")
    assert not refers(units, "S09", rows[1], "unit")
    assert told(contents) == ["vehicles.csv:3:16: unit: unknown unit 'S09' (did you mean 'S01'?)"]
