"""Values of roster.json: what each must be, and what is said of one that is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rosterctl.domain.roster import Duty, Fallback, Origin, Shortage, Slice
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.storage.roster.json_rows import (
    DutyReader,
    Wrong,
    read_array,
    read_day,
    read_fallback,
    read_integer,
    read_shortage,
    read_tier,
    read_versions,
    read_word,
)

DAY = date(2026, 12, 7)
ROW = ["a", "2026-12-07", "day", "U1", "rotation", [[420, 720, "gate", "car"], [720, 1140, "", ""]]]
SHORT = {
    "tier": 1,
    "what": "gate",
    "unit": "U1",
    "day": "2026-12-07",
    "start": 420,
    "end": 480,
    "heads": 2,
    "why": "",
}


def row(place: int, value: Any) -> list[Any]:
    return [*ROW[:place], value, *ROW[place + 1 :]]


def test_a_duty_is_read() -> None:
    slices = (Slice(420, 720, "gate", ("car",)), Slice(720, 1140, ""))
    assert DutyReader()(ROW) == Duty("a", DAY, "day", "U1", Origin.ROTATION, slices)
    assert [DutyReader()(row(4, word)).origin for word in ("rotation", "recall", "exchange")] == list(Origin)


def test_equal_dates_and_slices_become_one_object() -> None:
    read = DutyReader()
    one, other = read(ROW), read(row(0, "b"))
    assert one.day is other.day
    assert one.slices[0] is other.slices[0]


@pytest.mark.parametrize(
    "wrong",
    [
        ROW[:5],
        [*ROW, ""],
        "a duty",
        row(0, 7),
        row(1, 7),
        row(1, "2026-12-7"),
        row(1, "2026-02-30"),
        row(3, None),
        row(4, "swap"),
        row(5, []),  # a duty without a slice
        row(5, "x"),
        row(5, [7]),
        row(5, [[420, 720, "gate"]]),
        row(5, [[420.0, 720, "gate", ""]]),
        row(5, [[420, 720, ["gate"], ""]]),
        row(5, [[420, 420, "gate", ""]]),  # it ends when it begins
        row(5, [[-1, 420, "gate", ""]]),
        row(5, [[420, 4 * 1440 + 1, "gate", ""]]),
    ],
)
def test_what_is_no_duty_is_refused(wrong: Any) -> None:
    with pytest.raises(Wrong):
        DutyReader()(wrong)


def test_a_slice_may_last_from_midnight_to_the_end_of_the_fourth_date() -> None:
    assert DutyReader()(row(5, [[0, 4 * 1440, "gate", ""]])).slices == (Slice(0, 4 * 1440, "gate"),)


def test_a_tier_has_its_seconds_from_elsewhere() -> None:
    fields = {"tier": 2, "value": 240, "bound": None}
    assert read_tier(fields, {"2": 1}) == TierResult(Tier.PLAN, 240, None, 1.0)
    assert read_tier(fields, {"1": 1, "2": "long"}) == TierResult(Tier.PLAN, 240, None, 0.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"tier": 8, "value": 0, "bound": 0},
        {"tier": True, "value": 0, "bound": 0},
        {"tier": 1, "value": 0},
        {"tier": 1, "value": 0, "bound": 0, "more": 0},
        {"tier": 1, "value": 0.5, "bound": 0},
        [1, 0, 0],
    ],
)
def test_what_is_no_tier_is_refused(wrong: Any) -> None:
    with pytest.raises(Wrong):
        read_tier(wrong, {})


def test_a_shortage_and_a_fallback_are_read() -> None:
    assert read_shortage(SHORT) == Shortage(1, "gate", "U1", DAY, 420, 480, 2)
    assert read_fallback({"unit": "U1", "why": "it was late"}) == Fallback("U1", "it was late")
    with pytest.raises(Wrong, match="heads: '2' is of the wrong kind"):
        read_shortage({**SHORT, "heads": "2"})
    with pytest.raises(Wrong, match="it must have the fields unit, why"):
        read_fallback({"unit": "U1"})


@pytest.mark.parametrize(
    ("read", "right", "wrong"),
    [
        (read_word, "x", 7),
        (read_integer, 7, True),
        (read_array, [], {}),
        (read_versions, {"python": "3.11"}, {"python": 3}),
        (read_versions, {}, []),
    ],
)
def test_single_values_are_of_one_kind_alone(read: Any, right: Any, wrong: Any) -> None:
    assert read(right) == right
    with pytest.raises(Wrong):
        read(wrong)


@pytest.mark.parametrize("wrong", ["20261207", "2026-12-07T00:00", "", None, 20261207])
def test_a_date_has_one_spelling(wrong: Any) -> None:
    assert read_day("2026-12-07") == DAY
    with pytest.raises(Wrong, match="is not a date such as 2026-12-01"):
        read_day(wrong)
