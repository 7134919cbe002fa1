"""The shipped schedules, filled in: cron's daemon and systemd's own checker judge them, not we."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.operations.schedule import SERVICE, TIMER, Night, crontab, systemd
from tests.support.folders import flawless
from tests.support.night import Record, night, own_mounts
from tests.support.nights import current, state_of

PLAIN = Night(Path("/opt/rosterctl/bin/rosterctl"), Path("/srv/bureau"), None, "duty", 3, 5)
PATH = "/usr/local/bin:/usr/bin:/bin"
LONGEST = 200
"""Seconds until cron must have run a line: it looks once a minute, and the machine may be busy."""


def assert_a_night_was_run(ordered: Night, record: Record) -> None:
    """Today's roster is published. A station may be short of its plan, as the date falls: that is exit 6."""
    (code,) = record.exit_codes
    assert code in (0, 6), record.read("err")
    assert record.read("err") == ""
    assert bool(record.read("out")) == (code == 6)
    published = current(ordered.bureau)
    assert published.version.deed.what == "nightly"
    assert state_of(ordered.bureau).verify() == ()


def settings(text: str) -> dict[str, str]:
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#"))


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_crontab_is_an_environment_and_one_line():
    assert lines(crontab(PLAIN)) == [
        "SHELL=/bin/sh",
        f"PATH={PATH}",
        "LANG=C.UTF-8",
        "MAILTO=duty",
        "5 3 * * * /opt/rosterctl/bin/rosterctl nightly /srv/bureau",
    ]


def test_a_percent_sign_is_not_the_end_of_cron_s_line():
    odd = replace(PLAIN, bureau=Path("/srv/50% off"), state=Path("/srv/it's 5%"))
    assert lines(crontab(odd))[-1] == (
        r"""5 3 * * * /opt/rosterctl/bin/rosterctl nightly '/srv/50\% off' --state '/srv/it'"'"'s 5\%'"""
    )


def test_the_units_run_the_same_at_the_same_time():
    units = systemd(PLAIN)
    service = settings(units[SERVICE])
    assert service["ExecStart"] == "/opt/rosterctl/bin/rosterctl nightly /srv/bureau"
    assert (service["User"], service["ReadWritePaths"]) == ("duty", "/srv/bureau")
    assert service["ProtectSystem"] == "strict"
    timer = settings(units[TIMER])
    assert (timer["OnCalendar"], timer["Persistent"]) == ("*-*-* 03:05:00", "true")


def test_what_systemd_takes_for_something_else_is_quoted():
    odd = replace(PLAIN, bureau=Path('/srv/50% $HOME "x"'))
    service = settings(systemd(odd)[SERVICE])
    assert service["ExecStart"] == r'/opt/rosterctl/bin/rosterctl nightly "/srv/50%% $$HOME \"x\""'
    assert service["ReadWritePaths"] == r'"/srv/50%% $HOME \"x\""'


def test_the_state_can_be_written_wherever_it_is(tmp_path):
    """A path that is not there yet would keep the service from starting, so its folder stands for it."""
    inside = replace(PLAIN, state=PLAIN.bureau / "kept")
    assert settings(systemd(inside)[SERVICE])["ReadWritePaths"] == "/srv/bureau"
    outside = replace(PLAIN, state=tmp_path / "state")
    assert settings(systemd(outside)[SERVICE])["ReadWritePaths"] == f"/srv/bureau {tmp_path}"
    (tmp_path / "state").mkdir()
    assert settings(systemd(outside)[SERVICE])["ReadWritePaths"] == f"/srv/bureau {tmp_path}/state"


def test_nothing_is_left_blank():
    for text in (crontab(PLAIN), *systemd(PLAIN).values()):
        assert [line for line in lines(text) if "{{" in line or "}}" in line] == []


@pytest.mark.parametrize("blank", [False, True])
def test_the_exact_command_runs_with_no_environment_at_all(tmp_path, blank):
    ordered, record = night(tmp_path)
    line = lines(crontab(ordered))[-1].split(" ", 5)[5].replace(r"\%", "%")
    given = [] if blank else [f"PATH={PATH}", "LANG=C.UTF-8"]
    subprocess.run(["env", "-i", *given, "/bin/sh", "-c", line], check=True, timeout=60)
    assert_a_night_was_run(ordered, record)
    assert record.environment.get("LANG") == (None if blank else "C.UTF-8")


@contextmanager
def cron(table: str):
    """Debian's cron in the foreground, alone with this crontab of root's, in file systems of its own.

    What else the system has for cron to run is hidden from it, and all is gone when the process ends.
    """
    daemon = shutil.which("cron", path=f"/usr/sbin:{os.environ['PATH']}")
    if daemon is None:
        pytest.skip("needs Debian's cron (apt-get install cron)")
    hidden = "; ".join(
        f"mkdir -p {place} && mount -t tmpfs -o mode=0755 none {place}"
        for place in ("/run", "/etc/cron.d", "/var/spool/cron")
    )
    script = f"""
        set -e
        {hidden}
        if [ -e /etc/crontab ]; then mount --bind /dev/null /etc/crontab; fi
        mkdir -m 1730 /var/spool/cron/crontabs
        umask 077
        cat > /var/spool/cron/crontabs/root
        exec {daemon} -f
    """
    with subprocess.Popen(
        own_mounts("/bin/sh", "-c", script),
        stdin=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(table.encode())
            process.stdin.close()
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_cron_runs_the_shipped_line(tmp_path):
    soon = datetime.now() + timedelta(seconds=75)
    ordered, record = night(tmp_path, soon.hour, soon.minute)
    with cron(crontab(ordered)) as daemon:
        until = time.monotonic() + LONGEST
        while not record.exit_codes and time.monotonic() < until and daemon.poll() is None:
            time.sleep(0.2)
        assert daemon.poll() is None, "cron ended by itself"
    assert_a_night_was_run(ordered, record)
    named = {name: record.environment.get(name) for name in ("SHELL", "PATH", "LANG")}
    assert named == {"SHELL": "/bin/sh", "PATH": PATH, "LANG": "C.UTF-8"}


def verified(folder: Path, units: dict[str, str]) -> str:
    """What systemd has to say against the units."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze (apt-get install systemd)")
    for name, text in units.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = [str(folder / name) for name in units]
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    ours = [line for line in told.stderr.splitlines() if "rosterctl" in line or str(folder) in line]
    return "\n".join(ours) + ("" if told.returncode == 0 or ours else told.stderr)


def test_systemd_has_nothing_against_the_units(tmp_path):
    ordered, _ = night(tmp_path)
    assert verified(tmp_path, dict(systemd(ordered))) == ""


def test_systemd_would_see_a_mistake(tmp_path):
    ordered, _ = night(tmp_path)
    units = dict(systemd(ordered))
    units[SERVICE] = units[SERVICE].replace("ProtectClock=yes", "ProtectClok=yes")
    units[TIMER] = units[TIMER].replace("OnCalendar=*", "OnCalendar=whenever")
    told = verified(tmp_path, units)
    assert "ProtectClok" in told
    assert "whenever" in told


def test_systemd_finds_a_program_with_an_odd_name(tmp_path):
    """It looks whether the program exists, so our quoting of it is judged by systemd itself."""
    ordered, record = night(tmp_path)
    odd = tmp_path / "50% $HOME ü" / "rosterctl"
    odd.parent.mkdir()
    shutil.copy(record.program, odd)
    assert verified(tmp_path, dict(systemd(replace(ordered, program=odd)))) == ""
    missing = replace(ordered, program=odd.with_name("nothing"))
    assert "is not executable" in verified(tmp_path, dict(systemd(missing)))


def test_systemd_starts_no_program_with_quotation_marks(tmp_path):
    ordered, record = night(tmp_path)
    odd = tmp_path / "it's" / "rosterctl"
    odd.parent.mkdir()
    shutil.copy(record.program, odd)
    assert "special characters" in verified(tmp_path, dict(systemd(replace(ordered, program=odd))))
    assert replace(ordered, program=odd).quoted
    assert not ordered.quoted


def test_the_command_prints_a_crontab(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(flawless(tmp_path))
    assert run(["schedule", "crontab", "--at", "04:05", "--user", "duty", "--state", "kept"]) == 0
    *environment, line = lines(capsys.readouterr().out)
    assert "MAILTO=duty" in environment
    assert line.startswith("5 4 * * * /")
    assert line.endswith(f"/rosterctl nightly {tmp_path}/bureau --state {tmp_path}/bureau/kept")


def test_the_command_prints_or_writes_units(tmp_path, capsys):
    folder = flawless(tmp_path)
    assert run(["schedule", "systemd", str(folder), "--json"]) == 0
    units = json.loads(capsys.readouterr().out)
    assert list(units) == [SERVICE, TIMER]
    assert run(["schedule", "systemd", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out == f"# ==> {SERVICE} <==\n{units[SERVICE]}\n# ==> {TIMER} <==\n{units[TIMER]}"
    hidden = str(tmp_path).startswith("/tmp/")
    assert ("has a /tmp of its own" in err) == hidden
    (tmp_path / "units").mkdir()
    assert run(["schedule", "systemd", str(folder), "--out", str(tmp_path / "units")]) == 0
    written = {path.name: path for path in (tmp_path / "units").iterdir()}
    assert {name: path.read_text() for name, path in written.items()} == units
    assert {path.stat().st_mode & 0o777 for path in written.values()} == {0o644}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "there is no bureau.yaml in "),
        (["bureau", "--at", "7.00"], "'7.00' is not a time such as 07:00"),
        (["bureau", "--state", "nowhere/state"], "make it first"),
        (["bureau", "--user", "a\nb"], "is not the name of a user"),
        (["back\\slash"], "backslashes and control characters cannot be scheduled"),
    ],
)
def test_what_cannot_be_scheduled_is_wrong_usage(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(flawless(tmp_path), tmp_path / "back\\slash")
    assert run(["schedule", "crontab", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
