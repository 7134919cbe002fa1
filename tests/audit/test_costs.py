"""What the audit adds up: changes and hours from the record, soft rules by weight, claims compared."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from rosterctl.audit.audit import AuditReport, audit
from rosterctl.audit.report import report_json, report_text
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import MONDAY, absence, duty, officer, plain_roster, shift, small_bureau, unit

TUESDAY = MONDAY + timedelta(days=1)
LONG_DAY = shift("long-day", 7, 20)
BUREAU = small_bureau(
    [*(officer(team.lower(), team) for team in "ABCD"), officer("lent", "A", unit="U2")],
    units=[
        unit(
            "U1",
            recalls=("peak-evening",),
            borrows_from=("U2",),
            shifts={"D": ("day", "office", "long-day"), "N": ("night", "overlap-both")},
        ),
        unit("U2"),
    ],
    shifts=[LONG_DAY],
)
PLAIN = plain_roster(BUREAU, MONDAY, 4)


def changed(*duties: Duty, without: tuple[str, ...] = (), bureau: Bureau = BUREAU) -> Roster:
    """Monday's duties of some officers replaced."""
    gone = {*without, *(one.officer for one in duties)}
    kept = (one for one in PLAIN.duties if not (one.day == MONDAY and one.officer in gone))
    return replace(PLAIN, duties=(*kept, *duties), fingerprint=bureau.fingerprint)


def efforts(roster: Roster, bureau: Bureau = BUREAU) -> list[Cost]:
    report = audit(bureau, roster)
    assert report.clean
    return list(report.costs)


def test_the_rotation_itself_costs_nothing() -> None:
    assert efforts(PLAIN) == []


def test_overlap_costs_its_extra_hours() -> None:
    """17-09 instead of 19-07: four hours."""
    cost = Cost("overtime", Tier.HOURS, 240, "b", "U1", MONDAY)
    assert efforts(changed(duty(BUREAU, "b", MONDAY, "overlap-both"))) == [cost]


def test_a_shorter_shift_earns_nothing_back() -> None:
    assert efforts(changed(duty(BUREAU, "a", MONDAY, "office"))) == []


def test_a_recall_costs_every_minute_and_changes_nothing() -> None:
    cost = Cost("overtime", Tier.HOURS, 120, "c", "U1", MONDAY)
    assert efforts(changed(duty(BUREAU, "c", MONDAY, "peak-evening", recall=True))) == [cost]


def test_a_released_duty_is_a_change() -> None:
    assert efforts(changed(without=("a",))) == [Cost("released", Tier.CHANGES, 1, "a", "U1", MONDAY)]


def test_an_absent_officer_is_not_released() -> None:
    away = replace(BUREAU, absences=(absence("a", MONDAY),))
    assert efforts(changed(without=("a",), bureau=away), away) == []


def test_a_loan_is_a_change() -> None:
    lent = duty(BUREAU, "lent", MONDAY, "day", unit="U1")
    assert efforts(changed(lent)) == [Cost("loan", Tier.CHANGES, 1, "lent", "U1", MONDAY)]


def claim(**values: int) -> tuple[TierResult, ...]:
    return tuple(TierResult(Tier[name], value, value, 0.0) for name, value in values.items())


def overlapped(*tiers: TierResult) -> AuditReport:
    roster = replace(changed(duty(BUREAU, "b", MONDAY, "overlap-both")), tiers=tiers)
    return audit(BUREAU, roster)


def test_true_claims_pass() -> None:
    assert overlapped(*claim(LEGAL=0, CHANGES=0, HOURS=240)).clean


def test_without_claims_nothing_is_compared() -> None:
    report = overlapped()
    assert report.clean
    assert report.totals[Tier.HOURS] == 240


def test_a_false_claim_is_one_finding() -> None:
    (finding,) = overlapped(*claim(CHANGES=0, HOURS=180)).findings
    assert (finding.rule, finding.excess) == ("costs", 60)
    assert finding.message == ("hours above the rotation: the roster claims 180 minutes, its duties cost 240")


def test_a_bound_above_the_value_is_a_finding() -> None:
    (finding,) = overlapped(TierResult(Tier.HOURS, 240, 300, 0.0)).findings
    assert finding.message == "hours above the rotation: the bound 300 lies above the value 240"


def test_a_soft_rule_costs_weight_times_excess() -> None:
    """Five nights in a row where three are wanted at most; the same rule as a hard one is a breach."""
    nights = small_bureau(
        [officer("a")], teams="A", rules={"nights-in-a-row": {"severity": "soft", "weight": "5", "most": "0"}}
    )
    roster = plain_roster(nights, MONDAY, 4)
    report = audit(nights, roster)
    assert report.clean
    assert {(cost.rule, cost.tier, cost.amount % 5) for cost in report.costs} == {
        ("nights-in-a-row", Tier.WISHES, 0)
    }
    assert report.totals[Tier.WISHES] == sum(cost.amount for cost in report.costs) > 0
    hard = replace(nights, rulebook=small_bureau(rules={"nights-in-a-row": {"most": "0"}}).rulebook)
    assert {finding.rule for finding in audit(hard, roster).findings} == {"nights-in-a-row"}


def test_text_names_who_where_and_when() -> None:
    roster = replace(changed(duty(BUREAU, "a", MONDAY, "night")), tiers=claim(HOURS=7))
    lines = report_text(BUREAU, roster, audit(BUREAU, roster)).splitlines()
    assert lines[0] == "small: 2026-12-07 to 2026-12-10, 10 duties"
    assert "offered           1" in lines
    assert "offered: 2026-12-07 U1 a (a): shift 'night' is not a shift that 'U1' offers on 'D'" in lines
    assert any(line.startswith("hours above the rotation") and line.endswith("minutes") for line in lines)


def test_json_has_everything() -> None:
    told = json.loads(report_json(PLAIN, overlapped(*claim(HOURS=240))))
    assert told["clean"] is True
    assert told["tiers"][4] == {
        "tier": 5,
        "title": "hours above the rotation",
        "measure": "minutes",
        "value": 240,
        "claimed": 240,
        "bound": 240,
        "gap": 0.0,
    }
    assert told["costs"][0]["what"] == "b"
