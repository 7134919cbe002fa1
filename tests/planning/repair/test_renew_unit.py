"""A unit made anew: what it is as a bureau of its own, and what becomes of loans to it and from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.people.wish import Wish, WishKind
from rosterctl.domain.roster import Fallback, Origin, Roster
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.renew_unit import renewed, unit_alone
from rosterctl.planning.repair.settle import settled
from rosterctl.planning.roster.made import prove_changed
from rosterctl.rulekit.past_shares import with_borne
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import make
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    every_rule,
    model,
    officer,
    plain_roster,
    roster_of,
    rotation,
    small_bureau,
    transfer,
    unit,
)
from tests.support.places import ONE, PAIR, at, event, on, post, post_type, vehicle, window

LATER = MONDAY + timedelta(days=6)
DAYS = Horizon(MONDAY, 8)
CHANGE = MONDAY + timedelta(days=4)
DONO = rotation("DONO", (0, 2, 3, 1))
RULES = every_rule(mean_hours={"sworn": "60"}, weekly_rest={"severity": "off"})


def alone(later: bool) -> Bureau:
    """U1 from Monday on; `a1` to `a3` are at home there, the last two leave for U3 if `later`."""
    moved = (transfer(LATER, "A", "U3"),) if later else ()
    people = [officer("a1", "A"), *(officer(f"a{n}", "A", transfers=moved) for n in (2, 3))]
    people.append(officer("b1", "A", unit="U2"))
    target = StrengthTarget("T", "", 8, 17 * 60, 19 * 60, units=("U1", "U2"))
    bureau = small_bureau(people, units=[unit(id) for id in ("U1", "U2", "U3")], strengths=[target])
    return unit_alone(bureau, "U1", MONDAY, plain_roster(bureau, MONDAY, 1), {})


def test_the_share_of_a_target_is_that_of_the_people_on_the_date() -> None:
    for later in (False, True):
        (mine,) = alone(later).strengths
        # Three of the four people whom the target covers: wherever two of them belong later on.
        assert (mine.heads, mine.units) == (6, ("U1",))


def target(heads: int, *units: str) -> StrengthTarget:
    return StrengthTarget("T", "", heads, 17 * 60, 19 * 60, units=units)


def share(heads: int, *covered: str, people: str) -> list[int]:
    """U1's part of a target, where officers are at home in the units of these numbers."""
    homes = [officer(f"o{n}", "A", unit=f"U{home}") for n, home in enumerate(people)]
    bureau = small_bureau(
        homes, units=[unit(id) for id in ("U1", "U2", "U3")], strengths=[target(heads, *covered)]
    )
    found = unit_alone(bureau, "U1", MONDAY, plain_roster(bureau, MONDAY, 1), {})
    return [one.heads for one in found.strengths]


def test_a_share_is_by_heads_of_the_units_covered_rounded_and_at_least_one() -> None:
    assert share(10, people="1122") == [5]  # of the whole bureau, if no unit is named
    assert share(10, "U1", "U2", people="112233") == [5]  # U3 is not covered
    assert share(10, "U1", "U2", people="122") == [3]  # 3.33
    assert share(11, "U1", "U2", people="122") == [4]  # 3.67
    assert share(1, "U1", "U2", people="1222") == [1]  # a quarter is not nothing
    assert share(10, "U2", "U3", people="1122") == []
    assert share(10, "U1", people="22") == [1]  # nobody is at home there, and nothing is divided by nothing


def test_the_unit_alone_has_what_is_its_own_and_the_past_of_its_people() -> None:
    """a of U1 is lent to U2 on Sunday; b of U2 comes to U1 on Monday, c is in U2, d leaves U1 on Monday."""
    moves = {"b": transfer(MONDAY, "A", "U1"), "d": transfer(MONDAY, "A", "U2")}
    people = [
        officer("a"),
        officer("b", unit="U2", transfers=(moves["b"],)),
        officer("c", unit="U2"),
        officer("d", transfers=(moves["d"],)),
    ]
    street = post_type("street", window(7, 19, plan=PAIR))
    bureau = small_bureau(
        people,
        units=[unit("U1", borrows_from=("U2",), recalls=("day",)), unit("U2")],
        post_types=[street],
        posts=[post("P1", "street", "U1"), post("P2", "street", "U2")],
        vehicles=[vehicle("V1", unit="U1"), vehicle("V2", unit="U2")],
        absences=[absence(name, MONDAY) for name in "abcd"],
        wishes=[Wish(name, MONDAY, WishKind.OFF, 1) for name in "abcd"],
        exchanges=(Exchange("a", MONDAY, "c", None, ExchangeKind.SUBSTITUTION),),
        events=[event(id, 9, 11, units=("U1", "U2"), sites=3) for id in ("E", "F")],
    )
    sunday, saturday = MONDAY - timedelta(days=1), MONDAY - timedelta(days=2)
    before = [duty(bureau, name, saturday, "day") for name in "ac"]
    duties = [duty(bureau, name, day, "day") for name in "abcd" for day in (sunday, MONDAY)]
    found = unit_alone(bureau, "U1", MONDAY, roster_of(bureau, sunday, 2, duties, before), {"E": 2})
    # What everybody bears on Sunday stands in the ledger; what Monday brings does not.
    assert {one.weekends for one in found.ledger.values()} == {1}
    assert (
        found
        == replace(
            with_borne(bureau, duties, [sunday]),
            units={"U1": unit("U1", recalls=("day",)), "U2": unit("U2")},  # b comes from there
            officers={name: bureau.officers[name] for name in "ab"},
            posts={"P1": bureau.posts["P1"]},
            vehicles={"V1": bureau.vehicles["V1"]},
            absences=bureau.absences[:2],
            wishes=bureau.wishes[:2],
            exchanges=(),
            events=(event("E", 9, 11, units=("U1",), sites=2),),
            strengths=(),
            history=(before[0], duties[0], duties[2]),
        )
    )


def test_sites_keep_the_names_that_they_have_in_the_whole_bureau() -> None:
    """U1 mans the second site of E and not the first; made alone its only site is called the first."""
    people = [officer("a"), officer("b", unit="U2")]
    bureau = small_bureau(
        people,
        units=[unit("U1"), unit("U2")],
        rules={"events": {}, "posts": {}},
        events=[event("E", 9, 11, units=("U1", "U2"), sites=2, crew=ONE)],
    )
    published = roster_of(
        bureau, MONDAY, 1, [on(bureau, "a", at(9, 11, "E/2")), on(bureau, "b", at(9, 11, "E/1"))]
    )
    asked: list[tuple[tuple[str, ...], Horizon]] = []

    def search(alone: Bureau, horizon: Horizon) -> Roster:
        asked.append((tuple(alone.officers), horizon))
        return roster_of(alone, MONDAY, 1, [on(alone, "a", at(9, 11, "E/1"))])

    kept = replace(published, duties=published.duties[1:])
    whole = renewed(bureau, published, kept, {"U1": MONDAY}, search)
    assert asked == [(("a",), Horizon(MONDAY, 1, MONDAY))]
    assert whole.duties == published.duties


def lending(changes: dict[str, Any]) -> Bureau:
    """U1 has one officer a team, U2 three; the desk of U1 takes two, so each shift one is lent to it."""
    people = [officer(f"u1{team}".lower(), team, unit="U1") for team in "ABCD"]
    people += [officer(f"u2{team}{n}".lower(), team, unit="U2") for team in "ABCD" for n in (1, 2, 3)]
    return small_bureau(
        people,
        units=[
            unit("U1", borrows_from=("U2",), later=changes.get("U1", ())),
            unit("U2", later=changes.get("U2", ())),
        ],
        rotations=[DONO],
        rules=RULES,
        post_types=[post_type("desk", window(7, 31, minimum=PAIR))],
        posts=[post("P1", "desk", unit="U1"), post("P2", "desk", unit="U2")],
    )


def lent(roster: Roster) -> set[int]:
    """The dates, counted from Monday, on which people of U2 serve in U1."""
    return {(one.day - MONDAY).days for one in roster.duties if one.officer[:2] == "u2" and one.unit == "U1"}


NEW = {
    "the lender": {"U2": (model(CHANGE, rotation=DONO),)},
    "the borrower": {"U1": (model(CHANGE, rotation=DONO, borrows_from=("U2",)),)},
    "the borrower, who borrows no more": {"U1": (model(CHANGE, rotation=DONO),)},
}


@pytest.mark.parametrize("changes", NEW.values(), ids=NEW.keys())
def test_no_loan_stands_from_the_date_on_which_one_of_the_two_is_made_anew(changes: dict[str, Any]) -> None:
    before, now = lending({}), lending(changes)
    published = make(before, DAYS).roster
    assert lent(published) == set(range(8))
    found = carry_on(now, before, published, MONDAY)
    ((anew, first),) = found.anew.items()
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    assert audit(now, whole).findings == ()
    assert max(lent(whole)) < (first - MONDAY).days
    if anew == "U1":
        # Whoever was lent then works the rotation at home.
        plain = {(one.officer, one.day) for one in plain_roster(now, MONDAY, 8).duties}
        worked = {(one.officer, one.day) for one in whole.duties if one.origin is Origin.ROTATION}
        assert {key for key in plain if key[0][:2] == "u2"} <= worked


@pytest.mark.parametrize("why", [NoTimeForAny(60), Contradiction(["U1"])])
def test_a_unit_for_which_the_search_comes_to_nothing_has_the_plain_rotation_with_posts(
    why: Exception,
) -> None:
    """U1 lends no more and borrows no more: two at the desk is what its teams of one cannot man."""
    before, now = lending({}), lending(NEW["the borrower, who borrows no more"])
    published = make(before, DAYS).roster

    def search(*_: object) -> Roster:
        raise why

    found = carry_on(now, before, published, MONDAY)
    whole = renewed(now, published, found.roster, found.anew, search)
    assert audit(now, whole).findings == ()
    assert whole.fallbacks == (Fallback("U1", str(why)),)
    mine = {(one.officer, one.day) for one in whole.duties if one.unit == "U1" and one.day >= CHANGE}
    plain = {(one.officer, one.day) for one in plain_roster(now, MONDAY, 8).duties if one.unit == "U1"}
    assert mine == {key for key in plain if key[1] >= CHANGE}


def test_a_post_that_is_new_together_with_the_model_moves_nobody() -> None:
    """Both begin on one date: the repair leaves that date to whoever makes the unit anew."""
    people = [officer(f"{team}{n}".lower(), team) for team in "ABCD" for n in (1, 2)]
    desk = post_type("desk", window(7, 31, minimum=PAIR))

    def bureau(later: Any, posts: Any) -> Bureau:
        return small_bureau(
            people,
            units=[unit(recalls=("day", "night"), later=later)],
            rotations=[DONO],
            rules=RULES,
            post_types=[desk],
            posts=posts,
        )

    before = bureau((), [])
    now = bureau(
        (model(CHANGE, rotation=DONO, recalls=("day", "night")),), [post("P1", "desk", first=CHANGE)]
    )
    published = make(before, DAYS).roster
    found = carry_on(now, before, published, MONDAY)
    assert set(found.anew) == {"U1"}
    assert found.weight == 0, "nobody was moved for the dates that are made anew"
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    assert audit(now, whole).findings == ()
    assert len({(one.officer, one.day) for one in whole.duties}) == len(whole.duties)


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.parametrize("there_first", [True, False])
def test_who_comes_to_or_leaves_a_unit_that_is_made_anew_works_in_both(days: int, there_first: bool) -> None:
    """The day before the new model begins, with it, or the day after."""
    home, other = ("U1", "U2") if there_first else ("U2", "U1")
    moved = CHANGE + timedelta(days=days)
    mover = officer("m", "A", unit=home, transfers=(transfer(moved, "B", other),))
    people = [officer(f"{id}{team}".lower(), team, unit=id) for id in ("U1", "U2") for team in "ABCD"]

    def bureau(later: Any) -> Bureau:
        units = [unit("U1", later=later), unit("U2")]
        return small_bureau([*people, mover], units=units, rotations=[DONO], rules=RULES)

    before, now = bureau(()), bureau((model(CHANGE, rotation=DONO),))
    long = Horizon(MONDAY, 14)
    published = make(before, long).roster
    found = carry_on(now, before, published, MONDAY)
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    plain = {one.day: one.unit for one in plain_roster(now, MONDAY, 14).duties if one.officer == "m"}
    worked = {one.day: one.unit for one in whole.duties if one.officer == "m"}
    near = {moved + timedelta(days=n) for n in (-1, 0, 1)}
    assert set(plain) - set(worked) <= near
    assert {day: plain[day] for day in worked} == worked


@pytest.mark.parametrize(("hour", "begins"), [(7, 0), (12, 1), (23, 1)])
def test_a_model_written_down_when_its_first_date_has_begun_begins_on_the_next(
    hour: int, begins: int
) -> None:
    """From Monday on the unit works 24 hours. Written at noon or later, both duties of Monday are worked."""
    people = [officer(team.lower(), team) for team in "ABCD"]
    full = rotation("TOOO", (1, 0, 3, 2), T="full-24")

    def bureau(later: Any) -> Bureau:
        return small_bureau(people, units=[unit(later=later)], rotations=[full], rules=RULES)

    before, now = bureau(()), bureau((model(MONDAY, rotation=full),))
    published = make(before, Horizon(MONDAY, 12)).roster
    at_hour = before.clock.number(MONDAY, before.shifts["day"].start) + (hour - 7) * 60
    found = carry_on(now, before, published, MONDAY, earliest=at_hour)
    assert found.anew == {"U1": MONDAY + timedelta(days=begins)}
    whole = renewed(now, published, found.roster, found.anew, lambda *asked: make(*asked).roster)
    monday = {(one.officer, one.shift) for one in whole.duties if one.day == MONDAY}
    assert monday == ({("a", "day"), ("b", "night")} if begins else {("b", "full-24")})
    final = settled(now, prove_changed(now, whole), published.horizon.last, found.anew, at_hour)
    assert not list(unaccounted(now, final.made.roster, final.made.verdict.findings))
    assert {(one.officer, one.shift) for one in final.made.roster.duties if one.day == MONDAY} == monday
