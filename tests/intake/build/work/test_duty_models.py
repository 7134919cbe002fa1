"""What a unit says of its work from a date on, and where each key of that is written."""

from __future__ import annotations

from datetime import date

from rosterctl.intake.build.work.duty_models import CHANGEABLE, WrittenModel
from rosterctl.intake.shapes.units import UnitsShape
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import check_shape, items
from rosterctl.problems import Place

TEXT = """units:
  - id: X
    name: x
    kind: line
    rotation: four
    teams: [{id: A, name: a}]
    shifts: {D: [day]}
    recalls: [day]
    borrows_from: [Y]
    changes:
      - {from: 2026-12-02, recalls: [], shifts: {}}
      - {from: 2026-12-03, teams: [{id: B}], rotation: two, borrows_from: []}
      - {from: 2026-12-04, recalls: [night], shifts: {N: [night]}, borrows_from: [Z]}
"""


def written() -> WrittenModel:
    node = read_document("f.yaml", TEXT, Mistakes())
    assert node is not None
    shape, _ = check_shape(UnitsShape, node, Mistakes())
    assert shape is not None
    (item,) = items(shape.units, node, "units")
    return WrittenModel(item)


def said(model: WrittenModel) -> tuple[object, ...]:
    teams = [team.id for team in model.teams]
    return model.first, model.rotation, teams, dict(model.shifts), model.recalls, model.borrows_from


def test_what_may_change() -> None:
    assert CHANGEABLE == ("rotation", "teams", "shifts", "recalls", "borrows_from")


def test_a_key_of_a_change_replaces_that_of_before_and_the_others_stay() -> None:
    first = written()
    second = first.changed(0)
    third = second.changed(1)
    assert said(first) == (None, "four", ["A"], {"D": ["day"]}, ("day",), ("Y",))
    assert said(second) == (date(2026, 12, 2), "four", ["A"], {}, (), ("Y",))
    assert said(third) == (date(2026, 12, 3), "two", ["B"], {}, (), ())
    fourth = third.changed(2)
    assert said(fourth) == (date(2026, 12, 4), "two", ["B"], {"N": ["night"]}, ("night",), ("Z",))
    assert {model.unit for model in (first, second, third, fourth)} == {"X"}


def test_each_key_is_where_it_was_written_last() -> None:
    first = written()
    second = first.changed(0)
    third = second.changed(1)
    assert [model.place for model in (first, second, third)] == [
        Place("f.yaml", 2, 5),
        Place("f.yaml", 11, 9),
        Place("f.yaml", 12, 9),
    ]
    assert (first.at("recalls", 0), second.at("rotation")) == (Place("f.yaml", 8, 15), Place("f.yaml", 5, 15))
    assert (third.at("recalls").line, third.at("rotation").line, third.at("teams", 0).line) == (11, 12, 12)
    assert (first.key("shifts", "D"), third.key("shifts").line) == (Place("f.yaml", 7, 14), 11)


def test_a_key_is_new_only_in_the_change_that_names_it() -> None:
    second = written().changed(0)
    third = second.changed(1)
    assert (second.is_new("shifts"), second.is_new("teams")) == (True, False)
    assert (third.is_new("shifts"), third.is_new("teams")) == (False, True)
