"""roster.csv comes back as it was exported, and as somebody changed it; what makes no sense has its line."""

from __future__ import annotations

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
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
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
