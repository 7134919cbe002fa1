"""Sick calls, ways back and nights while a night runs, on the shipped station from December on.

In the night of the 2nd P013 is alone at the desk, which takes one sworn officer as its legal minimum. P014
and P015 walk the patrol, and P017 and P018, two auxiliaries, are in reserve.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.cli.main import run
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.operations.current_roster import Published
from tests.support.folders import change
from tests.support.nights import current, nightly, numbers, replan, station, worked

pytestmark = pytest.mark.slow

NIGHT = date(2026, 12, 2)
TWO = 26 * 60


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("december")
    bureau = station(folder)
    assert run(["solve", str(bureau), "--from", "2026-12-01", "--out", str(folder / "roster")]) in (0, 6)
    at = ["--now", "2026-11-20T10:00+08:00"]
    assert run(["publish", str(folder / "roster"), str(bureau), *at]) in (0, 6)
    return bureau


@pytest.fixture
def bureau(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "bureau"))


def desk(roster: Published, day: date = NIGHT) -> list[tuple[int, int, str]]:
    """Who is at the desk in the night of a date, from which minute to which."""
    found = [
        (piece.start, piece.end, one.officer)
        for one in roster.roster.duties
        if one.day == day
        for piece in one.slices
        if piece.post == "S01-desk" and piece.start >= 19 * 60
    ]
    return sorted(found)


def alone(bureau: Path) -> str:
    ((start, end, officer),) = desk(current(bureau))
    assert (start, end) == (19 * 60, 31 * 60)
    return officer


def the_duty(roster: Published, officer: str) -> Duty:
    (found,) = (one for one in roster.roster.duties if (one.officer, one.day) == (officer, NIGHT))
    return found


def legal(roster: Published) -> int:
    report = audit(roster.bureau, roster.roster)
    assert report.clean
    return report.totals[Tier.LEGAL]


@pytest.mark.parametrize("night_has_run", [False, True])
@pytest.mark.parametrize("first", ["2026-12-02", "2026-12-03", ""])
def test_at_two_in_the_morning_the_desk_is_manned_from_those_on_duty(
    bureau: Path, first: str, night_has_run: bool
) -> None:
    """Seven hours were worked at the desk; then somebody else stands there, and no other date changes."""
    officer = alone(bureau)
    if night_has_run:
        assert nightly(bureau, "2026-12-02") in (0, 6)
        assert nightly(bureau, "2026-12-03") in (0, 6)
    before = worked(current(bureau))
    since = ["--from", first] if first else []
    assert replan(bureau, "2026-12-03T02:00", "--sick", officer, *since) in (0, 6)
    after = current(bureau)
    (past, rest) = desk(after)
    assert past == (19 * 60, TWO, officer)
    assert rest[:2] == (TWO, 31 * 60)
    assert the_duty(after, officer).until == TWO
    assert legal(after) == 0
    assert {key: one for key, one in before.items() if key[1] >= "2026-12-02"} == worked(after)


def test_who_is_sick_in_the_evening_has_worked_until_then(bureau: Path) -> None:
    officer = alone(bureau)
    assert replan(bureau, "2026-12-02T23:00", "--sick", officer) in (0, 6)
    assert [one[:2] for one in desk(current(bureau))] == [(19 * 60, 23 * 60), (23 * 60, 31 * 60)]
    assert legal(current(bureau)) == 0


def test_who_is_sick_before_the_duty_begins_works_nothing_of_it(bureau: Path) -> None:
    officer = alone(bureau)
    assert replan(bureau, "2026-12-02T18:59", "--sick", officer) in (0, 6)
    assert (officer, "2026-12-02") not in worked(current(bureau))
    assert len(desk(current(bureau))) == 1


def test_a_second_call_and_a_way_back_in_the_same_night(bureau: Path) -> None:
    """Whoever is back at 03:00 does not resume the night: somebody else stands there by then."""
    first = alone(bureau)
    assert replan(bureau, "2026-12-03T02:00", "--sick", first) in (0, 6)
    second = desk(current(bureau))[1][2]
    assert replan(bureau, "2026-12-03T02:10", "--sick", second) in (0, 6)
    after = current(bureau)
    assert [one[:2] for one in desk(after)] == [(19 * 60, TWO), (TWO, TWO + 10), (TWO + 10, 31 * 60)]
    assert legal(after) == 0
    assert replan(bureau, "2026-12-03T03:00", "--back", first) in (0, 6)
    assert desk(current(bureau)) == desk(after)
    assert replan(bureau, "2026-12-03T03:10") in (0, 6)
    assert nightly(bureau, "2026-12-04") in (0, 6)
    assert legal(current(bureau)) == 0


def test_a_call_taken_back_by_deleting_its_row_makes_the_duty_whole_again(bureau: Path) -> None:
    officer = alone(bureau)
    assert replan(bureau, "2026-12-03T02:00", "--sick", officer) in (0, 6)
    (bureau / "incidents.csv").unlink()
    assert replan(bureau, "2026-12-03T02:05") in (0, 6)
    assert the_duty(current(bureau), officer).until == 31 * 60
    assert legal(current(bureau)) == 0


def test_hours_are_borne_as_far_as_they_were_worked(bureau: Path) -> None:
    """A night that ends at 02:00 is none by the law: it does not cover 00:00-05:00."""
    officer = alone(bureau)
    assert replan(bureau, "2026-12-03T02:00", "--sick", officer) in (0, 6)
    was = current(bureau).bureau.ledger[officer].nights
    assert nightly(bureau, "2026-12-03") in (0, 6)
    assert nightly(bureau, "2026-12-04") in (0, 6)
    assert current(bureau).bureau.ledger[officer].nights == was


def test_what_was_worked_and_what_runs_stands_whatever_is_written_since(bureau: Path) -> None:
    """The evening's call-ins are over and the long nights run when the unit gives up both, at 05:40."""
    assert nightly(bureau, "2026-12-03") in (0, 6)
    before = {key: one for key, one in worked(current(bureau)).items() if key[1] == "2026-12-02"}
    assert "overlap-evening" in before.values()
    unit = bureau / "units/S01.yaml"
    change(unit, "recalls: [day, gate-evening, peak-evening]", "recalls: []")
    change(unit, "[night, overlap-evening, overlap-morning, overlap-both]", "[night]")
    assert replan(bureau, "2026-12-03T05:40") in (0, 6)
    after = worked(current(bureau))
    assert {key: one for key, one in after.items() if key[1] == "2026-12-02"} == before
    assert not {"overlap-evening", "peak-evening"} & {
        one for key, one in after.items() if key[1] > "2026-12-02"
    }
    assert audit(current(bureau).bureau, current(bureau).roster).clean


@pytest.mark.parametrize(
    ("row", "until"),
    [
        (f"{NIGHT},{NIGHT},leave", TWO),
        (f"{NIGHT},2026-12-05,sickness", TWO),
        ("2026-12-03,2026-12-05,sickness", 31 * 60),  # from the 3rd on: the night of the 2nd is worked
    ],
)
@pytest.mark.parametrize("by_night", [True, False])
def test_a_row_of_whole_dates_written_during_the_night_ends_it_now_as_a_sick_call_does(
    bureau: Path, row: str, until: int, by_night: bool
) -> None:
    who = alone(bureau)
    nightly(bureau, "2026-12-02")
    change(bureau / "absences.csv", "\nP001,", f"\n{who},{row}\nP001,")
    if by_night:
        assert run(["nightly", str(bureau), "--today", "2026-12-03", "--now", "2026-12-03T02:00+08:00"]) in (
            0,
            6,
        )
    else:
        replan(bureau, "2026-12-03T02:00")
    published = current(bureau)
    assert the_duty(published, who).until == until
    assert sum(end - start for start, end, _ in desk(published)) == 12 * 60
    assert legal(published) == 0
    # Later runs, and the row taken out when all is over, leave what was worked.
    replan(bureau, "2026-12-03T05:00")
    assert the_duty(current(bureau), who).until == until
    change(bureau / "absences.csv", f"{who},{row}\n", "")
    assert nightly(bureau, "2026-12-04") in (0, 6)
    before = {(one.officer, one.day): one.until for one in current(bureau).roster.before}
    assert before[who, NIGHT] == until


def test_a_row_written_when_the_duty_is_over_leaves_it(bureau: Path) -> None:
    nightly(bureau, "2026-12-02")
    by_day = next(one for one in current(bureau).roster.duties if (one.day, one.shift) == (NIGHT, "day"))
    change(bureau / "absences.csv", "\nP001,", f"\n{by_day.officer},{NIGHT},{NIGHT},sickness\nP001,")
    replan(bureau, "2026-12-02T19:00")
    assert numbers(bureau) == [1, 2]  # at 48 hours nothing has to change for it
    assert by_day in current(bureau).roster.duties


@pytest.mark.parametrize("wanted", ["overlap-evening", "peak-evening"])
def test_a_longer_shift_or_a_recall_is_back_when_the_row_of_the_absence_is_taken_out(
    bureau: Path, wanted: str
) -> None:
    """Three nights: ill, nothing new, and not ill after all."""
    nightly(bureau, "2026-12-02")
    before = current(bureau).roster.duties
    whose = {one.officer: one for one in before if one.shift == wanted and one.day > date(2026, 12, 6)}
    known = (bureau / "absences.csv").read_text()
    who, lost = next((id, one) for id, one in sorted(whose.items()) if f"\n{id}," not in known)
    change(bureau / "absences.csv", "\nP001,", f"\n{who},{lost.day},{lost.day},court\nP001,")
    nightly(bureau, "2026-12-03")
    assert current(bureau).roster.lost[:1] == (lost,)
    nightly(bureau, "2026-12-04")
    change(bureau / "absences.csv", f"{who},{lost.day},{lost.day},court\n", "")
    nightly(bureau, "2026-12-05")
    assert worked(current(bureau))[who, lost.day.isoformat()] == wanted
    assert current(bureau).roster.lost == ()
    legal(current(bureau))
