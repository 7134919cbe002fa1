"""`rosterctl doctor`: a table, what to do, and an exit code; nothing is changed by looking."""

import json
from datetime import UTC, datetime

from rosterctl.cli.main import run
from rosterctl.operations.doctor.rounds import check_names
from tests.support.patients import everything, patient, publish
from tests.support.repository import SOURCE


def examined(capsys, *arguments):
    code = run(["doctor", *map(str, arguments), "--json"])
    return code, {row["check"]: row for row in json.loads(capsys.readouterr().out)["checks"]}


def test_every_check_is_found_by_its_file_and_has_its_row(tmp_path, capsys):
    one = patient(tmp_path)
    files = {path.stem for path in (SOURCE / "operations/doctor/checks").glob("[a-z]*.py")}
    assert set(check_names()) == files
    _, rows = examined(capsys, one.bureau)
    assert set(rows) == {name.replace("_", " ") for name in files}


def test_a_fresh_bureau_has_warnings_only_and_exits_0(tmp_path, capsys):
    one = patient(tmp_path)
    code, rows = examined(capsys, one.bureau)
    assert (code, [name for name, row in rows.items() if row["health"] == "wrong"]) == (0, [])
    assert rows["last success"]["health"] == "warning"
    assert "publish" in rows["last success"]["remedy"]


def test_what_is_wrong_exits_8_and_says_what_to_do(tmp_path, capsys):
    one = patient(tmp_path)
    publish(one, datetime.now(UTC))
    assert run(["doctor", str(one.bureau)]) == 0
    capsys.readouterr()
    (one.state / "journal.jsonl").chmod(0o644)
    assert run(["doctor", str(one.bureau)]) == 8
    out = capsys.readouterr().out
    assert "permissions   wrong" in out
    assert f"\n- permissions: chmod -R go-rwx {one.state}\n" in out


def test_looking_changes_nothing(tmp_path, capsys):
    one = patient(tmp_path)
    publish(one, datetime.now(UTC))
    before = everything(one.bureau)
    assert run(["doctor", str(one.bureau)]) == 0
    assert "intact; version 1 is current" in capsys.readouterr().out
    assert everything(one.bureau) == before


def test_a_state_elsewhere(tmp_path, capsys):
    one = patient(tmp_path)
    publish(one, datetime.now(UTC))
    (one.state).rename(tmp_path / "kept")
    _, rows = examined(capsys, one.bureau, "--state", tmp_path / "kept")
    assert rows["state"]["found"] == "intact; version 1 is current"
    _, rows = examined(capsys, one.bureau)
    assert rows["state"]["found"].endswith("is made by the first run")


def test_no_bureau_is_bad_input(tmp_path, capsys):
    assert run(["doctor", str(tmp_path / "nowhere")]) == 3
    assert "there is no such folder" in capsys.readouterr().err


def test_no_name_is_told(tmp_path, capsys):
    one = patient(tmp_path)
    publish(one, datetime.now(UTC))
    (one.bureau / "officers/S01.csv").chmod(0o644)
    run(["doctor", str(one.bureau)])
    out = capsys.readouterr().out
    assert "officers/S01.csv" in out
    assert [officer.name for officer in one.examination.bureau.officers.values() if officer.name in out] == []


def test_a_check_that_cannot_look_leaves_the_others_their_turn(tmp_path, capsys):
    one = patient(tmp_path)
    (one.state / "journal.jsonl").mkdir(parents=True, mode=0o700)
    code, rows = examined(capsys, one.bureau)
    assert code == 8
    assert set(rows) == {name.replace("_", " ") for name in check_names()}
    assert rows["state"]["found"] == f"cannot be examined: {one.state}/journal.jsonl: is a directory"
    assert rows["bureau"]["health"] == "ok"
