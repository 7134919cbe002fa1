"""A roster whose duties changed hands is judged as it stands, and claims no more than it keeps."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from rosterctl.audit.audit import audit
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.intake.load import read_bureau
from rosterctl.operations.swap import enter, exchange_duties
from rosterctl.planning.roster.made import prove, prove_changed
from tests.support.bureaus import MONDAY, every_rule, plain_roster, small_bureau
from tests.support.station_roster import FIRST, STATION, lawful_roster


def test_a_swapped_roster_can_be_handed_out_again(tmp_path: Path) -> None:
    """As whoever publishes it does: enter the swap, read the bureau anew, prove, audit from there."""
    station = Path(shutil.copytree(STATION, tmp_path / "station"))
    bureau, roster = read_bureau(station), prove(read_bureau(station), lawful_roster(14)).roster
    swap = Exchange("P001", FIRST, "P019", FIRST.replace(day=9), ExchangeKind.SWAP)
    result = exchange_duties(bureau, roster, swap)
    assert result.lawful
    enter(station, swap, None)
    entered = read_bureau(station)
    made = prove_changed(entered, replace(result.roster, fingerprint=entered.fingerprint))
    assert made.verdict.clean
    assert audit(entered, made.roster).clean
    assert sum(one.origin is Origin.EXCHANGE for one in made.roster.duties) == 2


def test_a_bound_stays_until_it_is_passed() -> None:
    """D steps in and works twelve hours where 0 were claimed: a bound of 720 minutes is kept, of 721 not."""
    step_in = Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION)
    bureau = small_bureau(exchanges=[step_in], rules={"rest": every_rule()["rest"]})
    roster = plain_roster(bureau, MONDAY, 2)
    for bound, kept in ((0, 0), (720, 720), (721, None)):
        made = prove(bureau, replace(roster, tiers=(TierResult(Tier.HOURS, 0, bound, 0.0),)))
        hours = next(one for one in made.roster.tiers if one.tier is Tier.HOURS)
        assert (hours.value, hours.bound) == (720, kept)
        assert audit(bureau, made.roster).clean
