"""notify.yaml is read by itself: its mistakes have places, its secrets stay where they are."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.channels import Address, Channels
from rosterctl.intake.build.channels import examine_channels
from rosterctl.intake.load import examine, read_bureau
from rosterctl.operations.notify import channels_of
from rosterctl.storage.roster.folder import open_roster, write_roster
from tests.support.bureaus import plain_roster
from tests.support.folders import change, flawless, input_files

SECRET = "4c1d-secret"
ALL = f"""
ping: https://hc-ping.com/{SECRET}
webhook: env:DUTY_WEBHOOK
command: [/usr/local/bin/tell, --limit, 5, "a b"]
"""


def with_notify(tmp_path, text=ALL):
    folder = flawless(tmp_path)
    (folder / "notify.yaml").write_text(text, encoding="utf-8")
    return folder


def wrong_in(tmp_path, text):
    return examine_channels(with_notify(tmp_path, text))


def test_no_file_no_channels(tmp_path):
    assert examine_channels(flawless(tmp_path)) == (Channels(), ())
    assert examine_channels(tmp_path / "nowhere") == (Channels(), ())


def test_all_channels(tmp_path):
    assert examine_channels(with_notify(tmp_path)) == (
        Channels(
            Address(f"https://hc-ping.com/{SECRET}"),
            Address("env:DUTY_WEBHOOK"),
            ("/usr/local/bin/tell", "--limit", "5", "a b"),
        ),
        (),
    )


def test_it_is_neither_in_the_fingerprint_nor_among_the_files(tmp_path):
    folder = flawless(tmp_path)
    before, files = read_bureau(folder).fingerprint, input_files(folder)
    (folder / "notify.yaml").write_text(ALL)
    assert read_bureau(folder).fingerprint == before
    assert input_files(folder) == files


def test_a_roster_has_no_trace_of_it_and_opens_without(tmp_path):
    folder = with_notify(tmp_path)
    roster = plain_roster(read_bureau(folder), date(2026, 12, 7), 2)
    write_roster(tmp_path / "roster", roster, input_files(folder))
    files = [path for path in (tmp_path / "roster").rglob("*") if path.is_file()]
    assert any(path.name == "bureau.yaml" for path in files)
    assert [path for path in files if SECRET.encode() in path.read_bytes()] == []
    assert not (tmp_path / "roster/bureau/notify.yaml").exists()
    assert open_roster(tmp_path / "roster")[1] == roster
    assert open_roster(tmp_path / "roster", folder)[1] == roster


@pytest.mark.parametrize("pattern", ["notify.yaml", "n*.yaml", "./notify.yaml", "?otify.*"])
def test_no_entry_of_the_bureau_catches_it(tmp_path, pattern):
    folder = with_notify(tmp_path, "events: []\n")
    change(folder / "bureau.yaml", "events: [events.yaml]", f'events: ["{pattern}"]')
    examination = examine(folder)
    assert [one.message for one in examination.problems] == [
        "'notify.yaml' is for notifications only: it may hold secrets and is never copied into rosters"
    ]
    assert "notify.yaml" not in examination.folder.files


def test_nor_does_a_link_or_a_preset(tmp_path):
    folder = with_notify(tmp_path, "events: []\n")
    (folder / "events.yaml").unlink()
    (folder / "events.yaml").symlink_to("notify.yaml")
    (folder / "presets/shifts/more.yaml").symlink_to("../../notify.yaml")
    change(folder / "bureau.yaml", "shifts: [two]", "shifts: [two, more]")
    examination = examine(folder)
    assert [one.place.line for one in examination.problems] == [8, 18]
    assert not {"events.yaml", "presets/shifts/more.yaml"} & examination.folder.files.keys()


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        (f"ping: ftp://example.org/{SECRET}", 1, 7, "ping: this is not an address "),
        (f"ping: example.org/{SECRET}", 1, 7, "ping: this is not an address "),
        (f"ping: https:///{SECRET}", 1, 7, "ping: this is not an address "),
        (f"ping: 'https://example.org:99999/{SECRET}'", 1, 7, "ping: this is not an address "),
        (f"ping: https://[::1/{SECRET}", 1, 7, "ping: this is not an address "),
        (f"ping: https://me:{SECRET}@example.org/", 1, 7, "ping: a user and a password "),
        (f"ping: https://example.org/{SECRET} x", 1, 7, "ping: an address has no spaces "),
        (f"ping: https://example.org/{SECRET}/é", 1, 7, "ping: an address has no spaces "),
        ("ping: env:NIGHT PING", 1, 7, "ping: after `env:` stands the name of a variable"),
        (f"\n\nwebhook: [https://example.org/{SECRET}]", 3, 10, "webhook: a text is wanted here"),
        (f"pingg: https://example.org/{SECRET}", 1, 1, "unknown key 'pingg' (did you mean 'ping'?)"),
        ("command: /usr/bin/tell --night", 1, 10, "command: a command is a list of words"),
        ("command: []", 1, 10, "command: a command is a list of words"),
        ("command: [[a]]", 1, 10, "command: a command is a list of words"),
        ("command: [./tell]", 1, 10, "command: write the whole path of the program"),
        (f"ping: &a https://example.org/{SECRET}", 1, 7, "an anchor (&a) is not allowed"),
        (f"https://example.org/{SECRET}", 1, 1, "the file does not consist of `key: value` lines"),
        ("", 1, 1, "the file is empty"),
    ],
)
def test_a_mistake_has_a_place_and_does_not_quote_the_secret(tmp_path, text, line, column, message):
    channels, (problem,) = wrong_in(tmp_path, text)
    assert channels == Channels()
    assert (problem.place.file, problem.place.line, problem.place.column) == ("notify.yaml", line, column)
    assert problem.message.startswith(message)
    assert SECRET not in f"{problem}"


def test_a_wrong_channel_leaves_the_others(tmp_path):
    channels, problems = wrong_in(tmp_path, "ping: nonsense\nwebhook: https://example.org/x\n")
    assert channels == Channels(webhook=Address("https://example.org/x"))
    assert len(problems) == 1


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    folder = flawless(tmp_path)
    (tmp_path / "elsewhere.yaml").write_text(ALL)
    (folder / "notify.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    channels, (problem,) = examine_channels(folder)
    assert channels == Channels()
    assert "leads out of the bureau's folder" in problem.message


def test_validate_tells_its_mistakes_with_the_others(tmp_path, capsys):
    folder = with_notify(tmp_path, f"ping: ftp://example.org/{SECRET}\n")
    assert run(["validate", str(folder), "--json"]) == 3
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["file"], problem["line"], problem["source_line"]) == ("notify.yaml", 1, "")
    change(folder / "requests.csv", "no-recall", "never")
    assert run(["validate", str(folder)]) == 3
    err = capsys.readouterr().err
    assert "notify.yaml:1:7: ping: " in err
    assert "requests.csv:3:" in err
    assert SECRET not in err


def test_validate_is_content_with_a_right_one(tmp_path, capsys):
    assert run(["validate", str(with_notify(tmp_path))]) == 0
    assert "no mistakes" in capsys.readouterr().out


def test_a_run_only_warns_of_its_mistakes(tmp_path):
    warnings = []
    folder = with_notify(tmp_path, f"ping: ftp://{SECRET}\nwebhook: https://example.org/x\n")
    channels = channels_of(folder, warnings.append)
    assert channels == Channels(webhook=Address("https://example.org/x"))
    (warning,) = warnings
    assert warning.startswith("notify.yaml:1:7: ping: this is not an address ")
    assert SECRET not in warning


def test_a_bureau_that_is_broken_can_still_tell(tmp_path):
    """That the night failed because of bureau.yaml is just what somebody should hear."""
    folder = with_notify(tmp_path)
    (folder / "bureau.yaml").write_text("nonsense")
    assert channels_of(folder).ping == Address(f"https://hc-ping.com/{SECRET}")


def test_the_schema_says_what_may_stand_in_it(capsys):
    assert run(["schema", "notify"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == ["ping", "webhook", "command"]
