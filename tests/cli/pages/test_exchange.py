"""What `swap` and `substitute` say: yes with what changes, or every rule in the way."""

from __future__ import annotations

import json
from pathlib import Path

from rosterctl.audit.what_breaks import Harm
from rosterctl.cli.pages.exchange import exchange_json, exchange_text
from rosterctl.domain.change import Change
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.tier import Tier
from rosterctl.operations.swap import Exchanged
from rosterctl.rulekit.findings import Cost, Finding
from tests.support.bureaus import MONDAY, duty, plain_roster, small_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)
EXCHANGE = Exchange("a", MONDAY, "b", None, ExchangeKind.SUBSTITUTION, "family")
CHANGE = Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, str(EXCHANGE))
REST = Finding("rest", "no rest", "U1", "b", "", MONDAY)
SHORT = Cost("posts", Tier.LEGAL, 120, "P", "U1", MONDAY, 420, 540, 1)


def exchanged(harm: Harm) -> Exchanged:
    return Exchanged(EXCHANGE, BUREAU, ROSTER, (CHANGE,), harm)


def test_yes_and_what_changes() -> None:
    lines = exchange_text(exchanged(Harm())).splitlines()
    assert lines[0] == f"yes: {EXCHANGE} breaks no rule"
    assert lines[2] == "1 change for 1 officer: 1 dropped"


def test_no_and_everything_in_the_way() -> None:
    assert exchange_text(exchanged(Harm((REST,), (SHORT,)))).splitlines() == [
        f"no: {EXCHANGE} would break",
        "- rest: 2026-12-07 b (b): no rest",
        "- posts: 2026-12-07 07:00-09:00 P of U1: 1 short of the legal minimum",
    ]


def test_for_programs() -> None:
    told = json.loads(exchange_json(exchanged(Harm((REST,), (SHORT,))), 7, None))
    assert (told["lawful"], told["entered"], len(told["changes"])) == (False, None, 1)
    assert told["exchange"] == {
        "officer_id": "a",
        "date": "2026-12-07",
        "with_officer": "b",
        "with_date": None,
        "kind": "substitution",
        "note": "family",
    }
    assert told["findings"][0]["rule"] == "rest"
    assert told["short"][0] == {
        "rule": "posts",
        "what": "P",
        "unit": "U1",
        "date": "2026-12-07",
        "start": 420,
        "end": 540,
        "heads": 1,
    }
    assert told["judged_on_version"] == 7
    entered = json.loads(exchange_json(exchanged(Harm()), None, Path("exchanges.csv")))
    assert (entered["entered"], entered["judged_on_version"]) == ("exchanges.csv", None)
