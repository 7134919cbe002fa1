"""Every id once; an unknown one is a mistake unless a file that might declare it could not be read."""

from __future__ import annotations

from rosterctl.intake.build.declared import Names
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.problems import Place

FIRST, SECOND = Place("a.yaml", 1, 1), Place("b.yaml", 2, 2)


def names() -> Names:
    return Names("unit", Mistakes())


def told(ids: Names) -> list[str]:
    return [f"{one.place}: {one.message} | {one.hint}" for one in ids.mistakes.problems]


def test_an_id_is_declared_once_and_keeps_its_first_place() -> None:
    ids = names()
    assert ids.declare("S01", FIRST)
    assert not ids.declare("S01", SECOND)
    assert ids.places == {"S01": FIRST}
    assert told(ids) == [
        "b.yaml:2:2: unit 'S01' is there twice | it stands already in a.yaml:1:1; give each its own id"
    ]


def test_an_unknown_id_is_told_with_the_nearest_one() -> None:
    ids = names()
    ids.declare("S01", FIRST)
    assert ids.known("S01", SECOND, "units")
    assert told(ids) == []
    assert not ids.known("S11", SECOND, "units")
    assert told(ids) == ["b.yaml:2:2: units: unknown unit 'S11' (did you mean 'S01'?) | known: S01"]


def test_where_nothing_is_declared_that_is_said() -> None:
    ids = names()
    assert not ids.known("S01", SECOND, "units")
    assert told(ids) == ["b.yaml:2:2: units: unknown unit 'S01' | no unit is described anywhere"]


def test_while_a_file_could_not_be_read_an_unknown_id_may_stand_in_it() -> None:
    ids = names()
    ids.complete = False
    assert not ids.known("S01", SECOND, "units")
    assert told(ids) == []


def declared(text: str) -> tuple[list[str], bool, list[str]]:
    ids = names()
    ids.declare_all(read_document("a.yaml", text, Mistakes()), "units")
    return list(ids.places), ids.complete, told(ids)


def test_the_ids_of_a_list() -> None:
    assert declared("units: [{id: a}, {id: ' b '}]\n") == (["a", "b"], True, [])
    assert declared("others: [{id: a}]\n") == ([], True, [])
    assert declared("units: x\n") == ([], True, [])  # that it is no list is told by its shape


def test_an_item_whose_id_cannot_be_read_may_be_any_of_the_unknown_ones() -> None:
    assert declared("units: [{id: a}, {name: b}, {id: c}]\n") == (["a", "c"], False, [])
    assert declared("units: [{id: a b}, {id: c}]\n") == (["c"], False, [])
    assert declared("units: [{id: [a]}]\n") == ([], False, [])
    assert declared("units: [x]\n") == ([], False, [])


def test_so_may_a_file_that_is_no_yaml() -> None:
    ids = names()
    ids.declare_all(None, "units")
    assert not ids.complete
