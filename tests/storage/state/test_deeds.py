"""A deed comes back from its line as it went, and a line that is none is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from rosterctl.storage.state.deeds import Deed, deed_fields, line, object_of, read_deed, text, whole_number

WHEN = datetime(2026, 12, 1, 5, 40, tzinfo=UTC)
DEED = Deed("publish", "planner", WHEN, 3, "队长同意")


def test_a_deed_comes_back_as_it_went() -> None:
    assert read_deed(object_of(line(deed_fields(DEED)))) == DEED
    first = Deed("publish", "planner", WHEN)
    assert read_deed(object_of(line(deed_fields(first)))) == first


def test_its_instant_is_written_in_utc() -> None:
    china = WHEN.astimezone(timezone(timedelta(hours=8)))
    assert deed_fields(Deed("publish", "planner", china))["when"] == "2026-12-01T05:40:00+00:00"


def test_an_instant_without_a_zone_is_neither_written_nor_read() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        deed_fields(Deed("publish", "planner", WHEN.replace(tzinfo=None)))
    with pytest.raises(ValueError, match="has no time zone"):
        read_deed({**deed_fields(DEED), "when": "2026-12-01T05:40:00"})


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("what", None, "'what' is no text"),
        ("who", 7, "'who' is no text"),
        ("note", ["a"], "'note' is no text"),
        ("base", -1, "'base' is no number"),
        ("base", True, "'base' is no number"),  # JSON's true is no version
        ("base", "3", "'base' is no number"),
        ("base", 3.0, "'base' is no number"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(key: str, value: object, complaint: str) -> None:
    with pytest.raises(ValueError) as refused:
        read_deed({**deed_fields(DEED), key: value})
    assert str(refused.value) == complaint


def test_a_number_may_be_null_and_not_left_out() -> None:
    assert whole_number({"base": None}, "base") is None
    assert whole_number({"base": 0}, "base") == 0
    with pytest.raises(ValueError, match="'base' is no number"):
        whole_number({}, "base")
    with pytest.raises(ValueError, match="'who' is no text"):
        text({}, "who")


@pytest.mark.parametrize("data", [b"[]", b"7", b"", b"{", b'{"a":1', b"[" * 100_000])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        object_of(data)


def test_the_same_fields_in_another_order_give_the_same_line() -> None:
    assert line({"b": 1, "a": "人"}) == line({"a": "人", "b": 1}) == '{"a":"人","b":1}'.encode()


def test_half_a_character_does_not_keep_a_line_from_being_written() -> None:
    assert line({"note": "\ud800"}) == b'{"note":"\\ud800"}'
