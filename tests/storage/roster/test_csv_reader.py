"""roster.csv comes back as it was exported, and as somebody changed it; what makes no sense has its line."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.domain.roster import Duty, Note, NoteKind, Roster, Slice
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.domain.vehicle import Vehicle
from rosterctl.export.roster_csv import roster_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.problems import BadInput
from rosterctl.storage.roster.csv_reader import read_roster_csv
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.edited_shift import KEY, edited_bureau
from tests.support.places import PAIR, post, post_type, window

TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
BUREAU = small_bureau(
    [officer("a"), officer("=b", "B")],  # an id that a spreadsheet would take for a formula
    post_types=[post_type("T", window(7, 19, minimum=PAIR))],
    posts=[post("gate", "T")],
    vehicles=[Vehicle("car", "car", "U1")],
)
DAY = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 720, "gate", ("car",)), Slice(720, 1140, "")])
NIGHT = duty(BUREAU, "=b", MONDAY, "night", slices=[Slice(1140, 1500, ""), Slice(1500, 1860, "gate")])
BEFORE = (duty(BUREAU, "a", SUNDAY, "night"),)


def roster(*duties: Duty) -> Roster:
    return roster_of(BUREAU, MONDAY, 2, duties, BEFORE)


def exported(tmp_path: Path, raw: bool = False, changes: tuple[str, str] = ("", "")) -> Path:
    """The two duties as a file, in which some text may have been changed."""
    file = tmp_path / "roster.csv"
    data = roster_csv(BUREAU, roster(DAY, NIGHT), Sheet(raw)).decode()
    assert changes[0] in data
    file.write_bytes(data.replace(*changes, 1).encode())
    return file


@pytest.mark.parametrize("raw", [True, False])
def test_the_duties_come_back_with_their_slices_over_midnight(tmp_path: Path, raw: bool) -> None:
    assert set(read_roster_csv(exported(tmp_path, raw), BUREAU).duties) == {DAY, NIGHT}


def test_of_a_roster_come_the_dates_and_the_duties_before_them_but_none_of_its_claims(tmp_path: Path) -> None:
    whole = replace(
        roster(), tiers=(TierResult(Tier.LEGAL, 0, 0, 0.1),), notes=(Note(NoteKind.UNDEALT, "one", "rest"),)
    )
    found = read_roster_csv(exported(tmp_path), BUREAU, whole)
    assert (found.horizon, found.before) == (Horizon(MONDAY, 2), BEFORE)
    assert (found.tiers, found.notes) == ((), ())


def test_without_one_the_roster_runs_from_the_first_date_to_the_last(tmp_path: Path) -> None:
    bureau = replace(BUREAU, history=(*BEFORE, duty(BUREAU, "a", TUESDAY, "day")))
    found = read_roster_csv(exported(tmp_path), bureau)
    assert found.horizon == Horizon(MONDAY, 1)
    assert found.before == BEFORE  # the history of later dates is none


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (",a,", ",x,", "officer_id: 'x' is unknown"),
        ("gate", "square", "post_id: 'square' is unknown"),
        ("car", "bus", "vehicle: 'bus' is unknown"),
        (",day,", ",dusk,", "shift: 'dusk' is unknown"),
        ("rotation", "recall", "the rows of officer 'a' on 2026-12-07 differ in unit or status"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_roster_csv(exported(tmp_path, changes=(old, new)), BUREAU)
    told = refused.value.problems[0]
    assert told.message.startswith(message)
    assert (told.place.file, told.place.line > 1) == (str(tmp_path / "roster.csv"), True)


def test_no_file_a_folder_and_a_file_without_rows_are_told_apart(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text(exported(tmp_path).read_text().splitlines()[0] + "\n")
    for file, message in (
        (tmp_path / "nowhere.csv", "there is no such file"),
        (tmp_path, "this is a folder"),
        (empty, "there is no duty in the file"),
    ):
        with pytest.raises(BadInput) as refused:
            read_roster_csv(file, BUREAU)
        assert [one.message for one in refused.value.problems] == [message]


def told(tmp_path: Path, *duties: Duty) -> list[dict[str, str]]:
    """The rows of a file of the bureau whose day was until 19:00 to Monday, and is until 20:00."""
    bureau = edited_bureau()
    (tmp_path / "roster.csv").write_bytes(roster_csv(bureau, roster_of(bureau, MONDAY, 2, duties), Sheet()))
    with (tmp_path / "roster.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_edited_shift_goes_out_under_its_own_id_and_comes_back_by_its_times(tmp_path: Path) -> None:
    """Whole, and broken off: at 19:00 the day as it is has not ended, and at 12:00 neither has."""
    bureau = edited_bureau()
    was, now = duty(bureau, "a", MONDAY, KEY), duty(bureau, "a", TUESDAY, "day")
    ends = [replace(one, officer=who) for one in (was, now) for who in ("b", "c")]
    noon, seven = (WallMinute(720), WallMinute(1140))
    early = [
        replace(one, slices=(replace(one.slices[0], end=end),))
        for one, end in zip(ends, (noon, WallMinute(1139), noon, seven), strict=True)
    ]
    assert {row["shift"] for row in told(tmp_path, was, now, *early)} == {"day"}
    assert set(read_roster_csv(tmp_path / "roster.csv", bureau).duties) == {was, now, *early}


def test_times_that_are_not_those_of_the_date_say_which_shift_is_meant(tmp_path: Path) -> None:
    """Somebody has written the new times on the Monday, and the old ones on the Tuesday."""
    bureau = edited_bureau()
    both = duty(bureau, "a", MONDAY, "day"), duty(bureau, "a", TUESDAY, KEY)
    told(tmp_path, *both)
    assert set(read_roster_csv(tmp_path / "roster.csv", bureau).duties) == {*both}


def test_the_id_within_the_program_is_read_too_but_not_proposed(tmp_path: Path) -> None:
    """A file that an older program exported has it."""
    bureau, was = edited_bureau(), duty(edited_bureau(), "a", MONDAY, KEY)
    told(tmp_path, was)
    file = tmp_path / "roster.csv"
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace(",day,", f",{KEY},"), encoding="utf-8")
    assert read_roster_csv(file, bureau).duties == (was,)
    file.write_text(text.replace(",day,", f",{KEY[:-1]},"), encoding="utf-8")
    with pytest.raises(BadInput) as mistakes:
        read_roster_csv(file, bureau)
    assert KEY not in mistakes.value.problems[0].message.replace(KEY[:-1], "", 1)
