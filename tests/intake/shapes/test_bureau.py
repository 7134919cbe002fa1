"""bureau.yaml: what may be left out, and what a wrong value is replaced by."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.bureau import BureauShape, PostTypeShape, PricesShape, StrengthShape, WindowShape
from rosterctl.timeline.calendar import DayType

LEAST = {
    **{"bureau": "b", "name": "n", "timezone": "UTC", "anchor": "2020-01-01", "day_starts": "07:00"},
    **{"calendar": "c", "rulebook": "r", "units": ["u.yaml"], "officers": ["o.csv"]},
}


def test_the_least_that_must_be_there() -> None:
    shape = BureauShape.model_validate(LEAST)
    assert (shape.anchor, shape.day_starts, shape.units) == (date(2020, 1, 1), 420, ("u.yaml",))
    assert (shape.exchanges, shape.incidents, shape.ledger, shape.lieu_expires_days) == ((), (), None, 365)
    for key in LEAST:
        with pytest.raises(ValidationError):
            BureauShape.model_validate({name: value for name, value in LEAST.items() if name != key})


def test_there_is_a_stand_in_for_everything_that_must_be_there() -> None:
    """So the rest of the file is still checked when one of these is wrong."""
    assert BureauShape.STAND_INS.keys() == LEAST.keys()
    BureauShape.model_validate(BureauShape.STAND_INS)


@pytest.mark.parametrize(("days", "right"), [("0", False), ("1", True), ("36500", True), ("36501", False)])
def test_time_in_lieu_lasts_a_day_or_a_hundred_years(days: str, right: bool) -> None:
    text = {**LEAST, "lieu_expires_days": days}
    if right:
        assert BureauShape.model_validate(text).lieu_expires_days == int(days)
    else:
        with pytest.raises(ValidationError):
            BureauShape.model_validate(text)


@pytest.mark.parametrize(
    ("price", "right"), [("-1", False), ("0", True), ("1000000", True), ("1000001", False)]
)
def test_a_price_is_minutes_and_may_be_nothing(price: str, right: bool) -> None:
    """Without prices they are an hour for who is let off, and half of that for who is lent."""
    assert BureauShape.model_validate(LEAST).prices == PricesShape(let_off=60, loan=30)
    for kind in ("let_off", "loan"):
        text = {**LEAST, "prices": {kind: price}}
        if right:
            assert getattr(BureauShape.model_validate(text).prices, kind) == int(price)
        else:
            with pytest.raises(ValidationError):
                BureauShape.model_validate(text)


WINDOW = {"from": "07:00", "to": "24:00", "days": ["school"], "plan": "pair"}


def test_a_window_and_a_strength_are_written_with_from_and_to() -> None:
    window = WindowShape.model_validate(WINDOW)
    assert (window.start, window.end, window.days, window.plan) == (420, 1440, (DayType.SCHOOL,), "pair")
    strength = {"id": "s", "name": "n", "from": "07:00", "to": "08:00"}
    assert StrengthShape.model_validate({**strength, "heads": "1"}).heads == 1
    with pytest.raises(ValidationError):
        StrengthShape.model_validate({**strength, "heads": "0"})


@pytest.mark.parametrize(
    ("more", "right"),
    [
        ({}, True),
        ({"vehicles": "1"}, True),
        ({"vehicles": "0"}, False),
        ({"vehicles": "6"}, True),
        ({"vehicles": "7"}, False),
        ({"reach_km": "0"}, True),
        ({"reach_km": "-0.1"}, False),
        ({"windows": []}, False),
        ({"licence": "driver+rider"}, False),
    ],
)
def test_a_post_type(more: dict[str, object], right: bool) -> None:
    text = {"id": "p", "name": "n", "windows": [WINDOW], **more}
    if right:
        assert PostTypeShape.model_validate(text).vehicles == 1 or more["vehicles"] == "6"
    else:
        with pytest.raises(ValidationError):
            PostTypeShape.model_validate(text)
