"""Exchanges replayed on a roster: duties change hands whole, and what does not fit is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.post import Post, PostType, Zone
from rosterctl.domain.roster import Duty, NoteKind, Origin, Roster, Slice
from rosterctl.planning.roster.swaps import apply, given_back, with_exchange, without_halves
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, every_rule, plain_roster, small_bureau, unit

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
SWAP = Exchange("a", MONDAY, "d", WEDNESDAY, ExchangeKind.SWAP)
UNRESTED = Exchange("d", TUESDAY, "b", None, ExchangeKind.SUBSTITUTION)


def the_bureau(*exchanges: Exchange, **more: object) -> Bureau:
    return small_bureau(
        exchanges=exchanges,
        rules={rule: every_rule()[rule] for rule in ("one-place", "rest")},
        post_types=[PostType("desk", "desk", ())],
        zones=[Zone("Z1", "Z1", "U1")],
        posts=[Post("P1", "P1", "desk", "U1", "Z1")],
        **more,
    )


def replayed(bureau: Bureau, days: int = 4) -> Roster:
    return apply(bureau, plain_roster(bureau, MONDAY, days))


def worked(roster: Roster) -> set[tuple[str, object, str, Origin]]:
    return {(one.officer, one.day, one.shift, one.origin) for one in roster.duties}


def test_a_swap_moves_two_duties_and_nothing_else() -> None:
    bureau = the_bureau(SWAP)
    plain, made = plain_roster(bureau, MONDAY, 4), replayed(bureau)
    assert worked(plain) - worked(made) == {
        ("a", MONDAY, "day", Origin.ROTATION),
        ("d", WEDNESDAY, "night", Origin.ROTATION),
    }
    assert worked(made) - worked(plain) == {
        ("d", MONDAY, "day", Origin.EXCHANGE),
        ("a", WEDNESDAY, "night", Origin.EXCHANGE),
    }
    assert made.notes == ()
    assert audit(bureau, made).findings == ()
    assert [(one.officer, one.day) for one in made.duties] == sorted(
        (one.officer, one.day) for one in made.duties
    )


def test_without_exchanges_the_roster_stays_as_it_is() -> None:
    bureau = the_bureau()
    roster = plain_roster(bureau, MONDAY, 4)
    assert apply(bureau, roster) is roster


def test_the_posts_and_vehicles_go_with_the_duty() -> None:
    bureau = the_bureau(SWAP)
    plain = plain_roster(bureau, MONDAY, 4)
    slices = (Slice(420, 540, "P1", ("C1",)), Slice(540, 1140, ""))

    def posted(one: Duty) -> Duty:
        return replace(one, slices=slices) if (one.officer, one.day) == ("a", MONDAY) else one

    made = apply(bureau, replace(plain, duties=tuple(map(posted, plain.duties))))
    assert next(one for one in made.duties if (one.officer, one.day) == ("d", MONDAY)).slices == slices


@pytest.mark.parametrize(
    ("begun", "gone", "back"),
    [(0, True, True), (7 * 60, True, True), (7 * 60 + 1, True, False), (0, False, False)],
)
def test_one_side_of_a_swap_goes_back_unless_it_has_begun_or_both_are_made(
    begun: int, gone: bool, back: bool
) -> None:
    """d works a's day of Monday from 07:00; on Wednesday, when a was to work d's night, there is none."""
    bureau = the_bureau(SWAP)
    made = replayed(bureau)
    if gone:
        made = replace(made, duties=tuple(one for one in made.duties if one.day != WEDNESDAY))
    earliest = bureau.clock.number(MONDAY, WallMinute(begun)) if begun else 0
    found, moved = without_halves(bureau, made, earliest)
    assert (found == made) is not back
    assert moved == ({("a", MONDAY), ("d", MONDAY)} if back else set())
    if back:
        plain = {one for one in worked(plain_roster(bureau, MONDAY, 4)) if one[1] != WEDNESDAY}
        assert worked(found) == plain
        (note,) = found.notes
        assert (note.what, note.why) == (str(SWAP), "the other side of the swap cannot be made")
        assert not any(one.rule == "exchange" for one in audit(bureau, found).findings)


def test_a_swap_whose_other_side_nobody_is_there_for_stays() -> None:
    """a, who was to work on Wednesday, is away: that is a's absence, and d's Monday stands."""
    bureau = the_bureau(SWAP)
    made = replayed(bureau)
    made = replace(made, duties=tuple(one for one in made.duties if one.day != WEDNESDAY))
    away = replace(bureau, absences=(absence("a", WEDNESDAY),))
    assert without_halves(away, made, 0) == (made, frozenset())


def test_a_swap_with_an_absent_officer_is_left_out_wholly_and_named() -> None:
    bureau = the_bureau(SWAP, absences=[absence("d", WEDNESDAY)])
    made = replayed(bureau)
    assert worked(made) == worked(plain_roster(bureau, MONDAY, 4))
    assert tuple(map(str, made.notes)) == (
        "swap of a on 2026-12-07 with d on 2026-12-09: left out, because d has no duty on 2026-12-09 (leave)",
    )


def test_an_exchange_that_breaks_a_rule_is_left_out_and_the_others_are_made() -> None:
    bureau = the_bureau(UNRESTED, SWAP)
    made = replayed(bureau)
    assert audit(bureau, made).findings == ()
    assert worked(made) == worked(replayed(the_bureau(SWAP)))
    (note,) = made.notes
    assert (note.kind, note.what) == (NoteKind.LEFT_OUT, "substitution of b for d on 2026-12-08")
    assert note.why.startswith("it breaks ")


def test_what_the_roster_broke_before_is_not_the_exchanges_fault() -> None:
    bureau = the_bureau(SWAP)
    plain = plain_roster(bureau, MONDAY, 4)
    twice = next(one for one in plain.duties if (one.officer, one.day) == ("c", WEDNESDAY))
    spoilt = replace(
        plain, duties=(*plain.duties, replace(twice, shift="night", slices=(Slice(1140, 1860, ""),)))
    )
    made = apply(bureau, spoilt)
    assert made.notes == ()
    assert ("d", MONDAY, "day", Origin.EXCHANGE) in worked(made)


def test_what_was_given_back_is_worked_by_rotation_again() -> None:
    back = [
        Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION),
        Exchange("d", MONDAY, "a", None, ExchangeKind.SUBSTITUTION),
    ]
    bureau = the_bureau(*back)
    assert worked(replayed(bureau)) == worked(plain_roster(bureau, MONDAY, 4))
    assert replayed(bureau).notes == ()


def test_a_duty_is_passed_on_only_if_it_was_taken_over() -> None:
    """The first step is left out for want of A, so there is nothing of his that D could pass on."""
    steps = [
        Exchange("a", MONDAY, "d", None, ExchangeKind.SUBSTITUTION),
        Exchange("d", MONDAY, "c", None, ExchangeKind.SUBSTITUTION),
    ]
    bureau = the_bureau(*steps, absences=[absence("a", MONDAY)])
    assert [note.why for note in replayed(bureau).notes] == [
        "a has no duty on 2026-12-07 (leave)",
        "d has no such duty on 2026-12-07",
    ]


def test_only_the_dates_of_the_roster_are_touched() -> None:
    """Of a swap across its end the side inside is made; one that lies outside is another roster's."""
    outside = Exchange("a", MONDAY + timedelta(days=40), "d", MONDAY + timedelta(days=42), ExchangeKind.SWAP)
    across = Exchange("a", MONDAY, "d", MONDAY + timedelta(days=42), ExchangeKind.SWAP)
    bureau = the_bureau(outside, across)
    made = replayed(bureau)
    assert made.notes == ()
    assert worked(made) - worked(plain_roster(bureau, MONDAY, 4)) == {("d", MONDAY, "day", Origin.EXCHANGE)}
    assert audit(bureau, made).findings == ()


def test_around_an_exchange_there_is_only_the_plain_rotation() -> None:
    """D may be called in on a rest day, but not the day before or after one on which he works for A."""
    day = MONDAY + timedelta(days=8)
    step_in = Exchange("a", day, "d", None, ExchangeKind.SUBSTITUTION)
    bureau = small_bureau(
        units=[unit(recalls=("peak-evening",), shifts={"D": ("day", "office")})], exchanges=[step_in]
    )
    offers = make_offers(bureau, Horizon(MONDAY, 16), ())

    def offered(who: str, ahead: int) -> list[str]:
        return [choice.shift for choice in offers.open[who].get(day + timedelta(days=ahead), ())]

    assert [offered("d", ahead) for ahead in (-2, -1, 0, 1)] == [["night"], [], [], ["day"]]
    assert [offered("d", ahead) for ahead in (-4, 3, 4, 5)] == [
        *(["peak-evening"], ["peak-evening"], ["peak-evening"], ["day", "office"])
    ]
    assert offered("a", 0) == ["day"]
    assert offered("a", 4) == ["day", "office"]


def back(bureau: Bureau, roster: Roster, earliest: int = 0) -> Roster:
    legs = [leg for legs in bureau.handovers for leg in legs]
    return replace(roster, duties=given_back(bureau, roster.duties, legs, earliest)[0])


@pytest.mark.parametrize(
    "more", [(), (Exchange("d", MONDAY, "c", None, ExchangeKind.SUBSTITUTION),)], ids=["swap", "given on"]
)
def test_what_changed_hands_goes_back_whole_by_whatever_way(more: tuple[Exchange, ...]) -> None:
    bureau = the_bureau(SWAP, *more)
    made = plain_roster(bureau, MONDAY, 4)
    for one in bureau.exchanges:
        made = with_exchange(bureau, made, one)
    assert made.duties != plain_roster(bureau, MONDAY, 4).duties
    assert set(back(bureau, made).duties) == set(plain_roster(bureau, MONDAY, 4).duties)


def test_what_the_taker_does_not_hold_cannot_go_back_and_the_other_side_does() -> None:
    bureau = the_bureau(SWAP)
    made = replayed(bureau)
    ill = replace(made, duties=tuple(one for one in made.duties if (one.officer, one.day) != ("d", MONDAY)))
    assert worked(back(bureau, ill)) == worked(plain_roster(bureau, MONDAY, 4)) - {
        ("a", MONDAY, "day", Origin.ROTATION)
    }


def test_what_has_begun_does_not_go_back() -> None:
    bureau = the_bureau(SWAP)
    begins = bureau.clock.number(MONDAY, WallMinute(7 * 60))
    late = worked(back(bureau, replayed(bureau), begins + 1))
    assert ("d", MONDAY, "day", Origin.EXCHANGE) in late
    assert ("d", WEDNESDAY, "night", Origin.ROTATION) in late
    assert worked(back(bureau, replayed(bureau), begins)) == worked(plain_roster(bureau, MONDAY, 4))
