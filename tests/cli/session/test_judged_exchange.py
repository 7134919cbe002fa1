"""Before `swap` or `substitute` judges: whose roster it is, whom it may name, what was agreed before."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click
import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import run
from rosterctl.cli.session.judged_exchange import RosterToJudge, judge_and_enter, roster_to_judge
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.problems import BadInput, NotOne
from tests.support.folders import change
from tests.support.states import published
from tests.support.station_roster import FIRST, STATION, write_station

HEAD = "officer_id,date,with_officer,with_date,kind,note\n"
WITH = date(2026, 12, 9)
GOOD = Exchange("P001", FIRST, "P019", WITH, ExchangeKind.SWAP)
"""P001 works the day of the 7th and the night of the 8th, P019 those of the 8th and the 9th."""


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STATION, tmp_path / "st"))


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """The rotation of four dates."""
    return write_station(tmp_path / "roster")


def judged(bureau: Path, roster: Path, exchange: Exchange = GOOD) -> ExitCode:
    return judge_and_enter(bureau, RosterToJudge(roster, None, "so"), exchange, dry_run=True, as_json=False)


def test_the_roster_of_another_bureau_is_no_place_to_judge_on(bureau: Path, roster: Path) -> None:
    change(bureau / "bureau.yaml", "bureau: S01-demo", "bureau: S02-demo")
    with pytest.raises(click.UsageError) as wrong:
        judged(bureau, roster)
    assert wrong.value.message == f"{roster} is a roster of bureau 'S01-demo', this is 'S02-demo'"


@pytest.mark.parametrize("names", [("P999", "P019"), ("P001", "P999")])
def test_both_officers_must_be_known(bureau: Path, roster: Path, names: tuple[str, str]) -> None:
    with pytest.raises(NotOne, match="there is no officer 'P999'"):
        judged(bureau, roster, Exchange(names[0], FIRST, names[1], WITH, ExchangeKind.SWAP))


def test_they_may_be_named_by_badge_or_name_and_are_entered_by_id(bureau: Path, roster: Path) -> None:
    """朱旭杰 is P001 and 030119 the badge of P019: the file has what programs compare, their ids."""
    named = Exchange("朱旭杰", FIRST, "030119", WITH, ExchangeKind.SWAP)
    judge = RosterToJudge(roster, None, "so")
    assert judge_and_enter(bureau, judge, named, dry_run=False, as_json=False) is ExitCode.FINE
    assert (bureau / "exchanges.csv").read_text() == f"{HEAD}P001,{FIRST},P019,{WITH},swap,\n"


def test_whoever_is_in_the_roster_must_still_be_in_the_bureau(bureau: Path, roster: Path) -> None:
    """P024's row was deleted since the roster was made; nobody can say what they work or cost."""
    for file in (*(bureau / "officers").iterdir(), *bureau.glob("*.csv")):
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if "P024" not in row), encoding="utf-8")
    with pytest.raises(BadInput) as mistakes:
        judged(bureau, roster)
    (one,) = mistakes.value.problems
    assert one.place.file == str(roster / "roster.json")
    assert one.message.startswith("unknown officer 'P024'")


@pytest.mark.slow
def test_whom_the_files_had_no_more_when_the_roster_was_made_may_be_in_it(bureau: Path, roster: Path) -> None:
    """P024 was taken out on a day on which they had worked; the roster that was carried on names them."""
    at = ["--now", f"{FIRST}T05:00+08:00"]
    assert run(["publish", str(roster), str(bureau), *at]) in (0, 6)
    for file in (*(bureau / "officers").iterdir(), *bureau.glob("*.csv")):
        rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(row for row in rows if "P024" not in row), encoding="utf-8")
    assert run(["replan", str(bureau), "--now", f"{FIRST}T22:00+08:00"]) in (0, 6)
    current = bureau / "state/versions/000002"
    assert "P024" in (current / "roster.json").read_text(encoding="utf-8")
    assert judged(bureau, current) in (ExitCode.FINE, ExitCode.AUDIT_REJECTED)


def test_an_earlier_exchange_that_cannot_be_made_is_told_beside_the_answer(
    bureau: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """P019 is off on the 7th and has nothing to give away; what is asked for now is judged all the same."""
    (bureau / "exchanges.csv").write_text(f"{HEAD}P019,{FIRST},P013,,substitution,\n", encoding="utf-8")
    assert judged(bureau, roster) is ExitCode.FINE
    out, err = capsys.readouterr()
    assert out.startswith("yes: ")
    assert err.splitlines() == [
        "so",
        "substitution of P013 for P019 on 2026-12-07: left out, because P019 has no duty on 2026-12-07",
    ]


def test_what_is_published_is_judged_wherever_the_state_lies(bureau: Path, tmp_path: Path) -> None:
    for state in (None, published(tmp_path, "elsewhere").folder):
        if state is None:
            published(bureau, "old", "new")
        current = bureau / "state/versions/000002" if state is None else state / "versions/000001"
        number = int(current.name)
        told = RosterToJudge(current, number, f"judged on version {number}, which is current")
        assert roster_to_judge(bureau, state, None) == told
        assert roster_to_judge(bureau, state, current) == told, "named, but it is the same"


def test_a_roster_that_is_named_is_judged_and_it_is_said_what_is_published(bureau: Path) -> None:
    published(bureau, "old", "new")
    older = bureau / "state/versions/000001"
    told = f"judged on {older}, not on version 2, which is current"
    assert roster_to_judge(bureau, None, older) == RosterToJudge(older, None, told)


def test_before_the_first_publication_it_is_the_roster_at_hand(
    bureau: Path, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(roster.parent)
    for named in (None, roster):
        folder = named or Path("roster")
        told = RosterToJudge(folder, None, f"judged on {folder}; nothing is published yet")
        assert roster_to_judge(bureau, None, named) == told


def test_without_any_roster_it_is_said_what_to_do(bureau: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bureau)
    with pytest.raises(BadInput) as mistakes:
        roster_to_judge(bureau, None, None)
    (one,) = mistakes.value.problems
    assert one.message == "nothing is published yet, and there is no roster in ./roster"
    assert one.hint == "publish a roster, or name one with --roster"
