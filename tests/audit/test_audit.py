"""The verdict: soft rules by weight, and every claim of the roster beside the audit's own count."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.tier import Tier, TierResult
from tests.support.bureaus import (
    MONDAY,
    absence,
    every_rule,
    findings,
    officer,
    plain_roster,
    rotation,
    rules_broken,
    small_bureau,
)
from tests.support.overlapping import claim, overlapped
from tests.support.places import ONE, post, post_type, window


def test_true_claims_pass() -> None:
    assert overlapped(*claim(LEGAL=0, CHANGES=0, HOURS=240)).clean


def test_without_claims_nothing_is_compared() -> None:
    report = overlapped()
    assert report.clean
    assert report.totals[Tier.HOURS] == 240


@pytest.mark.parametrize("claimed", [0, 239, 241, 300])
def test_a_claim_on_either_side_of_the_count_is_one_finding(claimed: int) -> None:
    """The night from 17 to 09 costs 240 minutes; who claims more is as wrong as who claims less."""
    (finding,) = overlapped(*claim(CHANGES=0), TierResult(Tier.HOURS, claimed, 0, 0.0)).findings
    assert (finding.rule, finding.excess) == ("costs", abs(claimed - 240))
    assert finding.message == (
        f"hours above the rotation: the roster claims {claimed} minutes, its duties cost 240"
    )


@pytest.mark.parametrize("tier", [tier for tier in Tier if tier is not Tier.HOURS])
def test_a_claim_of_costs_that_are_not_there_is_a_finding_in_every_tier(tier: Tier) -> None:
    (finding,) = overlapped(TierResult(tier, 1, None, 0.0)).findings
    assert (finding.rule, finding.excess) == ("costs", 1)


def test_a_bound_that_the_roster_meets_is_no_finding() -> None:
    assert overlapped(TierResult(Tier.HOURS, 240, 240, 0.0)).clean


def test_a_bound_above_the_count_is_a_finding() -> None:
    """No lawful roster costs less than the bound, it says; this one does, by one minute."""
    (finding,) = overlapped(TierResult(Tier.HOURS, 240, 241, 0.0)).findings
    assert (finding.rule, finding.excess) == ("costs", 1)
    assert finding.message == "hours above the rotation: the bound 241 lies above the value 240"


def test_a_bound_is_held_against_the_count_and_not_against_the_claim() -> None:
    """A claim of 300 with the bound 300 is two lies; with the bound 240 it is one."""
    value, bound = overlapped(TierResult(Tier.HOURS, 300, 300, 0.0)).findings
    assert value.message.endswith("the roster claims 300 minutes, its duties cost 240")
    assert bound.message.endswith("the bound 300 lies above the value 240")
    assert len(overlapped(TierResult(Tier.HOURS, 300, 240, 0.0)).findings) == 1


def test_a_bound_above_a_claim_that_is_too_low_is_told_of_the_claim_alone() -> None:
    """200 is no false bound of 240, though it lies above the claim of 180."""
    (finding,) = overlapped(TierResult(Tier.HOURS, 180, 200, 0.0)).findings
    assert finding.message.endswith("the roster claims 180 minutes, its duties cost 240")


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


# Time off in lieu is an account beside the roster


def test_entries_of_time_in_lieu_change_no_finding_and_no_cost() -> None:
    """Not even an account that is overdrawn."""
    without = small_bureau(rules=every_rule())
    entries = (Entry("a", MONDAY, EntryKind.EARN, 60), Entry("a", MONDAY, EntryKind.SPEND, 720))
    roster = plain_roster(without, MONDAY, 8)
    having = replace(without, lieu=entries, lieu_expires_days=1, carried=True)
    assert findings(having, roster) == findings(without, roster)
    assert audit(having, roster) == audit(without, roster)


def test_who_takes_time_in_lieu_is_away_like_anybody_on_leave() -> None:
    found = {}
    for kind in (AbsenceKind.LEAVE, AbsenceKind.LIEU):
        bureau = small_bureau(rules=every_rule(), absences=[absence("a", MONDAY, kind=kind)])
        worked = plain_roster(replace(bureau, absences=()), MONDAY, 4)
        assert "availability" in rules_broken(bureau, worked)
        stayed_away = replace(worked, duties=tuple(one for one in worked.duties if one.officer != "a"))
        found[kind] = findings(bureau, stayed_away)
    assert found[AbsenceKind.LIEU] == found[AbsenceKind.LEAVE]


@pytest.mark.parametrize(
    ("left_out", "processors", "forks"),
    [
        (0, 2, 1),  # exactly 5,000 duties
        (1, 2, 0),
        (0, 1, 0),
        (0, None, 0),  # nobody knows how many
    ],
)
def test_the_halves_of_a_large_roster_come_back_in_the_order_of_the_rules(
    left_out: int, processors: int | None, forks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2,500 officers in reserve work two dates in a row, one more than they may; nobody mans the post.

    The rule on posts looks at people together, the other at each alone: with two processors each is asked in
    a process of its own, and the verdict is the same. Where a duty is left out, it is the last officer's.
    """
    people = [officer(str(n)) for n in range(2_500)]
    bureau = small_bureau(
        people,
        teams="A",
        rotation=rotation("D", (0,)),
        rules={"posts": {}, "duty-days-in-a-row": {"most": "1"}},
        post_types=[post_type("desk", window(7, 19, plan=ONE))],
        posts=[post("P1", "desk")],
    )
    whole = plain_roster(bureau, MONDAY, 2)
    roster = replace(whole, duties=whole.duties[: 5_000 - left_out], before=())
    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        begun.append(os.getpid())
        return fork()

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    report = audit(bureau, roster)
    assert len(begun) == forks
    assert [one.officer for one in report.findings] == [one.id for one in people[: 2_500 - left_out]]
    empty = [(one.day, one.amount) for one in report.costs if one.rule == "posts"]
    assert empty == [(day, 12 * 60) for day in roster.horizon]
