"""What a change breaks: the difference of two audits of the units it touches, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.what_breaks import Harm, harm
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level, Post, PostType, PostWindow, Zone
from rosterctl.domain.roster import OffCause, OffRotation, Origin, Roster, Slice
from tests.support.bureaus import (
    MONDAY,
    changed,
    duty,
    every_rule,
    officer,
    plain_roster,
    roster_of,
    small_bureau,
    transfer,
    unit,
)

TUESDAY = MONDAY + timedelta(days=1)
THURSDAY = MONDAY + timedelta(days=3)
ONE = Crew("one", "one", ((Slot("any"),),))
STEP_IN = Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION)


def the_bureau(*, leads: bool = True) -> Bureau:
    """A post in U1 by day, which A's only officer holds; D may step in. U2 has one of its own."""
    window = PostWindow(420, 1140, ((Level.PLAN, ONE),))
    people = [officer("a"), officer("b", "B"), officer("d", "D", leader=leads), officer("e", unit="U2")]
    return small_bureau(
        people,
        units=[unit("U1"), unit("U2")],
        rules={rule: every_rule()[rule] for rule in ("rest", "crews", "leaders", "posts", "one-place")},
        post_types=[PostType("desk", "desk", (window,))],
        zones=[Zone("Z1", "Z1", "U1"), Zone("Z2", "Z2", "U2")],
        posts=[Post("P1", "P1", "desk", "U1", "Z1"), Post("P2", "P2", "desk", "U2", "Z2")],
        exchanges=[STEP_IN],
    )


def stepped_in(bureau: Bureau, roster: Roster) -> Roster:
    one = replace(duty(bureau, "d", MONDAY, "day"), origin=Origin.EXCHANGE)
    return changed(roster, without=[("a", MONDAY)], added=[one])


def test_no_change_does_no_harm() -> None:
    bureau = the_bureau()
    roster = plain_roster(bureau, MONDAY, 2)
    assert harm(bureau, roster, roster) == Harm()


def test_a_lawful_change_does_no_harm() -> None:
    bureau = the_bureau()
    roster = plain_roster(bureau, MONDAY, 2)
    assert harm(bureau, roster, stepped_in(bureau, roster)) == Harm()


def test_what_was_broken_before_is_not_told_again() -> None:
    bureau = the_bureau()
    night = duty(bureau, "b", TUESDAY, "day")
    roster = changed(plain_roster(bureau, MONDAY, 2), added=[night])
    assert {one.rule for one in audit(bureau, roster).findings} == {"offered", "origin", "rest"} - {"offered"}
    assert harm(bureau, roster, stepped_in(bureau, roster)) == Harm()


def test_the_breaches_are_those_that_the_whole_audit_finds_too() -> None:
    """B comes from the night of Monday at 07:00 of Tuesday."""
    bureau = replace(the_bureau(), exchanges=(Exchange("d", TUESDAY, "b", None, ExchangeKind.SUBSTITUTION),))
    roster = plain_roster(bureau, MONDAY, 2)
    tired = replace(duty(bureau, "b", TUESDAY, "day"), origin=Origin.EXCHANGE)
    after = changed(roster, without=[("d", TUESDAY)], added=[tired])
    found = harm(bureau, roster, after)
    assert [(one.rule, one.officer) for one in found.breaches] == [("rest", "b")]
    assert set(found.breaches) == set(audit(bureau, after).findings) - set(audit(bureau, roster).findings)


def test_who_is_off_the_rotation_in_another_unit_hides_nothing() -> None:
    """d steps in on Monday, after the night of Sunday or not; e, unknown to the part of U1, is off."""
    bureau = the_bureau()
    whole = plain_roster(bureau, MONDAY, 2)
    off = OffRotation("e", TUESDAY, "night", "U2", OffCause.POSTS)
    roster = replace(changed(whole, without=[("e", TUESDAY)]), off_rotation=(off,))
    tired = replace(roster, before=(*roster.before, duty(bureau, "d", MONDAY - timedelta(days=1), "night")))
    assert harm(bureau, roster, stepped_in(bureau, roster)) == Harm()
    assert {one.rule for one in harm(bureau, tired, stepped_in(bureau, tired)).breaches} == {"rest"}


def test_a_unit_that_loses_its_only_leader_misses_a_legal_minimum() -> None:
    bureau = the_bureau(leads=False)
    roster = plain_roster(bureau, MONDAY, 2)
    found = harm(bureau, roster, stepped_in(bureau, roster))
    assert found.breaches == ()
    assert {(one.rule, one.unit, one.day, one.start, one.end) for one in found.shortfalls} == {
        ("leaders", "U1", MONDAY, 420, 1140)
    }


def test_a_post_of_another_unit_is_judged_when_its_people_change() -> None:
    """E leaves the desk of U2 half-way: a crew of one that goes is no breach, one that stays too long is."""
    bureau = the_bureau()
    roster = plain_roster(bureau, MONDAY, 2)
    stays = duty(bureau, "e", MONDAY, "day", slices=[Slice(420, 1140, "P2")])
    late = duty(bureau, "e", TUESDAY, "night", slices=[Slice(1140, 1200, "P2"), Slice(1200, 1860, "")])
    assert harm(bureau, roster, changed(roster, without=[("e", MONDAY)], added=[stays])) == Harm()
    found = harm(bureau, roster, changed(roster, without=[("e", TUESDAY)], added=[late]))
    assert [(one.rule, one.post) for one in found.breaches] == [("crews", "P2")]


def test_who_serves_in_a_touched_unit_is_seen_though_they_belong_elsewhere() -> None:
    """A and E of U2, who is lent for this one duty, are the pair at P1; when A goes, E stands there alone."""
    bureau = the_bureau()
    pair = Crew("pair", "pair", ((Slot("any"), Slot("any")),))
    window = PostWindow(420, 1140, ((Level.PLAN, pair),))
    bureau = replace(
        bureau,
        units={"U1": unit("U1", borrows_from=("U2",)), "U2": unit("U2")},
        post_types={"desk": PostType("desk", "desk", (window,))},
    )
    there = [Slice(420, 1140, "P1")]
    both = [duty(bureau, one, MONDAY, "day", unit="U1", slices=there) for one in "ae"]
    roster = roster_of(bureau, MONDAY, 1, both)
    assert audit(bureau, roster).clean
    found = harm(bureau, roster, changed(roster, without=[("a", MONDAY)]))
    assert [(one.rule, one.unit, one.post) for one in found.breaches] == [("crews", "U1", "P1")]


@pytest.mark.parametrize(
    "lent",
    [
        officer("b", "B"),
        officer("b", "B", unit="U2", transfers=[transfer(MONDAY, "B", "U1")]),  # one of their two units
    ],
)
def test_who_belongs_to_a_touched_unit_was_seen_before_the_change_too(lent: Officer) -> None:
    """Until the change B serves in U2 alone, where the night of Monday and the day of Tuesday break the rest.
    The day of Thursday, in their own unit, adds nothing to that.
    """
    bureau = small_bureau(
        [lent],
        units=[unit("U1"), unit("U2", borrows_from=("U1",))],
        rules={"rest": every_rule()["rest"]},
    )
    tired = [duty(bureau, "b", day, name, unit="U2") for day, name in ((MONDAY, "night"), (TUESDAY, "day"))]
    roster = roster_of(bureau, MONDAY, 4, tired)
    assert "rest" in {one.rule for one in audit(bureau, roster).findings}
    assert harm(bureau, roster, changed(roster, added=[duty(bureau, "b", THURSDAY, "day")])) == Harm()


def test_a_post_elsewhere_at_which_one_of_the_people_stands_is_kept() -> None:
    """A is lent to U2's desk on Monday. Without that desk the audit would know nothing of A's roster, and
    miss that B, who comes from the night of Monday, works in place of D on Tuesday.
    """
    bureau = replace(
        the_bureau(),
        units={"U1": unit("U1"), "U2": unit("U2", borrows_from=("U1",))},
        exchanges=(Exchange("d", TUESDAY, "b", None, ExchangeKind.SUBSTITUTION),),
    )
    desk = duty(bureau, "a", MONDAY, "day", unit="U2", slices=[Slice(420, 1140, "P2")])
    roster = changed(plain_roster(bureau, MONDAY, 2), without=[("a", MONDAY)], added=[desk])
    tired = replace(duty(bureau, "b", TUESDAY, "day"), origin=Origin.EXCHANGE)
    found = harm(bureau, roster, changed(roster, without=[("d", TUESDAY)], added=[tired]))
    assert [(one.rule, one.officer) for one in found.breaches] == [("rest", "b")]


@pytest.mark.parametrize(
    "swap",
    [
        Exchange("a", MONDAY, "e", TUESDAY, ExchangeKind.SWAP),
        Exchange("e", TUESDAY, "a", MONDAY, ExchangeKind.SWAP),  # the same, written by the other
    ],
)
def test_an_exchange_counts_when_one_of_its_two_is_touched_and_the_other_joins(swap: Exchange) -> None:
    """A gives Monday's day to E of U2, who works it there, and works E's of Tuesday in U1. A's half comes
    last: it mends the swap. There is nobody but the two.
    """
    bureau = small_bureau(
        [officer("a"), officer("e", "D", unit="U2")],
        units=[unit("U1"), unit("U2")],
        exchanges=[swap],
    )
    es_half = replace(duty(bureau, "e", MONDAY, "day"), origin=Origin.EXCHANGE)
    as_half = replace(duty(bureau, "a", TUESDAY, "day"), origin=Origin.EXCHANGE)
    roster = roster_of(bureau, MONDAY, 2, [es_half])
    assert harm(bureau, roster, changed(roster, added=[as_half])) == Harm()
    # The other way round E's half stands alone, as in the audit of the whole.
    found = harm(bureau, changed(roster, added=[as_half]), roster)
    assert found.breaches == audit(bureau, roster).findings
    assert [(one.rule, one.officer) for one in found.breaches] == [("exchange", "a")]
