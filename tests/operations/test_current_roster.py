"""A published roster taken on: who may still be called in, and the exchanges entered meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import NoteKind, Origin, Roster
from rosterctl.operations.current_roster import Published, continued, instant_of
from rosterctl.operations.wording import BY_EXCHANGE
from rosterctl.planning.repair.carried import Carried
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.timeline.clock import MIDNIGHT
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import make
from tests.support.bureaus import MONDAY, absence, every_rule, officer, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 12, 7, 5, 40, tzinfo=ZONE)
BUREAU = small_bureau(
    [officer(f"{team}{n}".lower(), team) for team in "ABCD" for n in (1, 2)],
    units=[unit(recalls=("day",))],
    rules=every_rule(mean_hours={"sworn": "60"}, weekly_rest={"severity": "off"}),
    post_types=[post_type("desk", window(7, 31, minimum=ONE))],
    posts=[post("P1", "desk")],
)


@pytest.fixture(scope="module")
def roster() -> Roster:
    return make(BUREAU, Horizon(MONDAY, 8)).roster


def taken_on(bureau: Bureau, roster: Roster, now: datetime = MORNING) -> Carried:
    version = Version(1, Path(), Deed("publish", "planner", MORNING), "")

    def none(alone: Bureau, horizon: Horizon) -> Roster:
        raise AssertionError(f"{list(alone.units)} need not be made anew for {horizon}")

    return continued(bureau, Published(version, BUREAU, roster), now.date(), now, none)


def both_sick() -> Bureau:
    return replace(BUREAU, absences=(absence("a1", MONDAY), absence("a2", MONDAY)))


@pytest.mark.parametrize(("seconds", "called"), [(0, 1), (1, 0)])
def test_whoever_is_called_in_can_begin_at_the_full_minute(roster: Roster, seconds: int, called: int) -> None:
    found = taken_on(both_sick(), roster, MORNING.replace(hour=7, minute=0, second=seconds))
    assert sum(one.origin is Origin.RECALL for one in found.roster.duties) == called
    assert (found.weight, found.bound) == (8 * called, 8 * called)


def test_nothing_changes_when_nothing_happened(roster: Roster) -> None:
    found = taken_on(BUREAU, roster, MORNING + timedelta(days=2))
    assert found.changes == ()
    tuesday = MONDAY + timedelta(days=1)  # its night ends at 07:00, and it is 05:40
    assert found.roster.horizon == Horizon(tuesday, 7, MONDAY, tuesday + timedelta(days=1))
    later = taken_on(BUREAU, roster, MORNING.replace(hour=7) + timedelta(days=2))
    assert later.roster.horizon == Horizon(MONDAY + timedelta(days=2), 6, MONDAY)


def test_a_night_named_by_its_date_alone_is_at_midnight() -> None:
    """Another date's clock says nothing; today's own is taken, and a begun minute is over."""
    tuesday = MONDAY + timedelta(days=1)
    midnight = BUREAU.clock.number(tuesday, MIDNIGHT)
    assert instant_of(BUREAU, tuesday, MORNING) == midnight
    assert instant_of(BUREAU, tuesday, MORNING + timedelta(days=1)) == midnight + 5 * 60 + 40
    assert instant_of(BUREAU, tuesday, MORNING + timedelta(days=1, seconds=1)) == midnight + 5 * 60 + 41


def test_an_exchange_entered_since_is_made_and_said_to_be_the_reason(roster: Roster) -> None:
    agreed = Exchange("a1", MONDAY, "d1", None, ExchangeKind.SUBSTITUTION)
    found = taken_on(replace(BUREAU, exchanges=(agreed,)), roster)
    assert [(one.officer, str(one.kind), one.reason) for one in found.changes] == [
        ("a1", "dropped", BY_EXCHANGE),
        ("d1", "added", BY_EXCHANGE),
    ]
    assert found.weight == 0


def test_an_exchange_that_is_not_lawful_is_left_out_and_noted(roster: Roster) -> None:
    agreed = Exchange("a1", MONDAY, "c1", None, ExchangeKind.SUBSTITUTION)  # c1 comes off a night
    found = taken_on(replace(BUREAU, exchanges=(agreed,)), roster)
    assert found.changes == ()
    assert [note.what for note in found.roster.notes_of(NoteKind.LEFT_OUT)] == [str(agreed)]
