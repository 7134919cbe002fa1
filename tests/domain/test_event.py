"""Events: what makes two of them the same."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.event import Event
from rosterctl.domain.post import Level
from rosterctl.problems import Place
from tests.support.bureaus import MONDAY
from tests.support.places import PAIR

CHECK = Event("E", "night check", MONDAY, 1320, 1560, ("U1", "U2"), 3, Level.MINIMUM, PAIR)
"""22:00 to 02:00 of the next date, which is minute 26 x 60 of the duty day."""


def test_an_event_is_the_same_wherever_it_stands_in_the_files() -> None:
    """A line more above it is no change that a repair would have to look at."""
    assert replace(CHECK, place=Place("events.yaml", 7, 5)) == CHECK


def test_an_event_is_another_when_anything_is_wanted_otherwise() -> None:
    """A repair looks for what has changed by comparing events as wholes."""
    others = (
        replace(CHECK, end=1561),
        replace(CHECK, units=("U2", "U1")),
        replace(CHECK, sites=4),
        replace(CHECK, level=Level.PLAN),
    )
    assert len({CHECK, *others}) == 5
