"""Duties that changed hands: what the audit allows, and the law broken in each way once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.exchanges import LAW, exchange_findings
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.problems import Place
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import (
    MONDAY,
    absence,
    changed,
    duty,
    every_rule,
    officer,
    plain_roster,
    small_bureau,
    unit,
)

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
SWAP = Exchange("a", MONDAY, "d", WEDNESDAY, ExchangeKind.SWAP)
STEP_IN = Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION)


def the_bureau(*exchanges: Exchange) -> Bureau:
    """A works the day of Monday and the night of Tuesday, D the day of Tuesday and the night of Wednesday."""
    return small_bureau(
        [*(officer(team.lower(), team) for team in "ABCD"), officer("e", "D")],
        units=[unit(recalls=("peak-evening",), shifts={"N": ("night", "overlap-both")})],
        exchanges=exchanges,
    )


BUREAU = the_bureau(SWAP)


def taken(bureau: Bureau, who: str, day: object, shift: str) -> Duty:
    return replace(duty(bureau, who, day, shift), origin=Origin.EXCHANGE)  # type: ignore[arg-type]


def swapped(bureau: Bureau, *added: Duty, without: Iterable[tuple[str, object]]) -> Roster:
    return changed(plain_roster(bureau, MONDAY, 4), without=without, added=added)  # type: ignore[arg-type]


BOTH = swapped(
    BUREAU,
    taken(BUREAU, "d", MONDAY, "day"),
    taken(BUREAU, "a", WEDNESDAY, "night"),
    without=[("a", MONDAY), ("d", WEDNESDAY)],
)


def laws(bureau: Bureau, roster: Roster) -> list[Finding]:
    return list(audit(bureau, roster).findings)


def test_both_sides_of_a_swap_are_lawful() -> None:
    assert laws(BUREAU, BOTH) == []


def test_a_swap_that_is_not_made_breaks_no_law() -> None:
    """Whoever left it out says so in the notes of the roster."""
    assert laws(BUREAU, plain_roster(BUREAU, MONDAY, 4)) == []


def test_a_swap_costs_nothing_a_substitution_all_its_hours() -> None:
    """Twelve hours on a day off; nobody is released, for the duty is worked."""
    assert audit(BUREAU, BOTH).totals[Tier.HOURS] == 0
    assert audit(BUREAU, BOTH).totals[Tier.CHANGES] == 0
    bureau = the_bureau(STEP_IN)
    roster = swapped(bureau, taken(bureau, "d", MONDAY, "day"), without=[("a", MONDAY)])
    assert laws(bureau, roster) == []
    assert audit(bureau, roster).totals[Tier.HOURS] == 720
    assert audit(bureau, roster).totals[Tier.CHANGES] == 0


def test_a_long_duty_stays_as_long_for_whoever_takes_it_over() -> None:
    """17:00-09:00 in the place of 19:00-07:00 is four hours more, for the owner and for the taker."""
    long = taken(BUREAU, "a", WEDNESDAY, "overlap-both")
    one = taken(BUREAU, "d", MONDAY, "day")
    roster = swapped(BUREAU, one, long, without=[("a", MONDAY), ("d", WEDNESDAY)])
    assert laws(BUREAU, roster) == []
    assert audit(BUREAU, roster).totals[Tier.HOURS] == 240


WRONG = {
    "without a row": (
        BUREAU,
        swapped(BUREAU, taken(BUREAU, "b", WEDNESDAY, "day"), without=[]),
        "shift 'day' is by exchange, but no exchange gives it to the officer",
    ),
    "the owner works it too": (
        the_bureau(STEP_IN),
        swapped(the_bureau(STEP_IN), taken(the_bureau(STEP_IN), "d", MONDAY, "day"), without=[]),
        "shift 'day' is worked in place of 'a', who works that day all the same",
    ),
    "half a swap": (
        BUREAU,
        swapped(BUREAU, taken(BUREAU, "d", MONDAY, "day"), without=[("a", MONDAY)]),
        "only one side of a swap is made: 'a' does not work what 'd' gave on 2026-12-09",
    ),
}


@pytest.mark.parametrize(("bureau", "roster", "message"), WRONG.values(), ids=WRONG)
def test_forbids(bureau: Bureau, roster: Roster, message: str) -> None:
    (found,) = laws(bureau, roster)
    assert (found.rule, found.message) == (LAW, message)
    assert list(exchange_findings(Record(bureau, roster))) == [found]


def test_half_a_swap_is_told_with_the_officer_the_date_and_the_file_in_which_it_stands() -> None:
    bureau = the_bureau(replace(SWAP, place=Place("exchanges.csv", 2, 1)))
    roster = swapped(bureau, taken(bureau, "d", MONDAY, "day"), without=[("a", MONDAY)])
    assert list(exchange_findings(Record(bureau, roster))) == [
        Finding(
            "exchange",
            "only one side of a swap is made: 'a' does not work what 'd' gave on 2026-12-09 (exchanges.csv)",
            officer="a",
            day=WEDNESDAY,
        )
    ]


def test_allows_half_a_swap_when_who_should_work_the_other_half_is_away() -> None:
    """a worked for nobody on Wednesday, being ill; d keeps what was agreed."""
    roster = swapped(BUREAU, taken(BUREAU, "d", MONDAY, "day"), without=[("a", MONDAY)])
    assert laws(replace(BUREAU, absences=(absence("a", WEDNESDAY),)), roster) == []
    assert len(laws(replace(BUREAU, absences=(absence("a", MONDAY),)), roster)) == 1


def test_one_duty_cannot_be_taken_over_by_two() -> None:
    """E has passed it on to D, so only D may work it."""
    bureau = the_bureau(
        Exchange("a", MONDAY, "e", None, ExchangeKind.SUBSTITUTION),
        Exchange("e", MONDAY, "d", None, ExchangeKind.SUBSTITUTION),
    )
    both = [taken(bureau, who, MONDAY, "day") for who in ("d", "e")]
    assert laws(bureau, swapped(bureau, both[0], without=[("a", MONDAY)])) == []
    (found,) = laws(bureau, swapped(bureau, *both, without=[("a", MONDAY)]))
    assert found.message == "shift 'day' is worked in place of 'a', as 'd' does too"


def test_what_is_taken_over_is_what_the_owner_could_have() -> None:
    """A's team works D on Monday, so A has no night to give; nor is there a recall on it."""
    bureau = the_bureau(STEP_IN)
    roster = swapped(bureau, taken(bureau, "d", MONDAY, "night"), without=[("a", MONDAY)])
    (found,) = laws(bureau, roster)
    assert (found.rule, found.message) == ("offered", "shift 'night' is not a shift that 'U1' offers on 'D'")


def test_a_recall_that_is_swapped_stays_a_recall() -> None:
    """C is off on Monday and was called in for the peak; D works it and has the two hours."""
    bureau = the_bureau(Exchange("c", MONDAY, "d", WEDNESDAY, ExchangeKind.SWAP))
    roster = swapped(
        bureau,
        taken(bureau, "d", MONDAY, "peak-evening"),
        taken(bureau, "c", WEDNESDAY, "night"),
        without=[("d", WEDNESDAY), ("c", WEDNESDAY)],
    )
    assert laws(bureau, roster) == []
    assert audit(bureau, roster).totals[Tier.HOURS] == 120


def test_the_other_side_of_a_swap_may_lie_in_another_roster() -> None:
    later = Exchange("a", MONDAY, "d", MONDAY + timedelta(days=30), ExchangeKind.SWAP)
    bureau = the_bureau(later)
    roster = swapped(bureau, taken(bureau, "d", MONDAY, "day"), without=[("a", MONDAY)])
    assert laws(bureau, roster) == []


def test_rules_are_kept_by_whoever_takes_over() -> None:
    """B comes from the night of Monday at 07:00 of Tuesday, when D's day begins."""
    exchange = Exchange("d", TUESDAY, "b", None, ExchangeKind.SUBSTITUTION)
    bureau = small_bureau(exchanges=[exchange], rules={"rest": every_rule()["rest"]})
    roster = changed(
        plain_roster(bureau, MONDAY, 4), without=[("d", TUESDAY)], added=[taken(bureau, "b", TUESDAY, "day")]
    )
    (found,) = laws(bureau, roster)
    assert (found.rule, found.officer, found.day) == ("rest", "b", TUESDAY)


def test_one_side_of_a_swap_may_be_given_back() -> None:
    """D swapped with A, and later A worked D's night of Wednesday no more: D works it after all."""
    bureau = the_bureau(SWAP, Exchange("a", WEDNESDAY, "d", None, ExchangeKind.SUBSTITUTION))
    roster = swapped(bureau, taken(bureau, "d", MONDAY, "day"), without=[("a", MONDAY)])
    assert laws(bureau, roster) == []
