"""The items of a file in their shapes: a wrong one is told and left out, the rest is still checked."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.scalars import Count, Id
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import check_shape, items
from rosterctl.intake.text.yaml_nodes import Mapped, plain
from rosterctl.problems import Place


class Head(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Id
    heads: Count = Field(ge=1)


class Crews(BaseModel):
    model_config = ConfigDict(extra="forbid")
    crews: list[Head]
    others: list[Head] = Field(default_factory=list)
    name: Id


def checked(
    text: str, stand_ins: dict[str, object] | None = None
) -> tuple[Crews | None, frozenset[str], list[str], Mapped]:
    mistakes = Mistakes()
    node = read_document("f.yaml", text, mistakes)
    assert node is not None
    found, wrong = check_shape(Crews, node, mistakes, stand_ins)
    return found, wrong, [f"{one.place}: {one.message}" for one in mistakes.problems], node


def test_what_is_right() -> None:
    found, wrong, problems, node = checked("crews: [{id: a, heads: 1}]\nname: x\n")
    assert (found, wrong, problems) == (Crews(crews=[Head(id="a", heads=1)], name="x"), frozenset(), [])
    assert found is not None
    (one,) = items(found.crews, node, "crews")
    assert (one.shape, one.place) == (found.crews[0], Place("f.yaml", 1, 9))
    assert (one.at("heads"), one.key("heads")) == (Place("f.yaml", 1, 24), Place("f.yaml", 1, 17))


def test_a_key_that_is_not_written_has_no_items() -> None:
    found, _, _, node = checked("crews: []\nname: x\n")
    assert found is not None
    assert list(items(found.others, node, "others")) == []


def test_wrong_items_are_left_out_with_their_nodes() -> None:
    text = "crews: [{id: a, heads: 0}, {id: b, heads: 2}, {id: c}]\nothers: [{id: d, heads: 1}, x]\nname: y\n"
    found, wrong, problems, node = checked(text)
    assert found == Crews(crews=[Head(id="b", heads=2)], others=[Head(id="d", heads=1)], name="y")
    assert wrong == frozenset()
    assert problems == [
        "f.yaml:1:24: heads: must be at least 1",
        "f.yaml:1:47: 'heads' is missing",
        "f.yaml:2:29: others: a mapping is wanted here",
    ]
    assert found is not None
    assert [(one.shape.id, one.place.column) for one in items(found.crews, node, "crews")] == [("b", 28)]


def test_a_wrong_value_is_replaced_by_its_stand_in() -> None:
    found, wrong, problems, node = checked("crews: []\nname: a b\n", {"name": "unnamed", "crews": "unused"})
    assert (found, wrong) == (Crews(crews=[], name="unnamed"), frozenset({"name"}))
    assert len(problems) == 1
    assert plain(node) == {"crews": []}


def test_without_a_stand_in_nothing_can_be_saved() -> None:
    assert checked("crews: []\n")[:2] == (None, frozenset({"name"}))
    assert checked("crews: []\nname: x\nnam: y\n")[:2] == (
        Crews(crews=[], name="x"),
        frozenset({"nam"}),  # an unknown key is wrong too, and taken out
    )
