"""Before `swap` or `substitute` judges: whose roster it is, whom it may name, what was agreed before."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click
import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.session.judged_exchange import judge_and_enter
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.problems import BadInput
from tests.support.folders import change
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
    return judge_and_enter(bureau, roster, exchange, dry_run=True, as_json=False)


def test_the_roster_of_another_bureau_is_no_place_to_judge_on(bureau: Path, roster: Path) -> None:
    change(bureau / "bureau.yaml", "bureau: S01-demo", "bureau: S02-demo")
    with pytest.raises(click.UsageError) as wrong:
        judged(bureau, roster)
    assert wrong.value.message == f"{roster} is a roster of bureau 'S01-demo', this is 'S02-demo'"


@pytest.mark.parametrize("names", [("P999", "P019"), ("P001", "P999")])
def test_both_officers_must_be_known(bureau: Path, roster: Path, names: tuple[str, str]) -> None:
    with pytest.raises(click.UsageError, match="there is no officer 'P999'"):
        judged(bureau, roster, Exchange(names[0], FIRST, names[1], WITH, ExchangeKind.SWAP))


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


def test_an_earlier_exchange_that_cannot_be_made_is_told_beside_the_answer(
    bureau: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """P019 is off on the 7th and has nothing to give away; what is asked for now is judged all the same."""
    (bureau / "exchanges.csv").write_text(f"{HEAD}P019,{FIRST},P013,,substitution,\n", encoding="utf-8")
    assert judged(bureau, roster) is ExitCode.FINE
    out, err = capsys.readouterr()
    assert out.startswith("yes: ")
    assert err.splitlines() == [
        "substitution of P013 for P019 on 2026-12-07: left out, because P019 has no duty on 2026-12-07"
    ]
