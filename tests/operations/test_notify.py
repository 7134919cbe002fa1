"""Channels are told, each in its own way, by real servers and processes; whatever fails is one warning."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from rosterctl.domain.channels import Address, Channels
from rosterctl.intake.load import read_bureau
from rosterctl.operations import notify
from rosterctl.operations.channels.command import surroundings
from rosterctl.operations.channels.notice import Notice, NoticeFacts, NoticeMoment
from tests.support.folders import flawless
from tests.support.listener import Listener

BEGUN = NoticeFacts("demo", 7, "nightly")
DONE = NoticeFacts("demo", 7, "nightly", 6, 12, 4, 56, 3, {1: 0, 2: 90, 3: 8}, 12.34)
SECRET = "4c1d-secret"
SOON = 1.0
"""The limit for channels that never answer: long enough for a request to arrive."""


@pytest.fixture(autouse=True)
def straight(monkeypatch):
    """No proxy between these tests and their servers."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def ended(facts=DONE, seconds=5.0, **channels):
    """What is warned of when these channels are told of the end."""
    return told(notify.ended, facts, seconds, **channels)


def told(tell, facts, seconds=5.0, **channels):
    warnings = []
    named = {
        key: value if key == "command" else Address(f"{value}/{SECRET}") for key, value in channels.items()
    }
    tell(Channels(**named), facts, warnings.append, seconds)
    assert not [one for one in warnings if SECRET in one]
    return warnings


def test_no_channel_nobody_told(capsys):
    notify.started(Channels(), BEGUN)
    notify.ended(Channels(), DONE)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("tell", "exit_code", "path"),
    [
        (notify.started, None, "/start"),
        (notify.ended, 0, ""),
        (notify.ended, 1, "/1"),
        (notify.ended, 6, "/6"),
        (notify.ended, 143, "/143"),
    ],
)
def test_a_health_check_hears_the_beginning_and_the_exit_code(tell, exit_code, path):
    with Listener() as check:
        assert told(tell, NoticeFacts("demo", 7, "nightly", exit_code), ping=check.url) == []
    assert [(one.method, one.path, one.body) for one in check.heard] == [("GET", f"/{SECRET}{path}", b"")]


def test_a_query_stays_behind_the_exit_code():
    with Listener() as check:
        notify.ended(Channels(ping=Address(f"{check.url}/night/?create=1")), DONE)
    assert [one.path for one in check.heard] == ["/night/6?create=1"]


def test_a_webhook_gets_the_facts_as_json():
    with Listener() as hook:
        assert ended(webhook=hook.url) == []
        assert told(notify.started, BEGUN, webhook=hook.url) == []
    end, start = hook.heard
    assert (end.method, end.path) == ("POST", f"/{SECRET}")
    assert end.headers["Content-Type"] == "application/json; charset=utf-8"
    assert end.json == {
        "event": "ended",
        "bureau": "demo",
        "run": 7,
        "what": "nightly",
        "exit_code": 6,
        "version": 12,
        "officers": 4,
        "duties": 56,
        "changes": 3,
        "short_legal": 0,
        "short_plan": 90,
        "short_strength": 8,
        "seconds": 12.3,
    }
    assert start.json == {
        **dict.fromkeys(("exit_code", "version", "officers", "duties", "changes", "seconds")),
        "event": "started",
        "bureau": "demo",
        "run": 7,
        "what": "nightly",
    }


def test_a_command_gets_the_facts_in_its_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("ROSTERCTL_VERSION", "999")
    monkeypatch.setenv("ROSTERCTL_PING", SECRET)
    heard = tmp_path / "heard"
    script = f'env | grep ^ROSTERCTL_ | sort > {heard}; printf \'%s\\n\' "$0" "$1" >> {heard}'
    words = ("sh", "-c", script, "$(false) ; %", "a b")
    assert told(notify.started, BEGUN, command=words) == []
    assert heard.read_text().splitlines() == [
        "ROSTERCTL_BUREAU=demo",
        "ROSTERCTL_EVENT=started",
        "ROSTERCTL_RUN=7",
        "ROSTERCTL_WHAT=nightly",
        "$(false) ; %",
        "a b",
    ]
    assert ended(command=words) == []
    assert {"ROSTERCTL_EXIT_CODE=6", "ROSTERCTL_SHORT_PLAN=90"} <= set(heard.read_text().splitlines())


def test_what_a_command_prints_is_dropped(capfd):
    assert ended(command=("sh", "-c", "echo out; echo err >&2")) == []
    assert capfd.readouterr() == ("", "")


def test_nobody_is_named(tmp_path):
    """The whole of what is sent, held against everything the bureau knows of its people and places."""
    folder = flawless(tmp_path)
    bureau = read_bureau(folder)
    private = {text for one in bureau.officers.values() for text in (one.id, one.name, one.badge) if text}
    private |= {"1001", str(folder), str(tmp_path)}
    heard = tmp_path / "heard"
    with Listener() as web:
        command = ("sh", "-c", f"env | grep ^ROSTERCTL_ > {heard}")
        assert ended(ping=web.url, webhook=web.url, command=command) == []
        assert told(notify.started, BEGUN, ping=web.url, webhook=web.url) == []
    sent = [one.whole for one in web.heard] + [heard.read_text()]
    assert len(sent) == 5
    assert [(text, word) for text in sent for word in private if word in text] == []


@pytest.mark.parametrize("status", [404, 500, 503])
@pytest.mark.parametrize("channel", ["ping", "webhook"])
def test_an_answer_that_is_no_success_is_a_warning(status, channel):
    with Listener(status) as web:
        (warning,) = ended(**{channel: web.url})
    assert warning.endswith(f" at 127.0.0.1 was not told: it answered {status}")


@pytest.mark.parametrize("status", [200, 201, 204])
def test_any_success_will_do(status):
    with Listener(status) as web:
        assert ended(webhook=web.url) == []


def test_a_server_that_closes_the_connection_is_a_warning():
    with Listener("close") as web:
        assert ended(ping=web.url) == [
            "the health check at 127.0.0.1 was not told: it closed the connection without an answer"
        ]


def test_nobody_listening_is_a_warning():
    with Listener() as web:
        url = web.url
    assert ended(webhook=url) == ["the webhook at 127.0.0.1 was not told: connection refused"]


def test_a_host_that_does_not_exist_is_a_warning():
    (warning,) = ended(ping="http://nowhere.invalid")
    assert warning.startswith("the health check at nowhere.invalid was not told: ")


@pytest.mark.parametrize("manner", ["hang", "drip"])
def test_who_never_answers_is_given_up(manner):
    """The server goes on for as long as the test lasts, so without a limit this would never end."""
    with Listener(manner) as web:
        warnings = ended(seconds=SOON, ping=web.url, webhook=web.url)
        assert len(web.heard) == 2
    assert warnings == [
        "the health check at 127.0.0.1 was not told: no answer within 1 seconds",
        "the webhook at 127.0.0.1 was not told: no answer within 1 seconds",
    ]


def test_one_that_hangs_does_not_keep_the_others_from_hearing(tmp_path):
    heard = tmp_path / "heard"
    with Listener("hang") as dead, Listener() as alive:
        warnings = ended(seconds=SOON, ping=dead.url, webhook=alive.url, command=("touch", str(heard)))
    assert len(warnings) == 1
    assert len(alive.heard) == 1
    assert heard.exists()


def test_a_command_that_hangs_is_killed_with_its_children(tmp_path):
    pids = tmp_path / "pids"
    script = f"sleep 600 & echo $! > {pids}; echo $$ >> {pids}; wait"
    assert ended(seconds=1.0, command=("sh", "-c", script)) == [
        "the command sh was not told: it was ended after 1 seconds"
    ]
    for pid in map(int, pids.read_text().split()):
        until = time.monotonic() + 30
        while _running(pid) and time.monotonic() < until:
            time.sleep(0.02)
        assert not _running(pid)


def _running(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        (("sh", "-c", "exit 3"), "the command sh was not told: it exited 3"),
        (("sh", "-c", "kill -9 $$"), "the command sh was not told: it was killed by SIGKILL"),
        (
            ("/nowhere/tell",),
            "the command tell was not told: it cannot be started: no such file or directory",
        ),
        (("/etc/passwd",), "the command passwd was not told: it cannot be started: permission denied"),
    ],
)
def test_a_command_that_fails_is_a_warning(words, trouble):
    assert ended(command=words) == [trouble]


def test_a_lock_is_not_inherited_by_a_command(tmp_path):
    """Else a command that starts a daemon would hold the lock of a run that is long over."""
    fd = os.open(tmp_path / "lock", os.O_CREAT | os.O_RDWR)
    try:
        assert ended(command=("sh", "-c", f"ls -l /proc/self/fd > {tmp_path / 'fds'}")) == []
    finally:
        os.close(fd)
    assert "/lock" not in (tmp_path / "fds").read_text()


@pytest.mark.parametrize("scheme", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"])
def test_nothing_but_the_web_is_followed(scheme):
    with Listener(scheme) as web:
        assert ended(ping=web.url) == ["the health check at 127.0.0.1 was not told: it answered 302"]


def test_a_health_check_may_move_but_a_webhook_may_not():
    """A POST that is sent on arrives without its body: that would look like a success."""
    with Listener() as there, Listener(f"{there.url}/moved") as here:
        assert ended(ping=here.url) == []
        assert ended(webhook=here.url) == ["the webhook at 127.0.0.1 was not told: it answered 302"]
    assert [(one.method, one.path) for one in there.heard] == [("GET", "/moved")]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    order = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    more = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(["openssl", *order, *more], check=True, capture_output=True, timeout=60)
    except FileNotFoundError:
        pytest.skip("no openssl here to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with Listener() as web:
        web.server.socket = context.wrap_socket(web.server.socket, server_side=True)
        (warning,) = ended(ping=web.url.replace("http:", "https:"))
    assert "its certificate is not valid" in warning
    assert web.heard == []


def test_an_address_may_come_from_the_environment(monkeypatch):
    warnings = []
    with Listener() as web:
        monkeypatch.setenv("NIGHT_PING", f"{web.url}/{SECRET}")
        notify.ended(Channels(ping=Address("env:NIGHT_PING")), DONE, warnings.append)
    assert (warnings, [one.path for one in web.heard]) == ([], [f"/{SECRET}/6"])


@pytest.mark.parametrize(
    ("value", "trouble"),
    [
        (None, "the environment has no NIGHT_PING"),
        ("", "the environment has no NIGHT_PING"),
        ("file:///etc/passwd", "NIGHT_PING in the environment: this is not an address such as "),
        (f"https://me:{SECRET}@example.org/", "NIGHT_PING in the environment: a user and a password "),
        (f"https://example.org/{SECRET} x", "NIGHT_PING in the environment: an address has no spaces "),
    ],
)
def test_a_wrong_address_in_the_environment_is_a_warning_that_does_not_quote_it(monkeypatch, value, trouble):
    monkeypatch.delenv("NIGHT_PING", raising=False)
    if value is not None:
        monkeypatch.setenv("NIGHT_PING", value)
    warnings = []
    notify.ended(Channels(ping=Address("env:NIGHT_PING")), DONE, warnings.append)
    (warning,) = warnings
    assert warning.startswith(f"the health check was not told: {trouble}")
    assert SECRET not in warning


def test_secrets_do_not_show_when_channels_are_printed():
    assert SECRET not in repr(Channels(Address(f"https://example.org/{SECRET}")))


def test_warnings_go_to_stderr_unless_somebody_else_takes_them(capsys):
    notify.ended(Channels(command=("/nowhere/tell",)), DONE)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("the command tell was not told")


def test_a_process_ends_although_a_server_still_hangs():
    """The thread that waits for it must not keep the run from ending."""
    with Listener("drip") as web:
        script = f"""
from rosterctl.domain.channels import Address, Channels
from rosterctl.operations import notify
from rosterctl.operations.channels.notice import NoticeFacts
notify.ended(Channels(Address("{web.url}")), NoticeFacts("demo", 7, "nightly", 0), seconds={SOON})
"""
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
        )
    assert done.returncode == 0
    assert done.stderr == "the health check at 127.0.0.1 was not told: no answer within 1 seconds\n"


def test_a_fact_that_is_not_known_is_no_variable():
    names = surroundings(Notice(NoticeMoment.STARTED, BEGUN), {"PATH": "/bin", "ROSTERCTL_DUTIES": "9"})
    assert names == {
        "PATH": "/bin",
        "ROSTERCTL_EVENT": "started",
        "ROSTERCTL_BUREAU": "demo",
        "ROSTERCTL_RUN": "7",
        "ROSTERCTL_WHAT": "nightly",
    }
