import pytest

from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import DEPTH, read_document
from rosterctl.intake.text.yaml_nodes import key_place, place_of, plain
from rosterctl.problems import Place


def read(text):
    mistakes = Mistakes()
    return read_document("f.yaml", text, mistakes), [
        (str(one.place), one.message) for one in mistakes.problems
    ]


def test_every_scalar_stays_as_it_was_written():
    node, problems = read("time: 7:00\nnumber: 0123\nflag: no\nday: 2026-02-30\nlist: [1.0, 'x']\n")
    assert plain(node) == {
        "time": "7:00",
        "number": "0123",
        "flag": "no",
        "day": "2026-02-30",
        "list": ["1.0", "x"],
    }
    assert problems == []


def test_places_count_characters_from_one():
    node, _ = read("名: {甲: [乙, 丙]}\n")
    assert place_of(node, ("名", "甲", 1)) == Place("f.yaml", 1, 12)
    assert key_place(node, ("名", "甲")) == Place("f.yaml", 1, 5)
    assert place_of(node, ("名", "丁", 3)) == Place(
        "f.yaml", 1, 4
    )  # the nearest thing around what is missing


def test_nesting_is_allowed_to_the_edge():
    inner = DEPTH - 1  # the mapping itself is one level
    assert read(f"a: {'[' * inner}x{']' * inner}\n")[1] == []
    node, problems = read(f"a: {'[' * (inner + 1)}x{']' * (inner + 1)}\n")
    assert node is None
    assert problems == [(f"f.yaml:1:{4 + inner}", "nested more than 32 levels deep")]


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_without_a_value_is_a_mistake(nothing):
    node, problems = read(f"a: {nothing}\nb: 1\n")
    assert plain(node) == {"b": "1"}
    assert problems == [("f.yaml:1:1", "nothing is written after 'a:'")]


@pytest.mark.parametrize("quoted", ['""', '"null"', "'~'"])
def test_a_quoted_text_is_a_value_even_when_it_looks_like_nothing(quoted):
    assert read(f"a: {quoted}\n")[1] == []


def test_a_quoted_double_arrow_is_a_key_like_any_other():
    assert plain(read('"<<": x\n')[0]) == {"<<": "x"}


def test_reading_goes_on_after_a_repeated_key():
    node, problems = read("a: 1\na: 2\nb: 3\nb: 4\n")
    assert plain(node) == {"a": "1", "b": "3"}
    assert problems == [("f.yaml:2:1", "'a' is written twice"), ("f.yaml:4:1", "'b' is written twice")]
