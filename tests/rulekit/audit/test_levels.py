"""What peers should have borne before: the audit's own reading, and that it is the maker's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from rosterctl.domain.accounts.ledger import PastShare, Tally, parts_of
from rosterctl.domain.bureau import Bureau
from rosterctl.rulekit.audit.levels import levels
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.past_shares import past_shares
from tests.support.bureaus import MONDAY, absence, officer, roster_of, small_bureau, transfer

RECALLS = 4


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def of_recalls(bureau: Bureau) -> list[Fraction]:
    record = Record(bureau, roster_of(bureau, MONDAY, 1, []))
    return [level[RECALLS] for level in levels(record, list(bureau.officers.values()))]


def test_rows_without_shares_go_by_dates_and_those_with_shares_by_them() -> None:
    """a was there on ten dates, b on five of them; c and d have shares of their own."""
    rows = {
        "a": PastShare(first=day(-10)),
        "b": PastShare(first=day(-10), last=day(-1)),
        "c": PastShare(share=parts_of(Tally(recalls=3))),
        "d": PastShare(share=parts_of(Tally(recalls=1))),
    }
    counts = {"a": Tally(recalls=1), "b": Tally(recalls=5), "c": Tally(recalls=8), "d": Tally()}
    bureau = small_bureau(
        [officer(one) for one in "abcd"],
        ledger=counts,
        past_shares=rows,
        absences=[absence("b", day(-10), day(-6))],
    )
    assert of_recalls(bureau) == [4, 2, 6, 2]


def test_no_row_or_no_date_is_the_level_of_what_was_borne() -> None:
    late = replace(officer("b"), joined=MONDAY)
    bureau = small_bureau(
        [officer("a"), late, officer("c")],
        ledger={"a": Tally(recalls=9), "b": Tally(recalls=2)},
    )
    assert of_recalls(bureau) == [9, 2, 0]


@pytest.mark.parametrize("seed", range(60))
def test_both_readings_are_the_same(seed: int) -> None:
    """Rows with and without shares, dates and peers; people who join, leave, move, are away or protected."""
    random = Random(seed)

    def maybe(value: object) -> object:
        return value if random.random() < 0.5 else None

    who, away, rows, counts = [], [], {}, {}
    for name in "abcdef":
        one = officer(name, transfers=[transfer(day(-random.randint(1, 500)), "A")] if maybe(1) else [])
        one = replace(
            one, joined=maybe(day(-random.randint(0, 500))), left=maybe(day(-random.randint(0, 400)))
        )
        if maybe(1):
            one = replace(one, protected_from=maybe(day(-300)), protected_until=day(-random.randint(0, 300)))
        who.append(one)
        if maybe(1):
            first = -random.randint(1, 400)
            away.append(absence(name, day(first), day(first + random.randint(0, 400))))
        counts[name] = Tally(*(random.randint(0, 9) for _ in range(6)))
        share = parts_of(Tally(*(random.randint(0, 3) for _ in range(6))))
        peers = ("U1", random.choice("AAB"), "sworn")
        dates = maybe(day(-random.randint(100, 500))), maybe(day(-random.randint(1, 100)))
        rows[name] = PastShare(maybe(peers), maybe(share), *dates)  # type: ignore[arg-type]
    counts.pop(maybe("c") or "", None)
    bureau = small_bureau(who, ledger=counts, past_shares=rows, absences=away)
    audited = levels(Record(bureau, roster_of(bureau, MONDAY, 1, [])), who)
    assert [tuple(level) for level in audited] == past_shares(bureau, MONDAY, who)
