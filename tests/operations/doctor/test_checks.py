"""Each check on both sides of its edge, with real files, locks, modes and zones."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from collections import namedtuple
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.operations.doctor.checks import (
    bureau,
    calendar,
    clock,
    file_system,
    last_success,
    lock,
    parts,
    permissions,
    scheduler,
    space,
    state,
    zone,
)
from rosterctl.operations.doctor.patient import Health, Patient
from rosterctl.storage.state.run_history import RunHistory
from tests.support.folders import change
from tests.support.night import own_mounts
from tests.support.patients import NOW, ZONES, patient, publish
from tests.support.patients import zone as set_zone
from tests.support.repository import ROOT

OK, WARNING, WRONG = Health


def healths(check, one):
    return [outcome.health for outcome in check.check(one)]


def said(check, one):
    (outcome,) = check.check(one)
    return outcome.said


# calendar


def of_china(folder: Path, now: datetime = NOW) -> Patient:
    """The flawless bureau under the shipped calendar of China, which is arranged until 2026-12-31."""
    change(patient(folder).bureau / "bureau.yaml", "calendar: plain", "calendar: china")
    return patient(folder, now)


@pytest.mark.parametrize(("day", "health"), [(datetime(2026, 10, 31), OK), (datetime(2026, 11, 1), WARNING)])
def test_a_calendar_that_ends_in_sixty_days(tmp_path, day, health):
    assert healths(calendar, of_china(tmp_path, day.replace(tzinfo=UTC))) == [health]


def test_the_calendar_s_remedy_names_the_file_to_copy_and_the_one_to_write(tmp_path):
    (found,) = calendar.check(of_china(tmp_path))
    assert "until 2026-12-31 only" in found.said
    assert f"copy {ROOT}/configs/calendars/china.yaml to presets/calendars/china.yaml" in found.remedy


def test_nothing_is_said_of_the_calendar_of_a_bureau_with_mistakes(tmp_path):
    change(patient(tmp_path).bureau / "bureau.yaml", "calendar: plain", "calendar: mars")
    assert healths(calendar, patient(tmp_path)) == [OK]


# bureau


def test_a_flawless_bureau(tmp_path):
    assert healths(bureau, patient(tmp_path)) == [OK]


def test_mistakes_in_files_and_in_rules_are_wrong(tmp_path):
    one = patient(tmp_path)
    change(one.bureau / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: twelve}")
    assert said(bureau, patient(tmp_path)) == "mistakes in its files: 1"
    change(one.bureau / "requests.csv", "no-recall", "never")
    assert healths(bureau, patient(tmp_path)) == [WRONG]


def test_mistakes_in_notify_are_a_warning_since_the_night_goes_on(tmp_path):
    one = patient(tmp_path)
    (one.bureau / "notify.yaml").write_text("ping: nonsense\n")
    assert healths(bureau, one) == [OK, WARNING]


def test_a_rotation_that_breaks_a_rule_by_itself_is_a_warning_since_the_night_goes_on(tmp_path):
    one = patient(tmp_path)
    change(one.bureau / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: 25}")
    ok, warned = bureau.check(patient(tmp_path))
    assert (ok.health, warned.health) == (OK, WARNING)
    assert warned.said == "its rotations and rulebook do not go together: 2 warnings"


# clock


def test_the_clock_before_anything_has_run(tmp_path):
    assert healths(clock, patient(tmp_path)) == [OK]


@pytest.mark.parametrize(("seconds", "health"), [(0, OK), (1, WRONG)])
def test_the_clock_is_not_behind_the_last_version(tmp_path, seconds, health):
    publish(patient(tmp_path), NOW + timedelta(seconds=seconds))
    assert healths(clock, patient(tmp_path)) == [health]


@pytest.mark.parametrize(("seconds", "health"), [(0, OK), (1, WRONG)])
def test_the_clock_is_not_behind_the_last_run_which_may_have_failed(tmp_path, seconds, health):
    one = patient(tmp_path)
    publish(one)
    history = RunHistory(one.state / "history.sqlite")
    number = history.begin("nightly", NOW.date(), NOW - timedelta(minutes=5))
    history.end(number, NOW + timedelta(seconds=seconds), 5, None, {})
    assert healths(clock, one) == [health]


# zone


def test_the_system_has_the_zone_of_the_bureau(tmp_path):
    assert said(zone, patient(tmp_path)) == "Asia/Shanghai, like the system's clock"


def test_a_zone_of_another_name_with_the_same_time_will_do(tmp_path):
    one = patient(tmp_path)
    set_zone(one.root, "PRC")
    assert healths(zone, one) == [OK]


def test_another_zone_moves_the_time_of_the_schedule(tmp_path):
    """03:40 UTC is 11:40 in Shanghai, eight hours ahead."""
    one = patient(tmp_path)
    set_zone(one.root, "UTC")
    assert said(zone, one) == (
        "the bureau's is Asia/Shanghai, the system's UTC: 03:40 in a crontab or timer is 11:40 at the bureau"
    )
    assert healths(zone, one) == [WARNING]


def test_zones_that_agree_in_winter_only_are_different(tmp_path):
    """In December Dublin and Reykjavik are both at UTC, in June Dublin is not."""
    one = patient(tmp_path)
    change(one.bureau / "bureau.yaml", "Asia/Shanghai", "Europe/Dublin")
    set_zone(one.root, "Atlantic/Reykjavik")
    assert healths(zone, patient(tmp_path)) == [WARNING]


def test_a_system_without_a_zone_is_at_utc_and_a_copied_file_has_no_name(tmp_path):
    one = patient(tmp_path)
    link = one.root / "etc/localtime"
    link.unlink()
    link.write_bytes((ZONES / "Asia/Shanghai").read_bytes())
    assert healths(zone, one) == [OK]
    link.unlink()
    assert "the system's UTC" in said(zone, one)


def test_a_bureau_with_mistakes_has_no_zone_to_compare(tmp_path):
    one = patient(tmp_path)
    change(one.bureau / "bureau.yaml", "rulebook: house", "rulebook: houses")
    assert healths(zone, patient(tmp_path)) == [OK]


# file system

MOUNTS = r"""
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:20 / /proc rw - proc proc rw
30 21 0:41 / /srv/a\040b rw,relatime shared:7 - nfs4 server:/export rw,vers=4.2
31 30 8:2 / /srv/a\040b/local rw - xfs /dev/sdb1 rw
32 21 0:42 / /mnt rw master:3 - ext4 /dev/sdc1 rw
33 32 0:43 / /mnt rw - fuse.sshfs me@there: rw
34 21 0:44 / /win rw - cifs //server/share rw
35 21 8:3 / /stick rw - fuseblk /dev/sdd1 rw
36 21 0:45 / /tmp rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("path", "kind", "health"),
    [
        ("/srv", "ext4", OK),
        ("/srv/a b", "nfs4", WRONG),
        ("/srv/a b/state", "nfs4", WRONG),
        ("/srv/a bc", "ext4", OK),
        ("/srv/a b/local/state", "xfs", OK),
        ("/mnt/state", "fuse.sshfs", WRONG),
        ("/win", "cifs", WRONG),
        ("/stick/state", "fuseblk", OK),
        ("/tmp/state", "tmpfs", WARNING),
    ],
)
def test_the_nearest_mount_counts_and_of_several_on_one_point_the_last(tmp_path, path, kind, health):
    assert file_system.file_system_of(Path(path), MOUNTS.splitlines()) == kind
    one = patient(tmp_path)
    (one.root / "proc/self").mkdir(parents=True)
    (one.root / "proc/self/mountinfo").write_text(f"1 0 8:1 / / rw - {kind} dev rw\n")
    assert healths(file_system, one) == [health]


def test_a_real_system_says_what_the_state_lies_on(tmp_path):
    one = replace(patient(tmp_path), root=Path("/"))
    told = subprocess.run(
        ["stat", "--file-system", "--format=%T", tmp_path], capture_output=True, text=True, check=True
    ).stdout.strip()
    names = {"ext2/ext3": "ext4", "overlayfs": "overlay"}
    assert f"the state lies on {names.get(told, told)}" in said(file_system, one)


def test_where_it_cannot_be_seen_is_a_warning(tmp_path):
    assert healths(file_system, patient(tmp_path)) == [WARNING]


# permissions


def test_a_private_bureau_and_state(tmp_path):
    one = patient(tmp_path)
    assert healths(permissions, one) == [OK]
    publish(one)
    assert healths(permissions, patient(tmp_path)) == [OK]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o602, 0o610])
def test_an_officers_file_that_others_may_get_at_is_wrong(tmp_path, mode):
    one = patient(tmp_path)
    (one.bureau / "officers/S02.csv").chmod(mode)
    assert said(permissions, one) == (
        f"others may get at 1 files or folders of the bureau ({one.bureau}/officers/S02.csv)"
    )
    assert healths(permissions, one) == [WRONG]


def test_files_without_names_may_be_shared(tmp_path):
    one = patient(tmp_path)
    (one.bureau / "units/S01.yaml").chmod(0o644)
    assert healths(permissions, one) == [OK]


def test_an_open_file_with_secrets_is_wrong(tmp_path):
    one = patient(tmp_path)
    (one.bureau / "notify.yaml").write_text("ping: https://example.org/secret\n")
    (one.bureau / "notify.yaml").chmod(0o600)
    assert healths(permissions, one) == [OK]
    (one.bureau / "notify.yaml").chmod(0o644)
    assert healths(permissions, one) == [WRONG]


def test_officers_files_are_found_although_the_bureau_has_mistakes(tmp_path):
    one = patient(tmp_path)
    change(one.bureau / "requests.csv", "no-recall", "never")
    (one.bureau / "officers/S01.csv").chmod(0o644)
    assert healths(permissions, patient(tmp_path)) == [WRONG]


@pytest.mark.parametrize("name", ["", "versions", "versions/000001/roster.json", "journal.jsonl"])
def test_anything_open_in_the_state_is_wrong_until_the_remedy_is_applied(tmp_path, name):
    one = patient(tmp_path)
    publish(one)
    path = one.state / name
    path.chmod(path.stat().st_mode | 0o004)
    (outcome,) = permissions.check(one)
    assert outcome.health is WRONG
    assert str(path) in outcome.said
    subprocess.run(outcome.remedy, shell=True, check=True)
    assert healths(permissions, one) == [OK]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_belongs_to_somebody_else_is_wrong(tmp_path):
    one = patient(tmp_path)
    publish(one)
    os.chown(one.state / "current", 12345, 12345)
    assert said(permissions, one) == f"1 belong to somebody else ({one.state}/current)"


def test_a_link_is_not_followed(tmp_path):
    one = patient(tmp_path)
    publish(one)
    (one.state / "exports").symlink_to("/usr")
    assert healths(permissions, one) == [OK]


# lock


def test_no_lock_yet_and_a_lock_that_was_given_back(tmp_path):
    one = patient(tmp_path)
    assert said(lock, one) == "free"
    publish(one)
    assert said(lock, one) == "free"


HOLD = """
import pathlib, sys, time
from rosterctl.storage.state.state import State
with State(pathlib.Path(sys.argv[1])).lock():
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds the lock of the state."""
    where = str(tmp_path / "bureau/state")
    patient(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, where], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(("age", "health"), [(timedelta(), OK), (timedelta(hours=2, minutes=1), WARNING)])
def test_a_lock_that_is_held_is_told_and_after_two_hours_a_warning(tmp_path, holder, age, health):
    one = patient(tmp_path, datetime.now(UTC) + age)
    assert f"held by process {holder.pid} since " in said(lock, one)
    assert healths(lock, one) == [health]
    assert holder.poll() is None


def test_a_holder_that_died_is_fine(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    one = patient(tmp_path, datetime.now(UTC))
    assert said(lock, one) == f"free; process {holder.pid}, which held it, died, and the next run takes it"
    assert healths(lock, one) == [OK]


def test_looking_at_a_lock_leaves_it_free(tmp_path):
    one = patient(tmp_path)
    publish(one)
    assert healths(lock, one) == [OK]
    with (one.state / "lock").open("r+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


# space

Usage = namedtuple("Usage", "total used free")


def test_there_is_space_for_ten_versions(tmp_path, monkeypatch):
    one = patient(tmp_path)
    publish(one)
    folder = one.state / "versions/000001"
    need = 10 * sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    for free, health in ((need, OK), (need - 1, WRONG)):
        monkeypatch.setattr("shutil.disk_usage", lambda _, free=free: Usage(0, 0, free))
        assert healths(space, one) == [health]


def test_before_the_first_version_the_bureau_is_the_measure(tmp_path):
    assert healths(space, patient(tmp_path)) == [OK]


def test_a_small_file_system_is_too_small(tmp_path):
    """A real one of 64 KiB, in a mount namespace of its own."""
    patient(tmp_path)
    here = tmp_path / "bureau"
    (here / "state").mkdir(mode=0o700)
    script = (
        f"mount -t tmpfs -o size=64k,mode=0700 none '{here}/state' && "
        f"exec {sys.executable} -c 'from rosterctl.cli.main import main; main()' doctor '{here}' --json"
    )
    told = subprocess.run(
        own_mounts("/bin/sh", "-c", script),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert told.returncode == 8
    assert '"found": "0.1 MB free, ten versions take ' in told.stdout


# last success


@pytest.mark.parametrize(
    ("age", "health"),
    [
        (timedelta(hours=26), OK),
        (timedelta(hours=26, seconds=1), WARNING),
        (timedelta(hours=72), WARNING),
        (timedelta(hours=72, seconds=1), WRONG),
    ],
)
def test_a_missed_night_is_a_warning_and_three_are_wrong(tmp_path, age, health):
    one = patient(tmp_path)
    publish(one, NOW - age)
    assert healths(last_success, one) == [health]


def test_nothing_published_yet_is_a_warning(tmp_path):
    assert healths(last_success, patient(tmp_path)) == [WARNING]


def test_a_night_with_nothing_to_do_was_a_success_and_one_that_failed_was_none(tmp_path):
    one = patient(tmp_path)
    publish(one, NOW - timedelta(days=9))
    history = RunHistory(one.state / "history.sqlite")
    for ago, code in ((timedelta(hours=20), 0), (timedelta(hours=1), 5)):
        number = history.begin("nightly", NOW.date(), NOW - ago)
        history.end(number, NOW - ago, code, None, {})
    assert said(last_success, one) == "20 hours ago"


# state


def test_an_intact_state_and_none(tmp_path):
    one = patient(tmp_path)
    assert healths(state, one) == [OK]
    publish(one)
    assert said(state, one) == "intact; version 1 is current"


@pytest.mark.parametrize("name", ["versions/000001/roster.json", "journal.jsonl", "current"])
def test_a_state_that_was_edited_is_wrong(tmp_path, name):
    one = patient(tmp_path)
    publish(one)
    path = one.state / name
    path.write_bytes(path.read_bytes().replace(b"1", b"2"))
    assert set(healths(state, one)) == {WRONG}


# scheduler


@pytest.fixture
def no_crontab(monkeypatch):
    """Nobody has a crontab: the program is not found."""
    monkeypatch.setenv("PATH", "/nowhere")


@pytest.mark.usefixtures("no_crontab")
def test_nothing_that_runs_it_is_a_warning_that_says_how(tmp_path):
    (outcome,) = scheduler.check(patient(tmp_path))
    assert outcome.health is WARNING
    assert f"rosterctl schedule crontab {tmp_path}/bureau" in outcome.remedy


@pytest.mark.parametrize("name", ["etc/crontab", "etc/cron.d/rosterctl", "var/spool/cron/crontabs/duty"])
@pytest.mark.usefixtures("no_crontab")
def test_a_crontab_is_found_unless_its_line_is_a_comment(tmp_path, name):
    one = patient(tmp_path)
    file = one.root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# 40 3 * * * /opt/rosterctl nightly /srv\n5 5 * * * other nightly\n")
    assert healths(scheduler, one) == [WARNING]
    file.write_text("40 3 * * * /opt/bin/rosterctl nightly /srv\n")
    assert said(scheduler, one) == f"the nightly run stands in {file}"


def test_a_crontab_of_one_s_own_is_found(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/crontab"
    program.write_text("#!/bin/sh\ntest \"$1\" = -l && echo '1 2 * * * /x/rosterctl nightly /srv'\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    assert said(scheduler, patient(tmp_path)) == "the nightly run stands in your crontab"


@pytest.mark.usefixtures("no_crontab")
def test_a_timer_counts_when_it_is_switched_on(tmp_path):
    one = patient(tmp_path)
    units = one.root / "etc/systemd/system"
    (units / "timers.target.wants").mkdir(parents=True)
    (units / "rosterctl-nightly.timer").write_text("[Timer]\n")
    assert healths(scheduler, one) == [WARNING]
    (units / "timers.target.wants/rosterctl-nightly.timer").symlink_to("../rosterctl-nightly.timer")
    assert healths(scheduler, one) == [OK]


# parts


def test_the_parts_are_those_it_was_made_for(tmp_path):
    assert healths(parts, patient(tmp_path)) == [OK]
    assert '"ortools>=9.12,<10"' in (ROOT / "pyproject.toml").read_text()


@pytest.mark.parametrize(
    ("found", "health"),
    [
        ("9.9.3963", WARNING),
        ("9.11", WARNING),
        ("9.12", OK),
        ("9.12.4544", OK),
        ("9.99", OK),
        ("10.0", WARNING),
    ],
)
def test_the_solver_is_judged_by_what_is_declared(tmp_path, monkeypatch, found, health):
    """9.12 is the first that will do and 10 the first that will not; 9.9 and 9.11 are older than 9.12."""
    monkeypatch.setattr(parts, "version", lambda name: {"ortools": found}[name])
    (outcome,) = parts.check(patient(tmp_path))
    assert outcome.health is health
    made_for = "" if health is OK else ": rosterctl was made for >=9.12,<10"
    assert outcome.said.endswith(f", OR-Tools {found}{made_for}")


def test_without_a_solver_nothing_can_be_made(tmp_path, monkeypatch):
    def missing(name):
        raise parts.PackageNotFoundError(name)

    monkeypatch.setattr(parts, "version", missing)
    assert healths(parts, patient(tmp_path)) == [WRONG]


@pytest.mark.parametrize(
    ("found", "wanted", "fit"),
    [
        ("1.0", "", True),
        ("1.1", ">1", True),
        ("1", ">1", False),
        ("2", "<=2", True),
        ("2.1", "<=2", False),
        ("2", "==2", True),
        ("2", "!=2", False),
        ("3.1rc1", ">=3.1", True),
    ],
)
def test_a_version_fits_when_it_keeps_every_bound(found, wanted, fit):
    assert parts.fits(found, wanted) is fit
