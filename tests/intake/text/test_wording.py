"""The sentences that depend on what is there: with a key or without, with a near word or without."""

from __future__ import annotations

from rosterctl.intake.text import wording
from rosterctl.problems import Place
from rosterctl.wording import say


def test_a_key_is_put_before_what_is_wrong_with_its_value() -> None:
    assert wording.keyed("cars", "must be at least 1", "") == ("cars: must be at least 1", "")
    assert wording.keyed("", "write either", "do") == ("write either", "do")


def test_a_word_that_is_nearly_one_of_the_allowed() -> None:
    assert wording.unknown_word("hart", ["hard", "soft"]) == (
        "unknown word 'hart' (did you mean 'hard'?)",
        "write one of: hard, soft",
    )


def test_a_pattern_without_files() -> None:
    assert wording.no_file_fits("u/*", "u") == ("no file fits 'u/*'", "there is no folder 'u'")
    assert wording.no_file_fits("u/*", "") == ("no file fits 'u/*'", "delete the entry")


def test_a_file_in_another_encoding() -> None:
    assert wording.not_utf_8(is_gbk=True) == ("looks like GBK", "save it as UTF-8")
    assert wording.not_utf_8(is_gbk=False) == ("is not UTF-8 text", "save it as UTF-8")


def test_a_size_is_told_in_mebibytes() -> None:
    assert wording.too_large(16 * 1024 * 1024)[0] == "larger than 16 MiB"


def test_nothing_after_a_key_or_after_a_dash() -> None:
    assert wording.nothing_written("a")[0] == "nothing is written after 'a:'"
    assert wording.nothing_written("")[0] == "nothing is written after this dash"


def test_a_file_that_is_no_mapping() -> None:
    assert wording.not_a_mapping(is_empty=True)[0] == "the file is empty"
    assert wording.not_a_mapping(is_empty=False)[0] == "the file does not consist of `key: value` lines"


def test_what_was_there_first_is_named() -> None:
    assert (
        say(wording.FILE_TWICE, name="a", first=Place("b.yaml", 3, 1))[1]
        == "it is named already in b.yaml:3:1; keep one"
    )
    assert (
        say(wording.KEY_TWICE, key="a", first=Place("b.yaml", 3, 1))[1]
        == "it stands already in line 3; keep one"
    )


def test_several_missing_columns_are_told_at_once() -> None:
    assert wording.missing_columns(["a"])[0] == "no column 'a'"
    assert wording.missing_columns(["a", "b"])[0] == "no column 'a' and 'b'"


def test_of_many_known_keys_thirty_are_told() -> None:
    known = [f"k{number}" for number in range(31)]
    assert wording.unknown_key("zz", known[:30])[1] == f"known here: {', '.join(known[:30])}"
    assert wording.unknown_key("zz", known)[1] == f"known here: {', '.join(known[:30])} … (31 in all)"
