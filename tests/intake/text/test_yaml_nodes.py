"""What a YAML file says, with the place of every word."""

from __future__ import annotations

from rosterctl.intake.text.yaml_nodes import (
    KEY,
    ListNode,
    Mapped,
    Scalar,
    find,
    key_place,
    place_of,
    plain,
)
from rosterctl.problems import Place


def at(line: int, column: int) -> Place:
    return Place("f.yaml", line, column)


# a: x
# b:
#   - y
#   - {c: z}
Z = Scalar(at(4, 9), "z")
INNER = Mapped(at(4, 5), {"c": Z}, {"c": at(4, 6)})
LISTED = ListNode(at(3, 3), [Scalar(at(3, 5), "y"), INNER])
ROOT = Mapped(at(1, 1), {"a": Scalar(at(1, 4), "x"), "b": LISTED}, {"a": at(1, 1), "b": at(2, 1)})


def test_plain_texts_lists_and_dicts() -> None:
    assert plain(ROOT) == {"a": "x", "b": ["y", {"c": "z"}]}


def test_a_path_leads_to_a_node_or_nowhere() -> None:
    assert find(ROOT, ()) is ROOT
    assert find(ROOT, ("b", 1, "c")) is Z
    assert find(ROOT, ("b", 2)) is None  # the list has two
    assert find(ROOT, ("b", "c")) is None  # a list has no keys
    assert find(ROOT, ("a", "c")) is None  # a text has none either
    assert find(ROOT, ("d",)) is None


def test_the_place_of_what_is_missing_is_that_of_what_is_around_it() -> None:
    assert place_of(ROOT, ("b", 1, "c")) == at(4, 9)
    assert place_of(ROOT, ("b", 1, "d", "e")) == at(4, 5)
    assert place_of(ROOT, ("d",)) == at(1, 1)
    assert place_of(ROOT, ()) == at(1, 1)


def test_the_place_of_a_key_is_not_that_of_its_value() -> None:
    assert key_place(ROOT, ("b",)) == at(2, 1)
    assert key_place(ROOT, ("b", 1, "c")) == at(4, 6)
    assert place_of(ROOT, ("b", 1, "c", KEY)) == at(4, 6)
    assert key_place(ROOT, ("b", 1, "d")) == at(4, 5)
    assert key_place(ROOT, ("b", 1)) == at(3, 3)
