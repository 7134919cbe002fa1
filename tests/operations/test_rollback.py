"""Going back to an old version: what counts again, what stays as it is, and what is told of it.

Everybody works the plain rotation of the station from 7 to 10 December 2026 by version 1.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rosterctl.domain.change import Change
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.tier import Tier
from rosterctl.intake.load import read_bureau
from rosterctl.operations.publish import Publication, Publicised, publish
from rosterctl.operations.refusals import Frozen
from rosterctl.operations.retired_shifts import RETIRED
from rosterctl.operations.rollback import roll_back
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import BUREAU, files_on_disk, write_roster
from rosterctl.storage.state.deeds import Deed
from rosterctl.timeline.horizon import Horizon
from tests.support.folders import change, input_files
from tests.support.nights import current, nightly, numbers, replan, state_of
from tests.support.station_roster import FIRST, STATION, lawful_roster, short_once, without, write_station

LONG_BEFORE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
ON_THE_8TH = datetime(2026, 12, 8, 2, 0, tzinfo=UTC)
"""10:00 by the station's clock: the day of the 8th has begun."""
BACK = "by going back to version 1"


def december(day: int) -> date:
    return date(2026, 12, day)


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(STATION, tmp_path / "bureau"))
    published(folder, lawful_roster(4))
    return folder


def published(bureau: Path, roster: Roster, now: datetime = LONG_BEFORE, files: Path = STATION) -> None:
    """`files` are those of the bureau for which the roster was made."""
    state, number = state_of(bureau), len(numbers(bureau))
    folder = bureau.parent / f"roster-{number}"
    write_roster(folder, replace(roster, fingerprint=read_bureau(files).fingerprint), input_files(files))
    with state.lock():
        state.settle()
        publish(state, folder, Publication("planner", now, "a test"), bureau)


def gone_back(
    bureau: Path,
    number: int = 1,
    now: datetime = LONG_BEFORE,
    because: str = "",
    *,
    drop_later: bool = False,
    dry_run: bool = False,
    folder: Path | None = None,
) -> Publicised:
    state = state_of(bureau)
    order = Publication("planner", now, because, dry_run=dry_run)
    with state.lock():
        state.settle()
        return roll_back(state, number, order, folder or bureau, drop_later=drop_later)


def at_home(*days: int, dates: int = 4) -> tuple[Roster, tuple[Duty, ...]]:
    """The plain rotation in which one officer of the day is at home on these dates; and their duties."""
    whole = lawful_roster(dates)
    gone = tuple(
        next(one for one in whole.duties if (one.day, one.shift) == (december(day), "day")) for day in days
    )
    return without(whole, list(gone)), gone


def duties(roster: Roster, *days: int) -> set[tuple[str, date, str]]:
    wanted = {december(day) for day in days}
    return {(one.officer, one.day, one.shift) for one in roster.duties if one.day in wanted}


def rows(changes: Iterable[Change]) -> set[tuple[str, date, str]]:
    return {(one.officer, one.day, one.reason) for one in changes}


def rows_on_disk(outcome: Publicised) -> set[tuple[str, date, str]]:
    assert outcome.version is not None
    with (outcome.version.folder / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["officer_id"], date.fromisoformat(row["date"]), row["reason"])
            for row in csv.DictReader(file)
        }


def test_later_dates_stay_and_every_other_duty_is_as_it_was(bureau: Path) -> None:
    """By version 2 somebody is at home on the 9th, and two dates more are published."""
    roster, (back,) = at_home(9, dates=6)
    published(bureau, roster)
    outcome = gone_back(bureau)
    now = current(bureau)
    assert (now.version.number, now.version.deed.what, now.version.deed.base) == (3, "rollback", 1)
    assert now.roster.horizon == Horizon(FIRST, 6)
    assert duties(now.roster, *range(7, 11)) == duties(lawful_roster(4), *range(7, 11))
    assert duties(now.roster, 11, 12) == duties(roster, 11, 12)
    told = {(back.officer, december(9), BACK)}
    assert {one for one in rows(outcome.changes) if one[0] == back.officer} == told
    assert rows(outcome.changes) == rows_on_disk(outcome)


def test_later_dates_are_dropped_where_that_is_asked_for_each_duty_with_its_row(bureau: Path) -> None:
    roster, _ = at_home(9, dates=6)
    published(bureau, roster)
    outcome = gone_back(bureau, drop_later=True)
    assert current(bureau).roster.horizon == Horizon(FIRST, 4)
    reason = "taken away by going back to version 1"
    dropped = {(officer, day, reason) for officer, day, _ in duties(roster, 11, 12)}
    assert {one for one in rows(outcome.changes) if one[1] > december(10)} == dropped
    assert outcome.joined is not None
    assert outcome.joined.dropped == len(dropped)
    assert rows_on_disk(outcome) == rows(outcome.changes)


def test_what_is_over_or_has_begun_stays_and_has_no_row(bureau: Path) -> None:
    """At 10:00 on the 8th. By version 2 somebody is at home on the 7th, the 8th and the 9th."""
    roster, (_, running, back) = at_home(7, 8, 9)
    published(bureau, roster)
    outcome = gone_back(bureau, now=ON_THE_8TH, because="wrong")
    found = current(bureau).roster
    assert found.horizon.first == december(8)
    assert duties(found, 8) == duties(roster, 8)
    assert running.officer not in {officer for officer, *_ in duties(found, 8)}
    assert duties(found, 9, 10) == duties(lawful_roster(4), 9, 10)
    assert {one.day for one in outcome.changes} == {back.day}
    assert rows_on_disk(outcome) == rows(outcome.changes)


def test_before_its_first_duty_begins_today_goes_back_too(bureau: Path) -> None:
    """At 02:00 on the 8th the night of the 7th runs on, as version 2 has it, and the day is to come."""
    at_night = datetime(2026, 12, 7, 18, 0, tzinfo=UTC)
    roster, _ = at_home(7, 8)
    published(bureau, roster)
    gone_back(bureau, now=at_night, because="wrong")
    found = current(bureau).roster
    assert (found.horizon.first, found.horizon.today) == (FIRST, december(8))
    assert duties(found, 7) == duties(roster, 7)
    assert duties(found, 8, 9, 10) == duties(lawful_roster(4), 8, 9, 10)


def test_who_is_away_by_now_stays_away(bureau: Path) -> None:
    """On leave on the 9th, which was entered after version 1; another duty of the 10th comes back."""
    roster, (away, back) = at_home(9, 10)
    with (bureau / "absences.csv").open("a") as file:
        file.write(f"{away.officer},2026-12-09,2026-12-09,leave\n")
    published(bureau, roster)
    outcome = gone_back(bureau, now=ON_THE_8TH, because="wrong")
    now = duties(current(bureau).roster, 9, 10)
    assert (away.officer, december(9), "day") not in now
    assert (back.officer, december(10), "day") in now
    assert (away.officer, december(9)) not in {(one.officer, one.day) for one in outcome.changes}
    assert outcome.joined is not None
    (left,) = (one for one in outcome.joined.not_back if one.officer == away.officer)
    assert (left.day, left.before, left.after, left.reason) == (december(9), away, None, "away: leave")


@pytest.mark.slow
@pytest.mark.parametrize(("start", "end"), [("08:00", "19:00"), ("07:00", "20:00")])
def test_what_was_worked_since_a_shift_was_edited_stays_in_its_new_times(
    bureau: Path, start: str, end: str
) -> None:
    """The day is edited on the 7th at 10:00. On the 9th, the day of version 1 has begun on no date since.

    By version 2 somebody is at home on the 10th, who comes back, in the new times.
    """
    roster, (back,) = at_home(10)
    published(bureau, roster)
    own = f'own_shifts:\n  - {{id: day, name: x, symbol: x, start: "{start}", end: "{end}"}}'
    change(bureau / "bureau.yaml", "own_shifts:", own)
    assert replan(bureau, "2026-12-07T10:00") in (0, 6)
    assert nightly(bureau, "2026-12-09") in (0, 6)
    before = current(bureau).roster
    outcome = gone_back(bureau, now=datetime(2026, 12, 9, 4, 0, tzinfo=UTC), because="wrong")
    after = current(bureau)

    def on(roster: Roster, *days: int) -> set[Duty]:
        wanted = {december(day) for day in days}
        return {one for one in (*roster.before, *roster.duties) if one.day in wanted}

    assert on(after.roster, 7, 8, 9) == on(before, 7, 8, 9)
    assert {one.shift for one in on(after.roster, 7)} >= {"day-0700-1900"}
    assert {one.shift for one in on(after.roster, 8, 9)} >= {"day"}
    (again,) = (one for one in on(after.roster, 10) if one.officer == back.officer)
    shift = after.bureau.shifts["day"]
    assert (again.shift, again.slices[0].start, again.until) == ("day", shift.start, shift.end)
    assert all(one.day > december(9) for one in outcome.changes)
    (was,) = json.loads((after.version.folder / BUREAU / RETIRED).read_text())["shifts"]
    assert (was["id"], was["until"]) == ("day-0700-1900", "2026-12-07")


def test_duties_that_begin_soon_want_a_reason(bureau: Path) -> None:
    """On the 8th the duties of the 9th and the 10th are frozen, and both are named with why."""
    roster, (one, other) = at_home(9, 10)
    published(bureau, roster)
    with pytest.raises(Frozen) as frozen:
        gone_back(bureau, now=ON_THE_8TH)
    told = {(one.officer, december(9), BACK), (other.officer, december(10), BACK)}
    assert {row for row in rows(frozen.value.changes) if row[0] in {one.officer, other.officer}} == told
    assert numbers(bureau) == [1, 2]
    assert gone_back(bureau, now=ON_THE_8TH, because="wrong").published


def test_dropping_soon_wants_a_reason_too(bureau: Path) -> None:
    """On the 10th, the last date of version 1, which has begun: nothing of it is to come."""
    on_the_10th = datetime(2026, 12, 10, 2, 0, tzinfo=UTC)
    roster = lawful_roster(6)
    published(bureau, roster)
    assert gone_back(bureau, now=on_the_10th).nothing_new
    with pytest.raises(Frozen) as frozen:
        gone_back(bureau, now=on_the_10th, drop_later=True)
    assert {one.day for one in frozen.value.changes} == {december(11), december(12)}
    assert gone_back(bureau, now=on_the_10th, because="wrong", drop_later=True).published
    assert current(bureau).roster.horizon == Horizon(december(10), 1, FIRST)


def test_going_back_again(bureau: Path) -> None:
    """From version 3, which is version 1, to version 2, and to version 3."""
    roster, (back,) = at_home(9)
    published(bureau, roster)
    gone_back(bureau)
    again = gone_back(bureau, 2)
    assert duties(current(bureau).roster, 7, 8, 9, 10) == duties(roster, 7, 8, 9, 10)
    assert (back.officer, december(9), "by going back to version 2") in rows_on_disk(again)
    gone_back(bureau, 3)
    assert duties(current(bureau).roster, 7, 8, 9, 10) == duties(lawful_roster(4), 7, 8, 9, 10)
    assert numbers(bureau) == [1, 2, 3, 4, 5]


def test_what_is_so_already_makes_no_version(bureau: Path) -> None:
    """Of version 2, which has all of version 1 and more, and of the current version itself."""
    published(bureau, lawful_roster(6))
    assert gone_back(bureau).nothing_new
    assert gone_back(bureau, 2).nothing_new
    assert numbers(bureau) == [1, 2]


def test_where_the_current_one_begins_later_the_versions_before_it_say_what_is_published(
    bureau: Path,
) -> None:
    """A night whose clock was two days ahead has published the 9th to the 12th."""
    ahead = write_station(bureau.parent / "ahead", lawful_roster(4, december(9)))
    state = state_of(bureau)
    with state.lock():
        state.settle()
        state.publish(Deed("nightly", "cron", LONG_BEFORE, 1, ""), files_on_disk(ahead))
    assert current(bureau).roster.horizon.first == december(9)
    outcome = gone_back(bureau)
    assert current(bureau).roster.horizon == Horizon(FIRST, 6)
    assert outcome.changes == (), "nobody works anything else than they were told"
    assert gone_back(bureau).nothing_new


def test_without_a_bureau_in_the_folder_the_files_of_the_current_version_count(
    bureau: Path, tmp_path: Path
) -> None:
    roster, (back,) = at_home(9)
    published(bureau, roster)
    gone_back(bureau, folder=tmp_path / "nowhere")
    assert (back.officer, december(9), "day") in duties(current(bureau).roster, 9)


def test_a_dry_run_tells_all_and_writes_nothing(bureau: Path) -> None:
    roster, (back,) = at_home(9)
    published(bureau, roster)
    outcome = gone_back(bureau, dry_run=True)
    assert (back.officer, december(9), BACK) in rows(outcome.changes)
    assert not outcome.published
    assert numbers(bureau) == [1, 2]


def test_a_version_that_is_over_is_refused(bureau: Path) -> None:
    published(bureau, lawful_roster(6))
    with pytest.raises(BadInput) as refused:
        gone_back(bureau, now=datetime(2026, 12, 11, 2, tzinfo=UTC))
    assert refused.value.problems[0].message.startswith("its dates are over: it ended on 2026-12-10")


def test_too_many_dates_before_what_is_published_later(bureau: Path) -> None:
    """A night whose clock was ahead has begun on the 26th: the 11th to the 25th are fifteen dates."""
    ahead = write_station(bureau.parent / "ahead", lawful_roster(2, december(26)))
    state = state_of(bureau)
    with state.lock():
        state.settle()
        state.publish(Deed("nightly", "cron", LONG_BEFORE, 1, ""), files_on_disk(ahead))
    with pytest.raises(BadInput) as refused:
        gone_back(bureau)
    (problem,) = refused.value.problems
    assert "nobody has planned 2026-12-11 to 2026-12-25, 15 dates" in problem.message
    assert problem.hint.startswith("`--drop-later` takes away what is published after it")
    gone_back(bureau, drop_later=True)
    assert current(bureau).roster.horizon == Horizon(FIRST, 4)


@pytest.mark.parametrize(("minute", "short"), [(19, True), (20, False)])
def test_gaps_that_are_over_degrade_nothing(tmp_path: Path, minute: int, short: bool) -> None:
    """On the 8th the desk is empty from 07:00 to 08:20; at both times the later dates are taken away."""
    folder = short_once(Path(shutil.copytree(STATION, tmp_path / "bureau")), december(8))
    for dates in (4, 6):
        published(folder, lawful_roster(dates), files=folder)
    now = datetime(2026, 12, 8, 0, minute, tzinfo=UTC)
    outcome = gone_back(folder, 1, now, "meant", drop_later=True)
    gaps = [one for one in outcome.roster.shortages if one.tier == Tier.LEGAL]
    assert [(one.day, one.start, one.end) for one in gaps] == [(december(8), 420, 500)]
    assert (outcome.published, outcome.degraded, gaps[0] in outcome.ahead) == (True, short, short)
