"""Next month published ahead: both rosters stand end to end, and nobody's rest is broken where they meet.

Everybody works the plain rotation of the station; the current roster has 7 to 10 December 2026.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.domain.change import Change
from rosterctl.domain.roster import Duty, NoteKind, Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.intake.load import read_bureau
from rosterctl.operations.publish import Publication, Publicised, publish
from rosterctl.operations.refusals import Frozen
from rosterctl.operations.versions.joined_roster import joined, leaves_dates
from rosterctl.operations.versions.stretches import NewRoster, PublishedDates
from rosterctl.planning.params import PARAMS
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.roster.made import prove_changed
from rosterctl.planning.roster.swaps import apply
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import files_on_disk, open_roster, write_roster
from rosterctl.storage.state.deeds import Deed
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import plain_roster
from tests.support.folders import change, input_files
from tests.support.nights import current, numbers, state_of
from tests.support.station_roster import (
    FIRST,
    STATION,
    at_44_hours,
    lawful_roster,
    short_once,
    without,
    write_station,
)

LONG_BEFORE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
ON_THE_8TH = datetime(2026, 12, 8, 2, 0, tzinfo=UTC)
"""10:00 by the station's clock: the night of the 7th is over."""


def december(day: int) -> date:
    return date(2026, 12, day)


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    """With one version: the four dates from Monday, 7 December."""
    folder = Path(shutil.copytree(STATION, tmp_path / "bureau"))
    published(folder, lawful_roster(4))
    return folder


def published(
    bureau: Path,
    roster: Roster,
    now: datetime = LONG_BEFORE,
    because: str = "",
    *,
    dry_run: bool = False,
    files: Path = STATION,
) -> Publicised:
    """`files` are those of the bureau for which the roster was made."""
    folder = bureau.parent / f"roster-{roster.horizon.first}"
    made = replace(roster, fingerprint=read_bureau(files).fingerprint)
    write_roster(folder, made, input_files(files))
    state = state_of(bureau)
    with state.lock():
        state.settle()
        return publish(state, folder, Publication("planner", now, because, dry_run=dry_run), bureau)


def shifts(roster: Roster, days: Iterable[date]) -> set[tuple[str, date, str]]:
    wanted = set(days)
    return {(one.officer, one.day, one.shift) for one in roster.duties if one.day in wanted}


def reasons(found: Iterable[Change], day: date) -> set[str]:
    return {one.reason for one in found if one.day == day}


def first_of(roster: Roster, day: date, shift: str) -> Duty:
    return next(one for one in roster.duties if (one.day, one.shift) == (day, shift))


def test_both_stand_and_the_version_is_audited(bureau: Path) -> None:
    more = lawful_roster(3, december(11))
    outcome = published(bureau, more)
    now = current(bureau)
    assert outcome.published
    assert (now.version.number, now.version.deed.what, now.version.deed.base) == (2, "publish", 1)
    assert (now.roster.horizon.first, now.roster.horizon.last) == (FIRST, december(13))
    assert shifts(now.roster, Horizon(FIRST, 4)) == shifts(lawful_roster(4), Horizon(FIRST, 4))
    assert shifts(now.roster, more.horizon) == shifts(more, more.horizon)
    assert now.bureau.carried, "what was borne before is in it, as after a night"
    assert (now.version.folder / "changes.csv").is_file()


def test_on_dates_that_both_have_the_new_one_counts_and_each_change_has_its_reason(bureau: Path) -> None:
    """It begins on the 9th; one officer is at home that day for whom the current roster has a duty."""
    whole = lawful_roster(4, december(9))
    gone = first_of(whole, december(9), "day")
    outcome = published(bureau, without(whole, [gone]))
    roster = current(bureau).roster
    assert (roster.horizon.first, roster.horizon.last) == (FIRST, december(12))
    assert gone.officer not in {one.officer for one in roster.duties if one.day == december(9)}
    assert outcome.joined is not None
    rows = [
        one for one in outcome.joined.renewed.changes if (one.officer, one.day) == (gone.officer, gone.day)
    ]
    assert [(one.after, one.reason) for one in rows] == [(None, "by the roster that was published")]
    assert rows[0] not in outcome.joined.fitted, "that was ordered"


def test_what_lies_after_the_new_one_stays(bureau: Path) -> None:
    """A week in the middle is made anew; the date after it is lost to nobody."""
    outcome = published(bureau, lawful_roster(2, december(8)))
    roster = current(bureau).roster
    assert (roster.horizon.first, roster.horizon.last) == (FIRST, december(10))
    assert shifts(roster, roster.horizon) == shifts(lawful_roster(4), roster.horizon)
    assert outcome.nothing_new, "the plain rotation is what it was"


def test_a_roster_before_the_current_one_is_laid_before_it(bureau: Path) -> None:
    published(bureau, lawful_roster(3, december(4)))
    roster = current(bureau).roster
    assert (roster.horizon.first, roster.horizon.last) == (december(4), december(10))


def test_what_is_over_is_left_behind(bureau: Path) -> None:
    """On the 8th at 10:00 the night of the 7th is over."""
    published(bureau, lawful_roster(3, december(11)), ON_THE_8TH, "late")
    assert current(bureau).roster.horizon.first == december(8)


def test_the_running_night_is_not(bureau: Path) -> None:
    """At 02:00 on the 8th a roster that begins on the 8th leaves the night of the 7th where it is."""
    at_night = datetime(2026, 12, 7, 18, 0, tzinfo=UTC)
    assert leaves_dates(current(bureau), Horizon(december(8), 9), at_night)
    assert not leaves_dates(current(bureau), Horizon(december(8), 9), ON_THE_8TH)
    published(bureau, lawful_roster(5, december(8)), at_night, "new")
    roster = current(bureau).roster
    assert (roster.horizon.first, roster.horizon.today) == (FIRST, december(8))
    assert {one.shift for one in roster.duties if one.day == FIRST} == {"day", "night"}


def test_dates_between_them_are_made(bureau: Path) -> None:
    outcome = published(bureau, lawful_roster(3, december(12)))
    assert outcome.joined is not None
    assert outcome.joined.filled == (december(11),)
    roster = current(bureau).roster
    assert roster.horizon.days == 8
    assert {one.shift for one in roster.duties if one.day == december(11)} >= {"night"}


def test_too_many_dates_between_them_are_refused_with_what_to_do(bureau: Path) -> None:
    """The 11th to the 25th are fifteen."""
    with pytest.raises(BadInput) as refused:
        published(bureau, lawful_roster(2, december(26)))
    (problem,) = refused.value.problems
    assert "nobody has planned 2026-12-11 to 2026-12-25 yet, 15 dates" in problem.message
    assert "`rosterctl solve --from 2026-12-11 --days 15 --out DIR`" in problem.hint
    assert PARAMS.repair.gap_days == 14
    assert numbers(bureau) == [1]


def test_the_same_again_is_nothing_new(bureau: Path) -> None:
    more = lawful_roster(3, december(11))
    published(bureau, more)
    assert published(bureau, more).nothing_new
    assert numbers(bureau) == [1, 2]


def test_a_correction_of_next_month_takes_its_place(bureau: Path) -> None:
    more = lawful_roster(3, december(11))
    published(bureau, more)
    gone = first_of(more, december(12), "day")
    outcome = published(bureau, without(more, [gone]))
    assert outcome.joined is not None
    assert reasons(outcome.joined.renewed.changes, december(12)) >= {"by the roster that was published"}
    assert gone.officer not in {one.officer for one in current(bureau).roster.duties if one.day == gone.day}


def test_a_recall_that_was_lawful_alone_and_is_not_beside_the_current_one_falls(bureau: Path) -> None:
    """Two hours beyond the rotation in eight dates are within the mean of 44 h: 48 h of duty leave 2 h 17.

    But the current roster counts its four weeks from 7 December. The last four of these dates are a period of
    their own then, and 24 h of duty leave 1 h 8.
    """
    published(at_44_hours(bureau), lawful_roster(24), files=bureau)
    more = lawful_roster(8, december(31))
    officer = first_of(more, date(2027, 1, 4), "night").officer
    day = date(2027, 1, 6)
    recall = in_reserve(read_bureau(STATION), officer, day, "peak-evening", "S01", Origin.RECALL)
    outcome = published(bureau, replace(more, duties=(*more.duties, recall)), files=bureau)
    assert outcome.joined is not None
    told = [one for one in outcome.joined.fitted if (one.officer, one.day) == (officer, day)]
    assert [(one.before, one.after) for one in told] == [(recall, None)]
    assert "mean-hours" in told[0].reason
    assert outcome.roster.horizon.last == date(2027, 1, 7)


AT_SEVEN = datetime(2026, 12, 6, 23, 0, tzinfo=UTC)
"""By the station's clock, on the 7th: its day begins."""


@pytest.mark.parametrize("now", [AT_SEVEN, AT_SEVEN + timedelta(minutes=1)])
def test_a_swap_whose_other_side_the_new_roster_cannot_make_is_given_back_unless_it_has_begun(
    tmp_path: Path, now: datetime
) -> None:
    """P003 gave the day of the 7th to P020 for the night of the 13th, which is in the new roster.

    By then P020 is on leave: there is no duty of theirs that P003 could take over. Once P020 is at work for
    P003 the swap stays as it is, and the roster says what is owed.
    """
    bureau = Path(shutil.copytree(STATION, tmp_path / "bureau"))
    rows = "officer_id,date,with_officer,with_date,kind,note\nP003,2026-12-07,P020,2026-12-13,swap,\n"
    (bureau / "exchanges.csv").write_text(rows)
    published(bureau, apply(read_bureau(bureau), lawful_roster(8)), files=bureau)
    assert worked(current(bureau).roster) >= {
        ("P020", december(7), Origin.EXCHANGE),
        ("P003", december(13), Origin.EXCHANGE),
    }
    with (bureau / "absences.csv").open("a") as file:
        file.write("P020,2026-12-13,2026-12-13,leave\n")
    more = lawful_roster(4, december(11))
    gone = next(one for one in more.duties if (one.officer, one.day) == ("P020", december(13)))
    outcome = published(bureau, without(more, [gone]), now, "leave", files=bureau)
    assert outcome.joined is not None
    told = {(one.officer, one.day): one.reason for one in outcome.joined.renewed.changes}
    notes = [(one.kind, one.what) for one in outcome.roster.notes]
    if now == AT_SEVEN:
        reason = "the other side of the swap cannot be made"
        assert (told["P003", december(7)], told["P020", december(7)]) == (reason, reason)
        assert ("P003", december(7), Origin.ROTATION) in worked(current(bureau).roster)
        assert (outcome.roster.notes[-1].kind, outcome.roster.notes[-1].why) == (NoteKind.LEFT_OUT, reason)
    else:
        assert not {("P003", december(7)), ("P020", december(7))} & told.keys()
        assert ("P020", december(7), Origin.EXCHANGE) in worked(current(bureau).roster)
        assert (NoteKind.KEPT, "P003 2026-12-13") in notes


@pytest.mark.parametrize("days", [3, 4])
def test_the_shift_that_runs_is_worked_as_published_where_its_times_were_edited(
    bureau: Path, days: int
) -> None:
    """The day is from 08:00 by now. It has begun at 07:00; a roster of three or of all dates is published."""
    before = [one for one in current(bureau).roster.duties if one.day == FIRST]
    own = 'own_shifts:\n  - {id: day, name: x, symbol: x, start: "08:00", end: "19:00"}'
    change(bureau / "bureau.yaml", "own_shifts:", own)
    made = prove_changed(read_bureau(bureau), plain_roster(read_bureau(bureau), FIRST, days)).roster
    outcome = published(bureau, made, AT_SEVEN + timedelta(minutes=1), "new times", files=bureau)
    after = current(bureau).roster
    found = [replace(one, shift=one.shift.removesuffix("-0700-1900")) for one in after.duties]
    assert [one for one in found if one.day == FIRST] == before
    starts = {one.slices[0].start for one in after.duties if one.shift == "day"}
    assert starts == {480}
    assert outcome.joined is not None
    assert outcome.joined.new == Horizon(december(8), days - 1)


def worked(roster: Roster) -> set[tuple[str, date, Origin]]:
    return {(one.officer, one.day, one.origin) for one in roster.duties}


def test_the_bureau_as_it_is_now_counts_on_all_dates(bureau: Path) -> None:
    """Somebody is on leave by now, of whom neither roster knew: on the 9th, and on the 12th."""
    more = lawful_roster(3, december(11))
    here, there = (
        first_of(one, day, "day").officer
        for one, day in ((lawful_roster(4), december(9)), (more, december(12)))
    )
    with (bureau / "absences.csv").open("a") as file:
        file.write(f"{here},2026-12-09,2026-12-09,leave\n{there},2026-12-12,2026-12-12,leave\n")
    outcome = published(bureau, more)
    duties = {(one.officer, one.day) for one in current(bureau).roster.duties}
    assert not duties & {(here, december(9)), (there, december(12))}
    assert outcome.joined is not None
    assert {(here, december(9)), (there, december(12))} <= {
        (one.officer, one.day) for one in outcome.joined.fitted
    }


def test_without_a_bureau_in_the_folder_the_files_of_the_new_roster_count(
    bureau: Path, tmp_path: Path
) -> None:
    more = write_station(tmp_path / "more", lawful_roster(3, december(11)))
    new = NewRoster(more, *open_roster(more))
    found = joined(
        tmp_path / "nowhere", state_of(bureau), PublishedDates((current(bureau),)), new, LONG_BEFORE
    )
    assert found.renewed.roster.horizon.days == 7


def test_duties_that_begin_soon_want_a_reason(bureau: Path) -> None:
    """On the 8th the duties of the 9th are frozen; repairs of other dates need none."""
    whole = lawful_roster(4, december(9))
    changed = without(whole, [first_of(whole, december(9), "day")])
    with pytest.raises(Frozen) as frozen:
        published(bureau, changed, ON_THE_8TH)
    assert {one.day for one in frozen.value.changes} == {december(9)}
    assert published(bureau, changed, ON_THE_8TH, "two are ill").published


def test_a_dry_run_writes_nothing(bureau: Path) -> None:
    outcome = published(bureau, lawful_roster(3, december(11)), dry_run=True)
    assert (outcome.published, outcome.roster.horizon.days) == (False, 7)
    assert numbers(bureau) == [1]


def test_a_roster_that_is_over_takes_no_current_one_s_place(bureau: Path) -> None:
    published(bureau, lawful_roster(3, december(11)))
    with pytest.raises(BadInput) as refused:
        published(bureau, lawful_roster(4), datetime(2026, 12, 11, 2, tzinfo=UTC))
    assert refused.value.problems[0].message.startswith("its dates are over: it ended on 2026-12-10")
    assert numbers(bureau) == [1, 2]


def test_after_the_current_one_is_over_the_new_one_stands_alone(bureau: Path) -> None:
    published(bureau, lawful_roster(3, december(15)), datetime(2026, 12, 12, 2, tzinfo=UTC))
    assert current(bureau).roster.horizon == Horizon(december(15), 3)


@pytest.mark.parametrize(("minute", "short"), [(19, True), (20, False)])
def test_gaps_that_are_over_degrade_nothing(tmp_path: Path, minute: int, short: bool) -> None:
    """On the 8th the desk is empty from 07:00 to 08:20; at both times next dates are published."""
    folder = short_once(Path(shutil.copytree(STATION, tmp_path / "bureau")), december(8))
    published(folder, lawful_roster(4), files=folder)
    now = datetime(2026, 12, 8, 0, minute, tzinfo=UTC)
    outcome = published(folder, lawful_roster(2, december(11)), now, "meant", files=folder)
    gaps = [one for one in outcome.roster.shortages if one.tier == Tier.LEGAL]
    assert [(one.day, one.start, one.end) for one in gaps] == [(december(8), 420, 500)]
    assert (outcome.published, outcome.degraded, gaps[0] in outcome.ahead) == (True, short, short)


def begun_ahead(bureau: Path) -> None:
    """A night whose clock was ahead has published the 9th to the 12th; version 1 has the days before."""
    ahead = write_station(bureau.parent / "ahead", lawful_roster(4, december(9)))
    state = state_of(bureau)
    with state.lock():
        state.settle()
        state.publish(Deed("nightly", "cron", LONG_BEFORE, 1, ""), files_on_disk(ahead))
    assert current(bureau).roster.horizon.first == december(9)


def test_where_the_current_one_begins_later_the_versions_before_it_say_what_is_published(
    bureau: Path,
) -> None:
    """Next dates are published: nobody's duty of the 7th and 8th is lost."""
    begun_ahead(bureau)
    outcome = published(bureau, lawful_roster(2, december(13)))
    roster = current(bureau).roster
    assert roster.horizon == Horizon(FIRST, 8)
    assert shifts(roster, roster.horizon) == shifts(lawful_roster(8), roster.horizon)
    assert outcome.changes == (), "nobody works anything else than they were told"


def test_a_date_that_has_begun_by_a_version_before_the_current_one_stays(bureau: Path) -> None:
    """At 10:00 on the 8th a roster from the 8th on has somebody at home on the 8th and on the 9th."""
    begun_ahead(bureau)
    whole = lawful_roster(5, december(8))
    gone = [first_of(whole, december(day), "day") for day in (8, 9)]
    outcome = published(bureau, without(whole, gone), ON_THE_8TH, "meant")
    assert outcome.joined is not None
    assert {one.day for one in outcome.joined.ordered} == {december(9)}
    roster = current(bureau).roster
    assert shifts(roster, [december(8)]) == shifts(lawful_roster(4), [december(8)])
    assert roster.horizon.first == december(8)
