"""The fair share of the past: every date by those who were there, newcomers at the level of their peers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from rosterctl.domain.accounts.ledger import PastShare, Tally, parts_of
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty
from rosterctl.rulekit.past_shares import past_shares, with_borne
from tests.support.bureaus import MONDAY, absence, duty, officer, small_bureau, transfer

RECALLS = 4
"""The place of recalls among the burdens."""
AMONG = "U1", "A", "sworn"


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def people(bureau: Bureau) -> list[Officer]:
    return list(bureau.officers.values())


def team(*members: Officer, **more: object) -> Bureau:
    return small_bureau(list(members), **more)  # type: ignore[arg-type]


def recalls(bureau: Bureau, words: dict[int, str]) -> list[Duty]:
    """By date the officers, one letter each, who are called in for two hours."""
    return [duty(bureau, one, day(n), "peak-evening", recall=True) for n, who in words.items() for one in who]


def shared(bureau: Bureau, first: date = MONDAY) -> list[Fraction]:
    return [share[RECALLS] for share in past_shares(bureau, first, people(bureau))]


def borne(*recalls: int) -> dict[str, Tally]:
    return {name: Tally(recalls=count) for name, count in zip("abcd", recalls, strict=False)}


def test_counts_without_shares_are_shared_by_the_dates_present_in_the_year_before() -> None:
    """Thirty recalls; b was away for half of the 365 dates, so two thirds are a's, to a date."""
    away = [absence("b", day(-365), day(-366 + 182))]
    found = shared(team(officer("a"), officer("b"), absences=away, ledger=borne(30, 0)))
    assert found == [Fraction(30 * 365, 365 + 183), Fraction(30 * 183, 365 + 183)]


def test_the_dates_of_the_row_count_where_it_has_them() -> None:
    """Ten dates of a and five of b, in whatever year."""
    rows = {"a": PastShare(first=day(-20), last=day(-11)), "b": PastShare(first=day(-5))}
    assert shared(team(officer("a"), officer("b"), ledger=borne(6, 0), past_shares=rows)) == [4, 2]


@pytest.mark.parametrize(
    "newcomer",
    [
        replace(officer("c"), joined=MONDAY),
        officer("c", transfers=[transfer(MONDAY, "A")], team="B"),
        officer("c", transfers=[transfer(day(-300), "A")], team="B"),
        replace(officer("c"), left=day(-400)),
        replace(officer("c"), protected_from=day(-500), protected_until=day(-1)),
    ],
)
def test_who_was_not_among_them_then_has_no_part_and_begins_at_their_level(newcomer: Officer) -> None:
    bureau = team(officer("a"), officer("b"), newcomer, ledger=borne(20, 20, 0))
    assert shared(bureau) == [20, 20, 0]
    assert shared(replace(bureau, ledger=borne(20, 20, 7))) == [20, 20, 7]  # nor what was borne elsewhere


def test_who_has_no_row_begins_at_the_level_of_those_who_have() -> None:
    assert shared(team(officer("a"), officer("b"), ledger=borne(20))) == [20, 0]
    assert shared(team(officer("a"), officer("b"), ledger=borne(20, 0))) == [10, 10]


def test_a_share_that_was_counted_stays_whoever_is_away_then() -> None:
    rows = {name: PastShare(AMONG, parts_of(Tally(recalls=n))) for name, n in (("a", 8), ("b", 4))}
    away = [absence("a", day(-300), day(300))]
    bureau = team(officer("a"), officer("b"), absences=away, ledger=borne(9, 3), past_shares=rows)
    assert shared(bureau) == [8, 4]


def test_of_those_who_stay_the_shares_keep_their_proportion() -> None:
    """Whoever had borne most of all has left: 20 recalls are now those of a and b, ten each."""
    rows = {name: PastShare(AMONG, parts_of(Tally(recalls=20))) for name in "abc"}
    bureau = team(officer("a"), officer("b"), ledger=borne(8, 12, 40), past_shares=rows)
    assert shared(bureau) == [10, 10]


def test_another_role_or_team_makes_the_row_nobodys_business() -> None:
    rows = {"a": PastShare(AMONG, parts_of(Tally(recalls=5))), "b": PastShare(("U1", "A", "auxiliary"))}
    bureau = team(officer("a"), officer("b"), ledger=borne(5, 30), past_shares=rows)
    assert shared(bureau) == [5, 30]


def test_each_date_is_shared_by_those_who_are_there() -> None:
    """Monday's recall is shared by three, Tuesday's by a and b, for c is away; Wednesday's is d's own."""
    guarded = replace(officer("d"), protected_from=MONDAY)
    bureau = team(officer("a"), officer("b"), officer("c"), guarded, absences=[absence("c", day(1))])
    after = with_borne(bureau, recalls(bureau, {0: "a", 1: "a", 2: "d", 3: "b"}), [day(n) for n in range(3)])
    assert [one.recalls for one in after.ledger.values()] == [2, 0, 0, 1]  # Thursday's does not count yet
    third, half = Fraction(1, 3), Fraction(1, 2)
    found = {name: row.share[RECALLS] for name, row in after.past_shares.items() if row.share}
    assert found == {"a": third + half, "b": third + half, "c": third, "d": 1}
    assert {row.peers for row in after.past_shares.values()} == {AMONG}


def test_who_is_transferred_keeps_what_was_borne_and_begins_at_the_level_of_the_new_team() -> None:
    """Two of A's recalls are c's, who then goes to B. There c has neither credit nor debt."""
    moved = officer("c", transfers=[transfer(day(2), "B")])
    bureau = team(officer("a"), officer("b", "B"), moved)
    after = with_borne(bureau, recalls(bureau, {0: "c", 1: "c", 3: "b"}), [day(n) for n in range(4)])
    assert after.past_shares["c"].peers == ("U1", "B", "sworn")
    found = dict(zip("abc", shared(after, day(4)), strict=True))
    assert (after.ledger["c"].recalls, found["c"], found["b"]) == (2, Fraction(5, 2), Fraction(1, 2))
    assert after.past_shares["a"].share == parts_of(Tally())  # nothing is left of c's two for a to make good


@pytest.mark.parametrize("seed", range(20))
def test_date_by_date_is_all_at_once(seed: int) -> None:
    """Nights by lot, half of them recalls; people join, leave, move and are away."""
    random = Random(seed)
    who = [
        officer("a"),
        replace(officer("b"), joined=day(random.randint(0, 9))),
        replace(officer("c"), left=day(random.randint(0, 9))),
        officer("d", transfers=[transfer(day(random.randint(1, 9)), "B")]),
        replace(officer("e"), protected_until=day(random.randint(0, 9))),
    ]
    away = [absence("a", day(n), day(n + 2)) for n in (random.randint(0, 7),)]
    bureau = small_bureau(who, absences=away)
    duties = [
        duty(bureau, one.id, day(n), "night", recall=random.random() < 0.5)
        for n in range(10)
        for one in who
        if bureau.is_present(one, day(n)) and random.random() < 0.5
    ]
    dates = [day(n) for n in range(10)]
    once, steps = with_borne(bureau, duties, dates), bureau
    for one in dates:
        steps = with_borne(steps, duties, [one])
    assert (once.ledger, once.past_shares) == (steps.ledger, steps.past_shares)
    assert once.ledger == tallies(bureau, duties)
    peers = [one for one in who if one.serves(day(10)) and one.on(day(10)).team == "A"]
    level = past_shares(once, day(10), peers)
    together = sum((once.ledger[one.id] for one in peers), Tally())
    assert tuple(sum(amounts) for amounts in zip(*level, strict=True)) == parts_of(together)
