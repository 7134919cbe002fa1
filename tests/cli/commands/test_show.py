"""rosterctl show: four pages, each as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from rosterctl.cli.main import run
from rosterctl.cli.pages.show.day_sheet import day_sheet
from rosterctl.cli.pages.show.month_line import month_line
from rosterctl.cli.pages.show.overview import overview
from rosterctl.cli.pages.show.people_table import lines_within, people_listed
from rosterctl.cli.pages.show.post_sheet import post_sheet
from rosterctl.cli.pages.show.strength_by_hour import strength_page
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.roster import OffCause, OffRotation, Shortage, Slice
from rosterctl.insight.month_table import AWAY_SIGNS
from rosterctl.storage.roster.folder import open_roster
from rosterctl.timeline.clock import DAY
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    officer,
    plain_roster,
    small_bureau,
    transfer,
    unit,
)
from tests.support.edited_shift import KEY, edited_station
from tests.support.station_roster import FIRST, lawful_roster, write_station


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    roster = lawful_roster(14)
    at_desk = next(duty for duty in roster.duties if duty.day == FIRST and duty.shift == "day")
    split = (Slice(420, 540, "S01-desk"), Slice(540, 1140, "S01-patrol"))
    duties = tuple(replace(duty, slices=split) if duty == at_desk else duty for duty in roster.duties)
    short = tuple(Shortage(2, "S01-patrol", "S01", FIRST, 420, 540, number, "few") for number in range(1, 26))
    grave = Shortage(1, "S01-desk", "S01", FIRST, 1140, 1860, 1, "nobody rested")
    shown = replace(roster, duties=duties, shortages=(*short, grave))
    return str(write_station(tmp_path_factory.mktemp("show") / "out", shown))


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["show", *arguments]) == 0
    return capsys.readouterr().out


def fields(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(shown(capsys, *arguments, "--json"))


def test_overview(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, folder)
    assert text.startswith("人民路警务站: 2026-12-07 to 2026-12-20, ")
    assert "20 of 26 shortages shown; --json lists all" in text
    short = [line for line in text.splitlines() if " short " in line and "S01-" in line]
    assert "nobody rested" in short[0], "the gravest comes first"


def test_overview_for_programs(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = fields(capsys, folder, "--date", "2026-12-08")
    assert told["date"] == "2026-12-08"
    assert set(told["units"]["S01"]) == {"day", "night"}
    assert [one["why"] for one in told["shortages"]] == ["nobody rested"]  # from 19:00 on the 7th to 07:00
    assert fields(capsys, folder, "--date", "2026-12-09")["shortages"] == []
    assert len(fields(capsys, folder)["shortages"]) == 26  # without --date those of all dates


def test_what_is_short_after_midnight_is_told_on_its_own_date() -> None:
    """A desk is empty at 03:00 of the night of the 7th: the 7th and the 8th tell it, the 9th does not."""
    bureau = small_bureau()
    night = Shortage(1, "P", "U1", MONDAY, 27 * 60, 28 * 60, 1)
    roster = replace(plain_roster(bureau, MONDAY, 4), shortages=(night,))
    for n, there in ((0, True), (1, True), (2, False)):
        page = overview(bureau, roster, MONDAY + timedelta(days=n), alone=True)
        assert ("2026-12-08  03:00-04:00 (night of 2026-12-07)" in page.text) is there
    assert overview(bureau, roster, MONDAY).fields["shortages"] == [
        {
            **{"tier": 1, "what": "P", "unit": "U1", "day": "2026-12-08", "start": 180, "end": 240},
            **{"duty_date": "2026-12-07", "heads": 1, "why": ""},
        }
    ]


def test_day_sheet(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-07")
    lines = text.splitlines()
    assert lines[0].startswith("人民路警务站 (S01), Monday 2026-12-07: ")
    assert any("07:00-09:00" in line and "站内值班台" in line and "人民01" in line for line in lines)
    assert "[leader]" in text
    assert "[auxiliary]" in text


def test_the_day_sheet_tells_who_leads_who_is_still_there_and_what_is_short(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-08")
    bureau, roster = open_roster(Path(folder))
    night = [one for one in roster.duties if one.day == FIRST and one.until > DAY]
    named = {bureau.officers[one.officer].name for one in night}
    (line,) = (one for one in text.splitlines() if one.startswith("from the night before, until 07:00: "))
    assert set(line.partition("07:00: ")[2].split(", ")) == named
    leaders = [one for one in bureau.officers.values() if one.leader]
    (led,) = (one for one in text.splitlines() if one.startswith("in charge: "))
    assert any(f"{one.name} {one.phone}" in led for one in leaders)
    short = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-07")
    assert "- 19:00-07:00 站内值班台: 1 head short (legal minimum)" in short
    assert "- 07:00-09:00 人民路步巡: 25 heads short (posts' plan)" in short  # the most of 25 rows of one gap
    for asked in ([], ["--posts"]):
        told = fields(capsys, folder, "--unit", "S01", "--date", "2026-12-07", *asked)["short"]
        assert [(one["post"], one["start"], one["end"], one["legal"], one["plan"]) for one in told] == [
            ("S01-patrol", 420, 540, 0, 25),
            ("S01-desk", 1140, 1860, 1, 0),
        ]


def test_the_day_sheet_fits_a_terminal(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-08").splitlines()
    assert max(map(wcswidth, lines)) <= 80


def test_people_behind_a_head_and_nothing_where_nobody_is() -> None:
    assert people_listed("away: ", []) == ""
    lines = people_listed("away: ", ["陈华思 (leave)"] * 9).split("\n")
    assert (lines[0][:6], len(lines)) == ("away: ", 2)
    assert max(map(wcswidth, lines)) <= 80


def test_names_go_on_below_and_none_is_cut() -> None:
    assert lines_within(["陈华思", "何志海", "罗"], 14, ", ") == ["陈华思,", "何志海, 罗"]
    assert lines_within(["陈华思"], 3, ", ") == ["陈华思"]
    assert lines_within([], 9, ", ") == [""]


def test_people_who_take_turns_at_a_post_stand_there_one_after_the_other() -> None:
    """a has the day and b the night; c joins b for the evening: the crew changes at 19:00 and 21:00."""
    bureau = small_bureau([officer(id) for id in "abc"])
    at = {"a": (420, 1140), "b": (1140, 1860), "c": (1140, 1260)}
    duties = [
        replace(duty(bureau, id, MONDAY, "day"), slices=(Slice(*times, "P"),)) for id, times in at.items()
    ]
    roster = replace(plain_roster(bureau, MONDAY, 1), duties=tuple(duties))
    told = post_sheet(bureau, roster, bureau.units["U1"], MONDAY).fields["posts"]
    assert [(one["start"], one["end"], one["officers"]) for one in told] == [
        (420, 1140, ["a"]),
        (1140, 1260, ["b", "c"]),
        (1260, DAY, ["b"]),
    ]


def test_by_posts_everybody_stands_at_the_clock_of_the_date(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The night of the 7th is there until 07:00 of the 8th, that of the 8th until midnight."""
    told = fields(capsys, folder, "--unit", "S01", "--date", "2026-12-08", "--posts")
    reserve = [(one["start"], one["end"]) for one in told["posts"] if not one["post"]]
    assert reserve == [(0, 420), (420, 1140), (1140, DAY)]
    _, roster = open_roster(Path(folder))
    worked = 0
    for one in roster.duties:
        ahead = (one.day - FIRST).days * DAY - DAY  # as minutes of the 8th
        for piece in one.slices:
            worked += max(min(piece.end + ahead, DAY) - max(piece.start + ahead, 0), 0)
    assert sum((one["end"] - one["start"]) * len(one["officers"]) for one in told["posts"]) == worked
    text = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-08", "--posts")
    assert text.splitlines()[0] == "人民路警务站 (S01), Tuesday 2026-12-08, by posts"


def test_columns_stand_straight_with_chinese_in_them(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, folder, "--unit", "S01", "--date", "2026-12-07").splitlines()
    rule = next(line for line in lines if line.startswith("---"))
    people = wcswidth(rule[: rule.rindex(" ") + 1])
    for line in lines[lines.index(rule) + 1 : lines.index(rule) + 4]:
        cut = next(at for at in range(len(line)) if wcswidth(line[:at]) >= people)
        assert line[cut - 1] == " "
        assert line[cut] != " "


def test_day_sheet_for_programs(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = fields(capsys, folder, "--unit", "S01", "--date", "2026-12-07")
    desk = next(stand for stand in told["stands"] if stand["post"] == "S01-desk")
    assert (desk["start"], desk["end"], len(desk["officers"])) == (420, 540, 1)


def test_an_officers_line(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = fields(capsys, folder, "--officer", "P001")
    line = "".join(told["days"].values())
    assert len(line) == 14
    assert set(line) <= set("白夜下休假训病")
    assert told["totals"]["duties"] == line.count("白") + line.count("夜") == len(told["duties"])
    assert told["totals"]["nights"] == line.count("夜")
    assert told["totals"]["hours"] == 12 * told["totals"]["duties"]
    text = shown(capsys, folder, "--officer", "P001")
    assert "Mon       Tue" in text
    assert f"duties {told['totals']['duties']}, hours" in text


def test_every_kind_of_absence_has_a_cell_of_its_own() -> None:
    assert set(AWAY_SIGNS) == set(AbsenceKind)
    assert len(set(AWAY_SIGNS.values())) == len(AbsenceKind)
    bureau = small_bureau(absences=[absence("a", MONDAY, kind=AbsenceKind.LIEU)])
    page = month_line(bureau, plain_roster(bureau, MONDAY, 2), bureau.officers["a"])
    assert list(page.fields["days"].values()) == ["调", "n"]


def test_who_is_off_the_rotation_stands_on_every_page() -> None:
    """a's day of Monday is let off, b is lent on Monday: the overview has the date's, each sheet its own."""
    bureau = small_bureau()
    off = (
        OffRotation("a", MONDAY, "day", "U1", OffCause.ROTATION, "rest"),
        OffRotation("b", MONDAY, "night", "U1", OffCause.LOAN),
    )
    roster = replace(changed(plain_roster(bureau, MONDAY, 2), without=[("a", MONDAY)]), off_rotation=off)
    page = overview(bureau, roster, MONDAY)
    assert "off the rotation: a (day, let off by rest), b (night, lent to another unit)" in page.text
    assert "1 plain duty let off because the rotation breaks a rule by itself: 1 let off by rest" in page.text
    assert [one["officer"] for one in page.fields["off_rotation"]] == ["a", "b"]
    tuesday = MONDAY + timedelta(days=1)
    assert "off the rotation: a" not in overview(bureau, roster, tuesday).text
    sheet = day_sheet(bureau, roster, bureau.units["U1"], MONDAY)
    assert sheet.text.endswith("off the rotation: a (day, let off by rest), b (night, lent to another unit)")
    assert [one["rule"] for one in sheet.fields["off_rotation"]] == ["rest", ""]
    assert day_sheet(bureau, roster, bureau.units["U1"], tuesday).fields["off_rotation"] == []
    line = month_line(bureau, roster, bureau.officers["a"])
    assert list(line.fields["days"].values()) == ["免", "n"]
    assert "let off by rest" in line.text
    assert [one["date"] for one in line.fields["off_rotation"]] == ["2026-12-07"]


def test_a_transferred_officer_is_where_he_belongs_on_the_date() -> None:
    tuesday = MONDAY + timedelta(days=1)
    moved = officer("a", transfers=[transfer(tuesday, "D", "U2")])
    bureau = small_bureau([moved], units=[unit("U1"), unit("U2")], absences=[absence("a", MONDAY, tuesday)])
    roster = plain_roster(bureau, MONDAY, 2)
    assert month_line(bureau, roster, moved).text.startswith(
        f"a (a), sworn, U1 team A, from {tuesday} U2 team D\n"
    )
    away = [
        bool(day_sheet(bureau, roster, bureau.units[place], day).fields["away"])
        for place in ("U1", "U2")
        for day in (MONDAY, tuesday)
    ]
    assert away == [True, False, False, True]


def test_hours_with_targets(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, folder, "--coverage", "--date", "2026-12-07").splitlines()
    peak = next(line for line in lines if line.startswith("17:00-18:00"))
    assert "peak 8" in peak
    assert peak.endswith("." * (8 - peak.count("#")))
    told = fields(capsys, folder, "--coverage", "--unit", "S01", "--date", "2026-12-07")
    assert told["scope"] == "unit:S01"
    assert len(told["slots"]) == 48


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--officer", "P00l"], "there is no officer 'P00l' (did you mean 'P00"),
        (["--unit", "S1"], "there is no unit 'S1' (did you mean 'S01'?)"),
        (["--date", "2027-12-01"], "--date: the roster runs from 2026-12-07 to 2026-12-20"),
        (["--date", "tomorrow"], "--date: 'tomorrow' is not a date such as 2026-12-01"),
        (["--officer", "P001", "--coverage"], "--officer stands alone"),
    ],
)
def test_wrong_usage(
    folder: str, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(["show", folder, *arguments]) == 2
    assert message in capsys.readouterr().err


def test_no_name_can_move_the_cursor() -> None:
    """The reader of files refuses such names; a page does not rely on it."""
    evil = "\x1b[2J\u202e\u2066"
    bureau = small_bureau([replace(officer("a"), name=f"张{evil}三")])
    place = replace(bureau.units["U1"], name=evil)
    bureau = replace(bureau, name=evil, units={"U1": place})
    shortage = Shortage(1, evil, evil, MONDAY, 0, 1, 1, evil)
    roster = replace(plain_roster(bureau, MONDAY, 1), shortages=(shortage,))
    pages = (
        overview(bureau, roster, MONDAY),
        day_sheet(bureau, roster, place, MONDAY),
        month_line(bureau, roster, bureau.officers["a"]),
        strength_page(bureau, roster, MONDAY, "U1"),
    )
    assert [set(page.text) & set(evil[0] + evil[4:]) for page in pages] == [set()] * 4


def test_not_a_roster(tmp_path: Path) -> None:
    assert run(["show", str(tmp_path)]) == 3


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-12-08T15:59+00:00", "2026-12-08"),
        ("2026-12-08T16:00+00:00", "2026-12-09"),
        ("2026-12-20T16:00+00:00", "2026-12-07"),
    ],
)
def test_without_a_date_it_is_today_at_the_bureau(
    folder: str, capsys: pytest.CaptureFixture[str], now: str, day: str
) -> None:
    """Shanghai's midnight is 16:00 UTC. When the roster is over, its first date is shown."""
    assert fields(capsys, folder, "--now", now)["date"] == day


@pytest.mark.parametrize("asked", [[], ["--unit", "S01"], ["--officer", "P001"]])
def test_an_edited_shift_has_its_own_id_on_every_page(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the first date the day is as it was, on the second it ends half an hour later."""
    roster = str(edited_station(tmp_path / "roster"))
    for day in ("2026-12-07", "2026-12-08"):
        dated = asked if "--officer" in asked else [*asked, "--date", day]
        for how in ([], ["--json"]):
            assert run(["show", roster, *dated, *how]) == 0
            told = capsys.readouterr().out
            assert KEY not in told
            assert ("day" in told) or ("白" in told)
    assert run(["show", roster, "--unit", "S01", "--date", "2026-12-07"]) == 0
    assert "白班 07:00-19:00" in capsys.readouterr().out
    assert run(["show", roster, "--unit", "S01", "--date", "2026-12-08"]) == 0
    assert "白班 07:00-19:30" in capsys.readouterr().out


def test_the_shifts_as_they_were_and_as_they_are_have_one_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = str(edited_station(tmp_path / "roster"))
    for day in ("2026-12-07", "2026-12-08"):
        assert run(["show", roster, "--date", day]) == 0
        assert "白 day    夜 night" in capsys.readouterr().out
