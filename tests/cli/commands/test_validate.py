import json

from rosterctl.cli.main import run
from tests.support.folders import change, flawless


def test_says_in_one_line_what_was_read(tmp_path, capsys):
    assert run(["validate", str(flawless(tmp_path))]) == 0
    assert capsys.readouterr().out == (
        "示范大队: 2 units, 3 teams, 4 officers, 2 posts, 2 vehicles; no mistakes\n"
    )


def test_takes_the_current_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(flawless(tmp_path))
    assert run(["validate", "--json", "--now", "2026-10-01T12:00+08:00"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told.pop("fingerprint")) == 64
    assert told == {
        "bureau": "demo",
        "name": "示范大队",
        "units": 2,
        "teams": 3,
        "officers": 4,
        "posts": 2,
        "vehicles": 2,
        "problems": [],
        "warnings": [],
    }


def test_the_end_of_the_calendar_is_warned_of_and_is_no_mistake(tmp_path, capsys):
    """`china` is arranged until 2026-12-31, which is 60 days after 1 November."""
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "calendar: plain", "calendar: china")
    for now, warnings in (("2026-10-31", 0), ("2026-11-01", 1), ("2027-06-01", 1)):
        assert run(["validate", str(folder), "--now", f"{now}T12:00+08:00", "--json"]) == 0
        out, err = capsys.readouterr()
        assert (
            len(json.loads(out)["warnings"]) == err.count("warning: the calendar 'china' knows ") == warnings
        )
        assert json.loads(out)["problems"] == []


def test_a_rotation_that_breaks_a_rule_by_itself_is_a_warning_and_no_mistake(tmp_path, capsys):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: 25}")
    assert run(["validate", str(folder), "--from", "2026-12-01"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("; no mistakes, 2 warnings\n")
    assert err.startswith("warning: units/S01.yaml:2:5: rotation 'four' of unit 'S01'")
    assert "breaks rule rest by itself" in err
    assert "    hint: `rest: {hours: 24}` under `rules:` in bureau.yaml would keep them all" in err
    assert run(["validate", str(folder), "--from", "2026-12-01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["problems"] == []
    assert [(one["line"], one["column"], "let off" in one["message"]) for one in told["warnings"]] == [
        (2, 5, True),
        (2, 5, True),
    ]
    assert told["warnings"][0]["source_line"] == "  - id: S01"


def test_mistakes_of_files_and_of_rules_come_in_one_run(tmp_path, capsys):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "rest: {hours: 12}", "rest: {hours: twelve}")
    change(folder / "requests.csv", "no-recall", "never")
    assert run(["validate", str(folder), "--json"]) == 3
    places = [(one["file"], one["line"]) for one in json.loads(capsys.readouterr().out)["problems"]]
    assert places == [("bureau.yaml", 11), ("requests.csv", 3)]


def test_json_lists_all_where_text_shows_twenty(tmp_path, capsys):
    folder = flawless(tmp_path)
    rows = "".join(f"{number},2026-12-01,off,\n" for number in range(1, 26))
    (folder / "requests.csv").write_text(f"officer_id,date,wish,weight\n{rows}")
    assert run(["validate", str(folder)]) == 3
    assert capsys.readouterr().err.endswith("20 of 25 mistakes shown; --json lists all\n")
    assert run(["validate", str(folder), "--json"]) == 3
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 25
