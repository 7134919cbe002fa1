"""Which changes touch the frozen window: both sides of its edge, and what counts as published for a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.operations.retired_shifts import in_own_shifts
from rosterctl.operations.versions.frozen_window import frozen_changes
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.roster.writer import roster_text
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, plain_roster, small_bureau
from tests.support.edited_shift import edited_station

BUREAU = small_bureau(timezone="Asia/Shanghai")
SEVEN = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 7, tzinfo=BUREAU.clock.zone).astimezone(UTC)
"""Monday's day duty begins."""


def version(folder: Path, number: int, roster: Roster) -> Version:
    place = folder / f"{number:06d}"
    place.mkdir()
    (place / "roster.json").write_text(roster_text(roster), "utf-8")
    return Version(number, place, Deed("publish", "planner", SEVEN), "")


def without(roster: Roster, day: date) -> Roster:
    return replace(roster, duties=tuple(duty for duty in roster.duties if duty.day != day))


def changed(
    versions: Sequence[Version], roster: Roster, until: datetime, bureau: Bureau = BUREAU
) -> list[tuple[date, bool, bool]]:
    """Date, and whether there was a duty before and is one after."""
    return [
        (one.day, one.before is not None, one.after is not None)
        for one in frozen_changes(versions, bureau, roster, until)
    ]


@pytest.fixture
def roster() -> Roster:
    return plain_roster(BUREAU, MONDAY, 7)


def day_duty(roster: Roster) -> Duty:
    return next(duty for duty in roster.duties if duty.day == MONDAY and duty.shift == "day")


@pytest.mark.parametrize(("minutes", "frozen"), [(0, 0), (1, 1)])
def test_a_duty_is_frozen_that_begins_before_the_end_of_the_window(
    tmp_path: Path, roster: Roster, minutes: int, frozen: int
) -> None:
    """Begins at 07:00: not before 07:00, but before 07:01."""
    gone = day_duty(roster)
    new = replace(roster, duties=tuple(duty for duty in roster.duties if duty != gone))
    until = SEVEN + timedelta(minutes=minutes)
    assert changed([version(tmp_path, 1, roster)], new, until) == [(MONDAY, True, False)] * frozen


def test_a_duty_may_not_be_moved_into_the_window_either(tmp_path: Path, roster: Roster) -> None:
    """On duty by night from 19:00, and now by day from 07:00 instead."""
    night = next(duty for duty in roster.duties if duty.day == MONDAY and duty.shift == "night")
    moved = replace(day_duty(roster), officer=night.officer)
    new = replace(roster, duties=tuple(moved if duty == night else duty for duty in roster.duties))
    old = version(tmp_path, 1, roster)
    assert changed([old], new, SEVEN + timedelta(hours=1)) == [(MONDAY, True, True)]
    assert changed([version(tmp_path, 2, new)], roster, SEVEN + timedelta(hours=1)) == [(MONDAY, True, True)]


def test_another_post_is_a_change_too(tmp_path: Path, roster: Roster) -> None:
    duty = day_duty(roster)
    moved = replace(duty, slices=tuple(replace(piece, post="gate") for piece in duty.slices))
    new = replace(roster, duties=tuple(moved if one == duty else one for one in roster.duties))
    (change,) = frozen_changes([version(tmp_path, 1, roster)], BUREAU, new, SEVEN + timedelta(hours=1))
    assert (change.before, change.after) == (duty, moved)


def test_a_stay_that_is_cut_into_slices_in_another_way_is_none(tmp_path: Path, roster: Roster) -> None:
    duty = day_duty(roster)
    (whole,) = duty.slices
    halves = (replace(whole, end=540), replace(whole, start=540))
    new = replace(
        roster,
        duties=tuple(replace(duty, slices=halves) if one == duty else one for one in roster.duties),
    )
    assert changed([version(tmp_path, 1, roster)], new, SEVEN + timedelta(hours=1)) == []


def test_the_same_roster_changes_nothing(tmp_path: Path, roster: Roster) -> None:
    assert changed([version(tmp_path, 1, roster)], roster, SEVEN + timedelta(days=30)) == []


def test_dates_that_the_new_roster_does_not_hold_are_left_alone(tmp_path: Path, roster: Roster) -> None:
    tomorrow = MONDAY + timedelta(days=1)
    later = plain_roster(BUREAU, tomorrow, 7)
    assert changed([version(tmp_path, 1, roster)], later, SEVEN + timedelta(days=30)) == []
    assert changed([version(tmp_path, 2, roster)], without(later, tomorrow), SEVEN + timedelta(days=30)) == [
        (tomorrow, True, False),
        (tomorrow, True, False),
    ]


def test_next_months_roster_does_not_hide_this_months(tmp_path: Path, roster: Roster) -> None:
    """The latest version holds other dates; Monday's duties still stand in the one before."""
    next_week = plain_roster(BUREAU, MONDAY + timedelta(days=7), 7)
    versions = [version(tmp_path, 1, roster), version(tmp_path, 2, next_week)]
    assert len(changed(versions, without(roster, MONDAY), SEVEN + timedelta(days=1))) == 2


def test_the_latest_version_that_holds_a_date_counts(tmp_path: Path, roster: Roster) -> None:
    empty = without(roster, MONDAY)
    versions = [version(tmp_path, 1, roster), version(tmp_path, 2, empty)]
    assert changed(versions, empty, SEVEN + timedelta(days=1)) == []
    assert changed(versions, roster, SEVEN + timedelta(days=1)) == [(MONDAY, False, True)] * 2


def test_a_duty_of_an_edited_shift_that_had_begun_has_not_changed(tmp_path: Path) -> None:
    """Published with the day as it was under an id of the program's; the new roster has its own id."""
    bureau, roster = open_roster(edited_station(tmp_path / "000001"))
    versions = [Version(1, tmp_path / "000001", Deed("publish", "planner", SEVEN), "")]
    same = in_own_shifts(bureau, roster)
    until = SEVEN + timedelta(days=7)
    assert same.duties != roster.duties
    assert frozen_changes(versions, bureau, same, until) == ()
    day = next(one for one in same.duties if (one.day, one.shift) == (MONDAY, "day"))
    shorter = replace(day, slices=(replace(day.slices[0], end=WallMinute(1139)), *day.slices[1:]))
    duties = tuple(shorter if one == day else one for one in same.duties)
    (change,) = frozen_changes(versions, bureau, replace(same, duties=duties), until)
    assert (change.before, change.after) == (day, shorter)
