"""Nouns of the model: what tells choices apart, and how long moments are."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.model.board import FairShares, Moment, Stretch
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY
from tests.support.told_board import made

PLAIN = made(0, 7, 19, plain=True)
OTHER = {
    "day": MONDAY + timedelta(days=1),
    "shift": "y",
    "unit": "U2",
    "origin": Origin.RECALL,
    "start": 0,
    "end": 0,
    "paid": 0,
    "all_night": True,
    "touches_night": True,
    "plain": False,
}


@pytest.mark.parametrize("name", OTHER)
def test_choices_that_differ_in_anything_are_two(name: str) -> None:
    """Also where their hashes are the same: the hash looks at start, shift and unit alone."""
    other = replace(PLAIN, **{name: OTHER[name]})
    assert len({PLAIN, other, replace(PLAIN)}) == 2


def test_the_list_of_what_may_differ_is_whole() -> None:
    assert [one.name for one in fields(PLAIN)] == list(OTHER)


def test_minutes_of_a_moment_and_a_stretch() -> None:
    assert Moment("U1", MONDAY, 100, 160).minutes == 60
    assert Stretch(MONDAY, 100, 190).minutes == 90


def test_an_officer_without_peers_has_no_share_and_nothing_carried() -> None:
    shares = FairShares(Horizon(MONDAY, 1))
    assert (shares.fair, shares.carried) == (None, Tally())
