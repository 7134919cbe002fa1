"""Findings of the audit's own laws, as they are read."""

from __future__ import annotations

from rosterctl.audit import wording
from rosterctl.wording import say


def test_minutes_are_written_with_a_comma_at_every_thousand() -> None:
    told = say(wording.FALSE_CLAIM, name="post plan short", claimed=999, measure="minutes", total=1000)
    assert told == "post plan short: the roster claims 999 minutes, its duties cost 1,000"
    told = say(wording.BOUND_ABOVE_VALUE, name="unfairness", bound=1234567, total=-1000)
    assert told == "unfairness: the bound 1,234,567 lies above the value -1,000"


def test_what_is_wrong_with_a_duty_goes_on_from_its_shift() -> None:
    told = say(wording.OF_SHIFT, shift="day", what=say(wording.SEVERAL_TIMES, times=2))
    assert told == "shift 'day' stands there 2 times"
