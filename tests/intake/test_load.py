import hashlib
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.crew import Slot
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.domain.vehicle import Outage
from rosterctl.intake.load import examine, fingerprint, read_bureau
from rosterctl.problems import BadInput, Place
from tests.support.folders import change, flawless, input_files

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def bureau(tmp_path_factory):
    return read_bureau(flawless(tmp_path_factory.mktemp("read")))


def test_everything_stands_in_the_order_of_the_files(bureau):
    assert list(bureau.units) == ["S01", "S02"]
    assert list(bureau.officers) == ["1001", "1002", "1003", "2001"]
    assert list(bureau.crews) == ["pair", "riders"]
    assert list(bureau.posts) == ["P1", "P2"]


def test_offsets_come_from_the_rotation_unless_a_team_has_its_own(bureau):
    assert [(team.id, team.offset) for team in bureau.units["S01"].on(date(2026, 12, 1)).teams] == [
        ("A", 0),
        ("B", 2),
    ]


def test_places_point_into_the_files(bureau):
    assert bureau.units["S01"].place == Place("units/S01.yaml", 2, 5)
    assert bureau.officers["1003"].place == Place("officers/S01.csv", 4, 1)
    assert bureau.post_types["moto"].windows[1].place == Place("bureau.yaml", 36, 9)


def test_a_licence_is_asked_of_as_many_heads_as_there_are_vehicles(bureau):
    window = bureau.post_types["moto"].windows[0]
    ((level, crew),) = window.crews
    rider = Slot("sworn", ("rider",))
    assert level is Level.PLAN
    assert crew.alternatives == ((rider, rider), (Slot("auxiliary", ("rider",)), rider))


def test_events_of_several_dates_become_one_each(bureau):
    assert [(one.id, one.day, one.start, one.end, one.level) for one in bureau.events] == [
        ("E1", date(2026, 12, 4), 1230, 1470, Level.PLAN),
        ("E2@2026-12-11", date(2026, 12, 11), 1230, 1470, Level.TARGET),
        ("E2@2026-12-18", date(2026, 12, 18), 1230, 1470, Level.TARGET),
    ]


def test_an_event_before_the_handover_belongs_to_the_duty_day_before(tmp_path):
    folder = flawless(tmp_path)
    change(
        folder / "events.yaml",
        'date: 2026-12-04, from: "20:30", to: "00:30"',
        'date: 2026-12-04, from: "01:00", to: "03:00"',
    )
    event = read_bureau(folder).events[0]
    assert (event.day, event.start, event.end) == (date(2026, 12, 3), 1500, 1620)


def test_the_slices_of_a_past_duty_are_put_together(bureau):
    slices = (Slice(1140, 1440, "P1"), Slice(1440, 1860, ""))
    assert bureau.history == (Duty("1001", date(2026, 11, 30), "night", "S01", Origin.ROTATION, slices),)


def test_outages_and_the_ledger(bureau):
    assert bureau.vehicles["M01"].outages == (Outage(date(2026, 12, 1), date(2026, 12, 5)),)
    assert bureau.vehicles["M02"].outages == ()
    assert bureau.ledger["1001"].overtime_minutes == 270


def test_a_shift_that_starts_at_24_00_lies_on_the_next_date(tmp_path):
    folder = flawless(tmp_path)
    own = 'own_shifts:\n  - {id: late, name: 后夜, symbol: 夜, start: "24:00", end: "08:00"}\nshifts: [two]'
    change(folder / "bureau.yaml", "shifts: [two]", own)
    late = read_bureau(folder).shifts["late"]
    assert (late.start, late.end) == (1440, 1920)


def test_a_copy_elsewhere_has_the_same_fingerprint(tmp_path):
    folder = flawless(tmp_path)
    copy = Path(shutil.copytree(folder, tmp_path / "elsewhere" / "else"))
    assert read_bureau(copy) == read_bureau(folder)
    change(copy / "requests.csv", "off,3", "off,4")
    assert read_bureau(copy).fingerprint != read_bureau(folder).fingerprint


def test_a_file_nobody_names_does_not_matter(tmp_path):
    folder = flawless(tmp_path)
    before = read_bureau(folder).fingerprint
    (folder / "notes.txt").write_text("x")
    (folder / "presets/rules/other.yaml").write_text("x")
    assert read_bureau(folder).fingerprint == before


@pytest.mark.parametrize("name", ["station", "brigade", "handan"])
def test_the_input_files_alone_make_the_same_bureau(name, tmp_path):
    for file, data in input_files(EXAMPLES / name).items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(data)
    assert read_bureau(tmp_path) == read_bureau(EXAMPLES / name)


def test_a_link_within_the_folder_is_followed(tmp_path):
    folder = flawless(tmp_path)
    (folder / "real.csv").write_bytes((folder / "requests.csv").read_bytes())
    (folder / "requests.csv").unlink()
    (folder / "requests.csv").symlink_to("real.csv")
    assert len(read_bureau(folder).wishes) == 2


def test_the_bureau_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "link").symlink_to(flawless(tmp_path))
    assert read_bureau(tmp_path / "link").id == "demo"


def test_a_preset_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = flawless(tmp_path)
    rules = folder / "presets/rules/house.yaml"
    rules.rename(tmp_path / "house.yaml")
    rules.symlink_to(tmp_path / "house.yaml")
    with pytest.raises(BadInput):
        read_bureau(folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_os_error(tmp_path):
    folder = flawless(tmp_path)
    (folder / "requests.csv").chmod(0)
    with pytest.raises(OSError, match="Permission"):
        read_bureau(folder)


def test_files_of_unlimited_size_are_refused_unread(tmp_path):
    folder = flawless(tmp_path)
    with (folder / "requests.csv").open("r+b") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    assert [one.message for one in examine(folder).problems] == ["larger than 16 MiB"]


def test_time_in_lieu_so_far(bureau):
    assert bureau.lieu == (
        Entry("1001", date(2026, 11, 30), EntryKind.INIT, 990, "旧表结存"),
        Entry("1003", date(2026, 12, 2), EntryKind.ADJUST, -240),
    )
    assert bureau.lieu_expires_days == 180
    assert not bureau.carried


def carry_into(folder):
    (folder / "carried").mkdir()
    (folder / "carried/ledger.csv").write_text("officer_id,nights,overtime_hours\n1001,20,1.33\ngone,3,0\n")
    (folder / "carried/lieu.csv").write_text("officer_id,date,entry,hours,note\ngone,2026-10-01,earn,2,\n")


def test_what_was_carried_over_stands_in_for_the_ledger(tmp_path):
    """It holds the bureau's ledger already; who has left is kept for the next roster."""
    folder = flawless(tmp_path)
    carry_into(folder)
    bureau = read_bureau(folder)
    assert bureau.carried
    assert bureau.ledger == {"1001": Tally(nights=20, overtime_minutes=80), "gone": Tally(nights=3)}
    assert bureau.lieu[0] == Entry("gone", date(2026, 10, 1), EntryKind.EARN, 120)
    assert [entry.officer for entry in bureau.lieu] == ["gone", "1001", "1003"]


def test_what_was_carried_over_is_among_the_input_files(tmp_path):
    folder = flawless(tmp_path)
    before = read_bureau(folder).fingerprint
    carry_into(folder)
    files = input_files(folder)
    assert {"carried/ledger.csv", "carried/lieu.csv"} <= files.keys()
    assert "ledger.csv" not in files
    assert read_bureau(folder).fingerprint != before
    for file, data in files.items():
        (tmp_path / "copy" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "copy" / file).write_bytes(data)
    assert read_bureau(tmp_path / "copy") == read_bureau(folder)


def test_a_link_out_of_the_folder_is_not_carried_over(tmp_path):
    folder = flawless(tmp_path)
    (folder / "carried").mkdir()
    (tmp_path / "elsewhere.csv").write_text("officer_id\n")
    (folder / "carried/ledger.csv").symlink_to(tmp_path / "elsewhere.csv")
    assert [one.message for one in examine(folder).problems] == [
        "'carried/ledger.csv' is a link that leads out of the bureau's folder"
    ]


def with_changes(folder, text):
    change(folder / "units/S01.yaml", "    borrows_from: [S02]", f"    borrows_from: [S02]\n{text}")
    return read_bureau(folder)


def test_what_a_change_names_is_replaced_and_the_rest_stays(tmp_path):
    text = """    changes:
      - {from: 2026-12-15, recalls: [night]}
      - {from: 2027-01-10, teams: [{id: B, offset: 1}, {id: A}, {id: C, name: 丙班}], borrows_from: []}
"""
    unit = with_changes(flawless(tmp_path), text).units["S01"]
    first, second, third = unit.models
    assert [model.first for model in unit.models] == [None, date(2026, 12, 15), date(2027, 1, 10)]
    assert (second.teams, second.shifts, second.recalls) == (first.teams, first.shifts, ("night",))
    assert (third.shifts, third.recalls, third.borrows_from) == (first.shifts, ("night",), ())
    # The second and third team take the second and third offset of the rotation.
    assert [(team.id, team.name, team.offset) for team in third.teams] == [
        ("B", "乙班", 1),
        ("A", "甲班", 1),
        ("C", "丙班", 2),
    ]
    assert third.place == Place("units/S01.yaml", 15, 9)


def test_a_post_stands_only_while_its_unit_and_its_zone_do(tmp_path):
    folder = flawless(tmp_path)
    change(folder / "zones/all.yaml", "unit: S01, x: 0.0", "unit: S01, from: 2026-03-01, x: 0.0")
    change(folder / "officers/S01.csv", "Z1,,", "Z1,,2026-12-31")
    change(folder / "officers/S01.csv", "2015-07-01,", "2015-07-01,2026-12-31")
    posts = with_changes(folder, "    until: 2026-12-31\n").posts
    assert (posts["P1"].first, posts["P1"].last) == (date(2026, 3, 1), date(2026, 12, 31))
    assert (posts["P2"].first, posts["P2"].last) == (date(2026, 3, 1), date(2026, 12, 31))


def test_transfers_are_read_in_the_order_of_their_dates(tmp_path):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "absences:", "transfers: [transfers.csv]\nabsences:")
    rows = ["1001,2027-02-01,S02,A,Z2", "1001,2027-01-01,S01,B,", "1002,2027-01-01,S02,A,"]
    (folder / "transfers.csv").write_text("\n".join(["officer_id,date,unit,team,zone", *rows]))
    officers = read_bureau(folder).officers
    where = {
        id: [(one.unit, one.team, one.zone, one.first) for one in officers[id].assignments]
        for id in ("1001", "1002", "2001")
    }
    new_year, february = date(2027, 1, 1), date(2027, 2, 1)
    assert where == {
        # Without a zone he stays at home where he was, as long as it is in the unit.
        "1001": [("S01", "A", "Z1", None), ("S01", "B", "Z1", new_year), ("S02", "A", "Z2", february)],
        "1002": [("S01", "A", "Z1", None), ("S02", "A", "", new_year)],
        "2001": [("S02", "A", "Z2", None)],
    }


def test_what_is_wrong_leaves_no_bureau_and_is_quoted(tmp_path):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", 'day_starts: "07:00"', 'day_starts: "24:00"')
    examination = examine(folder)
    assert (examination.bureau is None, examination.rulebook is not None) == (True, True)
    (one,) = (each for each in examination.problems if "must lie before 24:00" in each.message)
    assert (str(one.place), one.message) == ("bureau.yaml:5:13", "day_starts: must lie before 24:00")
    assert one.source_line == 'day_starts: "24:00"'
    bare = replace(one, source_line="")
    assert examination.quote((bare,)) == (one,)
    change(folder / "bureau.yaml", '"24:00"', '"23:59"')
    assert [one.message for one in examine(folder).problems if "must lie before" in one.message] == []


def test_where_there_is_no_bureau_there_is_no_rulebook(tmp_path):
    examination = examine(tmp_path)
    assert (examination.bureau, examination.rulebook, len(examination.problems)) == (None, None, 1)
    with pytest.raises(BadInput) as mistakes:
        read_bureau(tmp_path)
    assert mistakes.value.problems == examination.problems


def test_the_fingerprint_tells_names_and_contents_apart():
    assert fingerprint({"a": b"x", "b": b"y"}) == fingerprint({"b": b"y", "a": b"x"})
    others = [{"a": b"x"}, {"a": b"y"}, {"b": b"x"}, {"ax": b""}, {"": b"ax"}, {}, {"a": b"x", "": b""}]
    assert len({fingerprint(files) for files in others}) == len(others)


def test_a_fingerprint_stays_what_it_was_when_a_roster_was_made():
    """Each name and each content is preceded by its length in eight bytes; rosters on the disk rely on it."""
    one = b"\0\0\0\0\0\0\0\1"
    assert fingerprint({"a": b"x"}) == hashlib.sha256(one + b"a" + one + b"x").hexdigest()
