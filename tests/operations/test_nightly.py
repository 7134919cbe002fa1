"""The night run as an operation: a bureau that is edited meanwhile, a result that is not lawful, a signal."""

from __future__ import annotations

import pickle
import shutil
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.cli.main import run as main
from rosterctl.domain.roster import NoteKind
from rosterctl.intake.load import read_bureau
from rosterctl.operations.next_version import Renewed
from rosterctl.operations.nightly import Plan, nightly
from rosterctl.operations.publish import Publication
from rosterctl.operations.refusals import Stopped, WrongClock
from rosterctl.planning.budget import Budget
from rosterctl.planning.tasks import NameTask
from rosterctl.planning.workers.executor import Executor, Inline, Job
from rosterctl.planning.workers.local import local_processes
from rosterctl.timeline.horizon import Horizon
from tests.support.folders import change
from tests.support.nights import current, numbers, state_of, station, worked
from tests.support.nights import nightly as night_of

pytestmark = pytest.mark.slow

CALLED_IN = ("day", "gate-evening", "peak-evening")
NOW = datetime(2026, 12, 1, 19, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bureau = station(tmp_path_factory.mktemp("once"))
    assert night_of(bureau, "2026-12-01") == 0
    return bureau


@pytest.fixture
def bureau(once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once, tmp_path / "bureau"))


def run(
    bureau: Path,
    meanwhile: Callable[[], None] = lambda: None,
    budget: Budget | None = None,
    today: date = date(2026, 12, 2),
    executor: Callable[[], Executor] = local_processes,
) -> Renewed | None:
    """The night of 2026-12-02, or another. `meanwhile` happens once the bureau is read, before any search."""

    def running() -> Executor:
        meanwhile()
        return executor()

    plan = Plan(today, 28, budget or Budget(60))
    state = state_of(bureau)
    with state.lock():
        state.settle()
        return nightly(bureau, state, plan, Publication("duty", NOW + (today - date(2026, 12, 2))), running)


@pytest.mark.parametrize("published", [False, True])
def test_a_bureau_that_is_edited_meanwhile(bureau: Path, published: bool) -> None:
    """The version holds the bytes that were read, its fingerprint is theirs; the next night sees the edit."""
    if not published:
        shutil.rmtree(bureau / "state")
    files = {"absences.csv": b"P003,2026-12-04,2026-12-04,sickness\n", "requests.csv": b"\n"}
    read = {name: (bureau / name).read_bytes() for name in files}

    def edit() -> None:
        for name, more in files.items():
            (bureau / name).write_bytes(read[name] + more)

    assert run(bureau, edit) is not None
    found = current(bureau)
    assert {name: (found.version.folder / "bureau" / name).read_bytes() for name in files} == read
    kept = read_bureau(found.version.folder / "bureau")
    assert kept.fingerprint == found.roster.fingerprint
    assert works(bureau, "P003", date(2026, 12, 4))
    assert run(bureau) is not None
    assert not works(bureau, "P003", date(2026, 12, 4))


def works(bureau: Path, officer: str, day: date) -> bool:
    return any((one.officer, one.day) == (officer, day) for one in current(bureau).roster.duties)


def test_what_cannot_be_made_lawful_is_kept_and_told_and_all_else_goes_on(bureau: Path) -> None:
    """The rest that is wanted from now on is longer than the rotation itself leaves: beyond repair."""
    change(
        bureau / "bureau.yaml",
        "rulebook: china-police\n",
        "rulebook: china-police\nrules: {rest: {hours: 30}}\n",
    )
    published = current(bureau)
    renewed = run(bureau)
    assert renewed is not None
    assert renewed.degraded
    found = current(bureau)
    kept = found.roster.notes_of(NoteKind.KEPT)
    assert {one.why.partition(":")[0] for one in kept} == {"rest (bureau.yaml"}
    assert {one.rule for one in audit(found.bureau, found.roster).findings} == {"rest"}
    plain = {"day", "night"}
    old = {key for key, shift in worked(published).items() if key[1] > "2026-12-01" and shift in plain}
    assert old <= worked(found).keys()
    assert found.roster.horizon.last > published.roster.horizon.last
    assert state_of(bureau).verify() == ()
    assert run(bureau) is None  # and it is this night's roster, though the audit finds something


def test_without_time_for_new_dates_the_repairs_are_published_and_the_next_night_adds_them(
    bureau: Path,
) -> None:
    """P003 falls ill and the night has no second left to search: whoever is ill is replaced all the same."""
    published = current(bureau).roster
    with (bureau / "absences.csv").open("a") as absences:
        absences.write("P003,2026-12-04,2026-12-04,sickness\n")
    renewed = run(bureau, budget=Budget(60, started=time.monotonic() - 60))
    assert renewed is not None
    assert renewed.degraded
    assert renewed.not_added is not None
    assert renewed.not_added.horizon == Horizon(
        date(2026, 12, 29), 7, renewed.roster.horizon.since
    )  # 28 dates from 1 December are published, and the night adds a week
    assert str(renewed.not_added.why) == "60 s ran out before the first roster"
    assert not works(bureau, "P003", date(2026, 12, 4))
    assert current(bureau).roster.horizon.last == published.horizon.last
    later = run(bureau, today=date(2026, 12, 3))
    assert later is not None
    assert later.not_added is None
    assert later.roster.horizon.last == date(2027, 1, 4)


class Unanswered(Inline):
    """Whoever names officers has not answered when the time is over, which it is a second later."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def submit(self, job: Job) -> int:
        ticket = super().submit(job)
        if isinstance(pickle.loads(job()).task, NameTask):
            self._waiting.pop()
            self.budget.started -= max(self.budget.left() - 1, 0)
        return ticket


@pytest.mark.parametrize(("day", "last"), [(15, date(2026, 12, 28)), (16, date(2027, 1, 18))])
def test_dates_that_came_out_late_are_left_to_another_night_while_fourteen_are_published(
    bureau: Path, day: int, last: date
) -> None:
    """Of 28 dates from 1 December 14 are left on the 15th and 13 on the 16th, when three weeks are added."""
    today = date(2026, 12, day)
    budget = Budget(60)
    renewed = run(bureau, budget=budget, today=today, executor=lambda: Unanswered(budget))
    assert renewed is not None
    assert renewed.roster.horizon.last == last
    missing = renewed.not_added
    assert (missing is None) == (day == 16)
    assert missing is None or (missing.why, missing.late) == (None, ("S01",))
    after = run(bureau, today=today + timedelta(days=1))
    assert after is not None
    assert after.not_added is None
    assert after.roster.horizon.last >= last + timedelta(days=21 if day == 15 else 0)


@pytest.mark.parametrize("published", [False, True])
def test_a_run_that_is_told_to_stop_publishes_nothing(bureau: Path, published: bool) -> None:
    """Before the first search as well as while published duties are carried on."""
    if not published:
        shutil.rmtree(bureau / "state")
    budget = Budget(60)

    def stop() -> None:
        budget.told_to_stop = True

    with pytest.raises(Stopped):
        run(bureau, stop, budget)
    assert numbers(bureau) == ([1] if published else [])
    assert state_of(bureau).verify() == ()
    assert run(bureau) is not None


def test_the_night_that_runs_is_in_the_roster_and_its_tables_until_it_is_over(bureau: Path) -> None:
    """In the night of the 2nd that of the 1st still runs; --days counts from the 2nd on."""
    before = {one for one in current(bureau).roster.duties if one.day == date(2026, 12, 1)}
    assert run(bureau) is not None
    roster = current(bureau).roster
    assert (roster.horizon.first, roster.horizon.today) == (date(2026, 12, 1), date(2026, 12, 2))
    assert {one for one in roster.duties if one.day == date(2026, 12, 1)} == before
    assert roster.horizon.ahead >= 28
    assert run(bureau) is None, "this night is done"


def test_a_limit_made_stricter_takes_off_what_no_longer_fits_and_the_roster_grows(tmp_path: Path) -> None:
    """The rotation alone comes to 48 h in some seven dates: there, no more than four fit beside it."""
    bureau = station(tmp_path)
    assert night_of(bureau, "2026-09-22") in (0, 6)
    published = current(bureau)
    stricter = "rulebook: china-police\nrules: {hours: {days7: 52}}\n"
    change(bureau / "bureau.yaml", "rulebook: china-police\n", stricter)
    assert night_of(bureau, "2026-09-23") in (0, 6)
    carried = current(bureau)
    assert carried.roster.horizon.last == date(2026, 10, 26)
    old, new = worked(published), worked(carried)
    lost = {key: one for key, one in old.items() if key[1] > "2026-09-22" and new.get(key) != one}
    assert lost
    assert set(lost.values()) <= {"overlap-evening", "overlap-both", "overlap-morning", *CALLED_IN}
    assert {new.get(key) for key in lost} <= {"night", None}
    listed = (carried.version.folder / "changes.csv").read_text(encoding="utf-8-sig").splitlines()
    for officer, day in lost:
        (row,) = (one for one in listed if one.startswith(f"{day},") and f",{officer}," in one)
        assert "rule hours leaves no room for it" in row


def night_at(bureau: Path, today: date, now: datetime) -> Renewed | None:
    state = state_of(bureau)
    with state.lock():
        state.settle()
        plan = Plan(today, 28, Budget(60))
        return nightly(bureau, state, plan, Publication("duty", now), local_processes)


def test_the_nights_before_the_first_date_keep_what_is_published_in_step(tmp_path: Path) -> None:
    """December is published on 25 November. By the 27th nothing has happened, by the 28th there is leave."""
    bureau = station(tmp_path)
    made = tmp_path / "december"
    assert main(["solve", str(bureau), "--from", "2026-12-01", "--out", str(made), "--quiet"]) in (0, 6)
    assert main(["publish", str(made), str(bureau), "--now", "2026-11-25T08:00+08:00"]) in (0, 6)
    assert night_at(bureau, date(2026, 11, 26), datetime(2026, 11, 25, 19, 40, tzinfo=UTC)) is not None
    assert night_at(bureau, date(2026, 11, 27), datetime(2026, 11, 26, 19, 40, tzinfo=UTC)) is None
    away = min(day for who, day in worked(current(bureau)) if who == "P003")
    with (bureau / "absences.csv").open("a") as file:
        file.write(f"P003,{away},{away},leave\n")
    assert night_at(bureau, date(2026, 11, 28), datetime(2026, 11, 27, 19, 40, tzinfo=UTC)) is not None
    now = current(bureau)
    assert ("P003", away) not in worked(now)
    assert (now.roster.horizon.first, now.roster.horizon.last) == (date(2026, 12, 1), date(2026, 12, 28))


def test_a_date_before_the_publication_itself_is_a_wrong_clock(bureau: Path) -> None:
    """It was published in the night of 1 December."""
    with pytest.raises(WrongClock):
        night_at(bureau, date(2026, 11, 30), datetime(2026, 11, 29, 19, 40, tzinfo=UTC))
