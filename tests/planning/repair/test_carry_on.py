"""A published roster carried on: what happens to it, and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin, Roster, Slice
from rosterctl.domain.tier import Tier
from rosterctl.domain.vehicle import Outage
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.roster.swaps import apply
from rosterctl.planning.wording import REFILLED
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import make
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    every_rule,
    officer,
    plain_duties,
    roster_of,
    rotation,
    shift,
    small_bureau,
    unit,
)
from tests.support.places import ONE, PAIR, crew, event, post, post_type, vehicle, window

ONE_DAY = timedelta(days=1)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
NO_ROOM = "rule mean-hours leaves no room for it"
RULES = every_rule(mean_hours={"sworn": "60"}, weekly_rest={"severity": "off"})
DESK = post_type("desk", window(7, 31, minimum=PAIR))
CAR = post_type("patrol", window(7, 19, plan=ONE), vehicle="car")


def bureau_of(teams: Iterable[str] = "AABBCCDD", **more: Any) -> Bureau:
    """Two in each team, and a desk for which both are needed; on days off people may be called in."""
    names: dict[str, int] = {}
    people = []
    for team in teams:
        names[team] = names.get(team, 0) + 1
        people.append(officer(f"{team.lower()}{names[team]}", team))
    settings: dict[str, Any] = {
        "units": [unit(recalls=("day", "night"))],
        "rules": RULES,
        "post_types": [DESK, CAR],
        "posts": [post("P1", "desk")],
    }
    return small_bureau(people, **{**settings, **more})


def published(bureau: Bureau, days: int = 8, first: date = MONDAY) -> Roster:
    made = make(bureau, Horizon(first, days))
    assert made.verdict.findings == ()
    return made.roster


def carried(now: Bureau, before: Bureau, roster: Roster, first: date = MONDAY, **more: Any) -> Carried:
    """A lawful roster whose weight of changes is proved."""
    found = carry_on(now, before, roster, first, **more)
    assert audit(now, found.roster).findings == ()
    assert (found.unmended, found.bound) == ((), found.weight)
    return found


def legal(bureau: Bureau, roster: Roster) -> int:
    return audit(bureau, roster).totals[Tier.LEGAL]


def who(found: Carried) -> list[tuple[str, int, str, str]]:
    """Officer, day counted from Monday, kind and reason of every change."""
    return [(one.officer, (one.day - MONDAY).days, str(one.kind), one.reason) for one in found.changes]


def away(bureau: Bureau, officer: str, first: date, last: date | None = None) -> Bureau:
    new = absence(officer, first, last, AbsenceKind.SICKNESS)
    return replace(bureau, absences=(*bureau.absences, new))


def test_nothing_changes_when_nothing_happened_however_far_it_moves_on() -> None:
    bureau = bureau_of()
    roster = published(bureau)
    for ahead in range(8):
        first = MONDAY + timedelta(days=ahead)
        found = carried(bureau, bureau, roster, first)
        assert found.changes == ()
        night = max(first - timedelta(days=1), MONDAY)  # the night before is not over at midnight
        assert found.roster.horizon == Horizon(night, 8 - (night - MONDAY).days, MONDAY, first)
        assert found.roster.duties == tuple(one for one in roster.duties if one.day >= night)


def test_a_sick_call_costs_one_recall_where_one_is_missing() -> None:
    """On the day of Monday C comes off the night and B has the next one: only D can come, for 2 x 4."""
    bureau = bureau_of()
    found = carried(away(bureau, "a1", MONDAY), bureau, published(bureau))
    assert found.weight == 8
    assert legal(bureau, found.roster) == 0
    called = [one for one in found.roster.duties if one.origin is Origin.RECALL]
    assert [(one.officer[0], one.day, one.shift, one.slices[0].post) for one in called] == [
        ("d", MONDAY, "day", "P1")
    ]
    kinds = {(day, kind, why) for _, day, kind, why in who(found)}
    assert kinds == {(0, "dropped", "away: sickness"), (0, "added", "for a1 of U1")}


def test_nobody_is_called_in_for_a_duty_that_has_begun() -> None:
    """In its first minute a2 stood there alone, which the audit finds; then nobody does."""
    bureau = bureau_of()
    roster, now = published(bureau), away(bureau, "a1", MONDAY)
    start = bureau.clock.number(MONDAY, 7 * 60)
    assert carried(now, bureau, roster, earliest=start).weight == 8
    late = carry_on(now, bureau, roster, MONDAY, earliest=start + 1)
    assert (late.weight, legal(now, late.roster)) == (0, 2 * 12 * 60)  # two heads short for twelve hours
    assert [(one.rule, one.excess) for one in audit(now, late.roster).findings] == [("crews", 1)]


def test_who_is_back_works_the_rotation_again_and_the_stand_in_keeps_his_recall() -> None:
    bureau = bureau_of()
    roster, sick = published(bureau), away(bureau, "a1", MONDAY)
    repaired = carried(sick, bureau, roster)
    back = carried(bureau, sick, repaired.roster)
    assert back.weight == 0
    assert who(back) == [("a1", 0, "added", "back on the rotation")]
    assert {(one.officer, one.day) for one in back.roster.duties} == {
        *((one.officer, one.day) for one in roster.duties),
        *((one.officer, one.day) for one in repaired.roster.duties),
    }


def test_an_auxiliary_who_is_back_stays_off_where_no_sworn_officer_is() -> None:
    people = [officer("a", "A"), officer("x", "B", role="auxiliary")]
    bureau = small_bureau(people, units=[unit()], rules=every_rule())
    before = replace(bureau, absences=(absence("x", MONDAY),))
    found = carried(bureau, before, published(before, 2), MONDAY)
    assert found.weight == 4  # his night of Monday, on which he would be alone
    assert [(one.officer, one.day) for one in found.roster.duties] == [("a", MONDAY), ("a", TUESDAY)]


def test_dates_away_cost_the_recall_that_is_then_too_much() -> None:
    """Eight dates leave 42 h + 18 h x 8 / 7 = 20.6 h beyond 48 h; seven dates 18 h, six 15.4 h, five 12.9 h,
    four 10.3 h: from four dates away on a recall of twelve hours is too much."""
    bureau = bureau_of(posts=[])
    roster = published(bureau)
    extra = replace(
        next(one for one in roster.duties if (one.officer, one.shift) == ("d1", "day")),
        day=MONDAY,
        origin=Origin.RECALL,
    )
    roster = replace(roster, duties=(*roster.duties, extra), tiers=())
    for dates, dropped in ((3, []), (4, [("d1", 0, "dropped", NO_ROOM)])):
        now = away(bureau, "d1", THURSDAY + ONE_DAY, THURSDAY + dates * ONE_DAY)
        found = carried(now, bureau, roster)
        assert [one for one in who(found) if one[3] != "away: sickness"] == dropped


def test_units_that_nothing_touches_stay_whatever_they_are_short_of() -> None:
    people = [officer(f"{unit}{team}".lower(), team, unit=unit) for unit in ("U1", "U2") for team in "ABCD"]
    units = [unit("U1", recalls=("day",)), unit("U2", recalls=("day",))]
    bureau = small_bureau(
        people,
        units=units,
        rules=RULES,
        post_types=[DESK],
        posts=[post("P1", "desk", "U1"), post("P2", "desk", "U2")],
    )
    roster = published(bureau)
    found = carried(away(bureau, "u1a", MONDAY), bureau, roster)
    mine = [[one for one in each.duties if one.unit == "U2"] for each in (roster, found.roster)]
    assert mine[0] == mine[1] != []


def test_a_new_post_is_manned_from_its_first_date() -> None:
    bureau = bureau_of(posts=[])
    roster = published(bureau)
    now = replace(bureau, posts={"P2": post("P2", "desk", first=WEDNESDAY)})
    found = carried(now, bureau, roster)
    stood = {one.day for one in found.roster.duties for piece in one.slices if piece.post == "P2"}
    assert stood == {WEDNESDAY + n * ONE_DAY for n in range(6)}
    assert (found.weight, legal(now, found.roster)) == (0, 0)
    assert {one.reason for one in found.changes} == {REFILLED}


def test_a_new_event_gets_a_site_and_people_who_are_there() -> None:
    bureau = bureau_of(posts=[])
    now = replace(bureau, events=(event("E", 9, 11),))
    found = carried(now, bureau, published(bureau))
    stood = {one.officer for one in found.roster.duties for piece in one.slices if piece.post == "E/1"}
    assert stood == {"a1", "a2"}
    assert found.weight == 0


@pytest.mark.parametrize("gone", ["workshop", "sold"])
def test_a_vehicle_that_is_not_there_is_not_taken(gone: str) -> None:
    bureau = bureau_of(posts=[post("P3", "patrol")], vehicles=[vehicle("V1"), vehicle("V2")])
    roster = published(bureau)
    (taken,) = next(piece.vehicles for one in roster.duties for piece in one.slices if piece.vehicles)
    fleet = {name: one for name, one in bureau.vehicles.items() if name != taken}
    if gone == "workshop":
        fleet[taken] = replace(bureau.vehicles[taken], outages=(Outage(MONDAY, MONDAY + 9 * ONE_DAY),))
    now = replace(bureau, vehicles=fleet)
    found = carried(now, bureau, roster)
    ((other,),) = {piece.vehicles for one in found.roster.duties for piece in one.slices if piece.vehicles}
    assert other != taken
    assert found.weight == 0


def swapped(bureau: Bureau, roster: Roster) -> tuple[Bureau, Roster]:
    """a1 works c1's day of Wednesday, and c1 the day of Monday that a1 had."""
    agreed = Exchange("a1", MONDAY, "c1", WEDNESDAY, ExchangeKind.SWAP)
    more = replace(bureau, exchanges=(agreed,), rulebook=bureau_of(rules=SWAPPING).rulebook)
    made = apply(more, replace(roster, tiers=()))
    assert made.notes == ()
    return more, made


SWAPPING = {**RULES, "rest": {"severity": "off"}, "post-night": {"severity": "off"}}


def test_an_exchange_survives_whatever_happens_to_others_and_to_one_of_the_two() -> None:
    bureau, roster = swapped(bureau_of(rules=SWAPPING), published(bureau_of(rules=SWAPPING)))
    for ill, left in (("b1", {"a1", "c1"}), ("a1", {"c1"}), ("c1", {"a1"})):
        now = away(bureau, ill, MONDAY, WEDNESDAY)
        found = carried(now, bureau, roster)
        agreed = {one.officer for one in found.roster.duties if one.origin is Origin.EXCHANGE}
        assert agreed == left


@pytest.mark.parametrize(
    ("zone", "saturday", "hours"),
    [
        ("Europe/London", date(2026, 10, 24), 13),  # clocks go back on the 25th
        ("America/New_York", date(2026, 10, 31), 13),  # and here a week later
        ("Europe/London", date(2026, 3, 28), 11),
        ("America/New_York", date(2026, 3, 7), 11),
        ("Asia/Shanghai", date(2026, 10, 24), 12),
    ],
)
def test_a_night_on_which_the_clocks_change_is_repaired_with_its_true_hours(
    zone: str, saturday: date, hours: int
) -> None:
    """Three teams on N O O: A has the night of Saturday, B comes off the one before, so C comes."""
    nights = rotation("NOO", (0, 1, 2))
    bureau = bureau_of(
        "AABBCC",
        timezone=zone,
        anchor=saturday,
        units=[unit(teams="ABC", rotation=nights, recalls=("night",))],
        rotation=nights,
        post_types=[post_type("desk", window(19, 31, minimum=PAIR))],
    )
    roster = published(bureau, 8, saturday - ONE_DAY)
    now = away(bureau, "a1", saturday)
    found = carried(now, bureau, roster, saturday)
    assert found.weight == 8
    assert legal(now, found.roster) == 0
    (called,) = [one for one in found.roster.duties if one.origin is Origin.RECALL]
    assert (called.officer[0], called.shift) == ("c", "night")
    first, last = called.slices[0].start, called.slices[-1].end
    assert bureau.clock.number(saturday, last) - bureau.clock.number(saturday, first) == hours * 60
    nobody = carry_on(now, bureau, roster, saturday, earliest=bureau.clock.number(saturday, 20 * 60))
    assert legal(now, nobody.roster) == 2 * hours * 60
    assert [(one.rule, one.excess) for one in audit(now, nobody.roster).findings] == [("crews", 60)]


@pytest.mark.parametrize(
    ("ill", "told"), [("12", "a1, a2"), ("123", "a1, a2, a3"), ("1234", "a1, a2, a3 and others")]
)
def test_who_is_called_in_is_told_for_whom_and_of_many_the_first_three(ill: str, told: str) -> None:
    """Two are needed at each desk, and four are in each team: one for each who is away."""
    bureau = bureau_of("AAAABBBBCCCCDDDD", posts=[post("P1", "desk"), post("P2", "desk")])
    now = bureau
    for number in ill:
        now = away(now, f"a{number}", MONDAY)
    found = carried(now, bureau, published(bureau))
    added = [why for _, day, kind, why in who(found) if (day, kind) == (0, "added")]
    assert added == [f"for {told} of U1"] * len(ill)
    assert found.weight == 8 * len(ill)


def test_what_has_to_be_manned_is_the_reason_where_nobody_is_away() -> None:
    bureau = bureau_of(posts=[post("P1", "desk")])
    now = replace(bureau, posts={**bureau.posts, "P2": post("P2", "desk", last=MONDAY)})
    found = carried(now, bureau, published(bureau))
    added = [(day, why) for _, day, kind, why in who(found) if kind == "added"]
    # By day D comes for the second desk; in the night nobody else may.
    assert added == [(0, "what U1 has to man has changed")] * 2


def test_without_a_lawful_repair_the_unit_is_named_and_keeps_what_its_own_limits_allow() -> None:
    """x, an auxiliary, is alone on Tuesday and Wednesday, which was allowed. Now it is not, and only Tuesday
    is open when a falls ill then: there is no lawful repair. The recall of Thursday breaks no rule and stays.
    """
    people = [officer("a", "A"), officer("x", "D", role="auxiliary")]
    settings: dict[str, Any] = {"units": [unit(recalls=("day",))]}
    before = small_bureau(people, rules={"rest": {}}, **settings)
    planned = [*plain_duties(before, MONDAY, 4), duty(before, "a", THURSDAY, "day", recall=True)]
    roster = roster_of(before, MONDAY, 4, planned)
    now = away(small_bureau(people, rules={"rest": {}, "auxiliaries": {}}, **settings), "a", TUESDAY)
    found = carry_on(now, before, roster, MONDAY)
    assert (found.unmended, found.weight, found.bound) == (("U1",), 0, 0)
    assert who(found) == [("a", 1, "dropped", "away: sickness")]
    assert [(one.officer, one.day) for one in found.roster.duties] == [
        ("a", MONDAY),
        ("a", THURSDAY),
        ("x", TUESDAY),
        ("x", WEDNESDAY),
    ]


def lone(cycle: str = "DNOO", **rules: Mapping[str, Any]) -> Bureau:
    """a alone, who may work a longer night and be called in; only these rules are in force."""
    pattern = rotation(cycle)
    works = unit(rotation=pattern, recalls=("day", "peak-evening"), shifts={"N": ("night", "overlap-both")})
    return small_bureau([officer("a")], units=[works], rotations=[pattern], rules=rules)


def with_extras(bureau: Bureau, days: int) -> Roster:
    """The rotation with a night of 16 h on Tuesday and a recall of two hours on Wednesday."""
    planned = {(one.officer, one.day): one for one in plain_duties(bureau, MONDAY, days)}
    planned["a", TUESDAY] = duty(bureau, "a", TUESDAY, "overlap-both")
    planned["a", WEDNESDAY] = duty(bureau, "a", WEDNESDAY, "peak-evening", recall=True)
    known = duty(bureau, "a", MONDAY - timedelta(days=8), "peak-morning")  # and nothing in the week before
    return roster_of(bureau, MONDAY, days, planned.values(), [known])


@pytest.mark.parametrize(
    ("growth", "days7", "left"),
    [
        (0, 36, ["overlap-both", "peak-evening"]),  # 12 + 16 + 2 h are published
        (1, 42, ["overlap-both", "peak-evening"]),  # and twelve come with Friday's plain day
        (1, 41, ["night", "peak-evening"]),  # the longer shift goes first, though the recall would do
        (1, 37, ["night"]),
    ],
)
def test_room_is_left_for_plain_duty_on_the_dates_that_are_added(
    growth: int, days7: int, left: list[str]
) -> None:
    bureau = lone(hours={"days7": str(days7)})
    found = carry_on(bureau, bureau, with_extras(bureau, 4), MONDAY, growth=growth)
    assert [one.shift for one in found.roster.duties] == ["day", *left]
    assert (found.roster.horizon.days, found.unmended) == (4, ())
    assert {why for *_, why in who(found)} <= {"rule hours leaves no room for it"}


def test_a_rule_made_stricter_takes_off_what_it_no_longer_allows_and_never_plain_duty() -> None:
    """36 h in seven dates leave 12 + 12 + 2 h; 20 h not even plain duty, and then all stays as it is."""
    before = lone(hours={"days7": "60"})
    for days7, left in ((26, ["night", "peak-evening"]), (20, ["overlap-both", "peak-evening"])):
        found = carry_on(lone(hours={"days7": str(days7)}), before, with_extras(before, 4), MONDAY)
        assert [one.shift for one in found.roster.duties] == ["day", *left]


def test_a_sick_call_moves_nobody_whose_line_is_against_a_rule_anyway() -> None:
    """24 h in two dates are more than 20 h: that is published, and stays when another falls ill."""
    people = [officer("a", "A"), officer("a2", "A"), officer("d", "D")]
    settings: dict[str, Any] = {
        "units": [unit(recalls=("day",))],
        "post_types": [post_type("desk", window(7, 31, minimum=ONE))],
        "posts": [post("P1", "desk")],
    }
    bureau = small_bureau(people, rules={"hours": {"days7": "20"}, "posts": {}}, **settings)
    roster = roster_of(bureau, MONDAY, 4, plain_duties(bureau, MONDAY, 4))
    found = carry_on(away(bureau, "a2", MONDAY), bureau, roster, MONDAY)
    told = [one for one in who(found) if one[2] != "other post"]
    assert (told, found.unmended) == ([("a2", 0, "dropped", "away: sickness")], ())


def at_two(bureau: Bureau) -> int:
    return bureau.clock.number(MONDAY, WallMinute(26 * 60))


def ill_at_two(bureau: Bureau, officer: str) -> Bureau:
    tuesday = MONDAY + timedelta(days=1)
    return replace(bureau, absences=(absence(officer, tuesday, kind=AbsenceKind.SICKNESS, start=2),))


def test_in_a_night_that_runs_nobody_is_called_for_the_rest_of_it_and_the_shortage_is_told() -> None:
    """Both of B are at the desk by night. One falls ill at 02:00, so that two are missing until 07:00."""
    bureau = bureau_of()
    roster = published(bureau)
    ill = ill_at_two(bureau, "b1")
    found = carried(ill, bureau, roster, MONDAY + timedelta(days=1), earliest=at_two(bureau))
    assert who(found) == [
        ("b1", 0, "other end", "away: sickness from 2026-12-08 02:00"),
        ("b2", 0, "other post", "posts are filled again"),
    ]
    assert found.roster.horizon.first == MONDAY
    assert legal(ill, found.roster) == 2 * 300
    (stands,) = (one.slices for one in found.roster.duties if (one.officer, one.day) == ("b2", MONDAY))
    assert stands == (Slice(1140, 1560, "P1"), Slice(1560, 1860, ""))


def test_in_a_night_that_runs_the_reserve_stands_in() -> None:
    bureau = bureau_of("AABBBCCDD")
    roster = published(bureau)
    (first, second) = (
        one.officer for one in roster.duties if one.day == MONDAY and one.slices == (Slice(1140, 1860, "P1"),)
    )
    ill = ill_at_two(bureau, first)
    found = carried(ill, bureau, roster, MONDAY + timedelta(days=1), earliest=at_two(bureau))
    assert legal(ill, found.roster) == 0
    assert {one[:3] for one in who(found)} == {
        (first, 0, "other end"),
        (({"b1", "b2", "b3"} - {first, second}).pop(), 0, "other post"),
    }


def test_a_duty_that_was_broken_off_stays_so_while_the_absence_stands() -> None:
    """It is published by 02:00; at 03:00 nothing changes, and without the absence it is made whole."""
    bureau = bureau_of()
    today, ill = MONDAY + timedelta(days=1), ill_at_two(bureau, "b1")
    cut = carried(ill, bureau, published(bureau), today, earliest=at_two(bureau)).roster
    assert carried(ill, ill, cut, today, earliest=at_two(bureau) + 60).changes == ()
    again = carried(bureau, ill, cut, today, earliest=at_two(bureau) + 60)
    assert ("b1", 0, "other end", "not away any more") in who(again)
    assert legal(bureau, again.roster) == 0, "they were never away"


def test_a_shift_edited_after_it_was_published_is_carried_on_in_its_new_times() -> None:
    """A recall begins half an hour later: the post is looked at again, and the reason is told."""
    gate = post_type("gate", window(16, 19, plan=ONE))
    settings: dict[str, Any] = {"post_types": [gate], "posts": [post("P1", "gate")], "rules": {"posts": {}}}
    shifts = [shift("gate", 16, 19)]
    before = small_bureau([officer("c", "C")], units=[unit(recalls=("gate",))], shifts=shifts, **settings)
    stood = duty(before, "c", MONDAY, "gate", recall=True, slices=[Slice(960, 1140, "P1")])
    roster = roster_of(before, MONDAY, 2, [stood])
    now = replace(before, shifts={**before.shifts, "gate": shift("gate", 16.5, 20)})
    found = carried(now, before, roster)
    (worked,) = found.roster.duties
    assert worked.slices == (Slice(990, 1140, "P1"), Slice(1140, 1200, ""))
    assert who(found) == [("c", 0, "other times", "shift 'gate' is from 16:30 to 20:00 now")]


def test_where_a_shift_ends_earlier_somebody_is_called_in_for_a_legal_minimum() -> None:
    """A's day ends at 17:00 now, and the post wants somebody until 19:00; D is at rest."""
    desk = post_type("desk", window(7, 19, minimum=ONE))
    before = small_bureau(
        [officer("a", "A"), officer("d", "D")],
        units=[unit(recalls=("peak",))],
        shifts=[shift("peak", 17, 19)],
        post_types=[desk],
        posts=[post("P1", "desk")],
        rules={"posts": {}, "crews": {}},
    )
    roster = roster_of(before, MONDAY, 1, [duty(before, "a", MONDAY, "day", slices=[Slice(420, 1140, "P1")])])
    now = replace(before, shifts={**before.shifts, "day": shift("day", 7, 17)})
    found = carried(now, before, roster)
    called = [(one.officer, one.shift, one.slices) for one in found.roster.duties]
    assert called == [
        ("a", "day", (Slice(420, 1020, "P1"),)),
        ("d", "peak", (Slice(1020, 1140, "P1"),)),
    ]
    assert legal(now, found.roster) == 0


def test_whoever_may_fill_other_places_of_a_crew_by_now_is_sent_there() -> None:
    """The post wants a sworn officer; a was written down as an auxiliary by mistake, and is put right."""
    desk = post_type("desk", window(7, 19, minimum=crew("one", {"sworn": 1})))
    settings: dict[str, Any] = {"post_types": [desk], "posts": [post("P1", "desk")]}
    settings["rules"] = {"posts": {}, "crews": {}}
    wrong, right = (small_bureau([officer("a", role=role)], **settings) for role in ("auxiliary", "sworn"))
    roster = roster_of(wrong, MONDAY, 1, [duty(wrong, "a", MONDAY, "day")])
    found = carried(right, wrong, roster)
    assert [one.slices for one in found.roster.duties] == [(Slice(420, 1140, "P1"),)]
    back = carried(wrong, right, found.roster)
    assert [one.slices for one in back.roster.duties] == [(Slice(420, 1140, ""),)]


def test_who_worked_a_longer_shift_that_is_gone_works_the_plain_one() -> None:
    """The rotation gives the night all the same. Ten hours after it nobody can be called in."""
    before = lone(rest={})
    works = unit(recalls=("day", "peak-evening"), shifts={"N": ("night",)})
    now = replace(before, units={"U1": works})
    found = carry_on(now, before, with_extras(before, 4), MONDAY)
    assert [one.shift for one in found.roster.duties] == ["day", "night"]
    gone = ("a", 1, "other shift", "team A of U1 no longer works this on that date")
    assert gone in who(found)


def test_who_is_let_off_an_open_date_for_nothing_is_not() -> None:
    """Two hours of overlap are too much beside 24 h in seven dates; on that date a2 is ill. For a to be off
    is as few changes as to work the plain night, which is worked."""
    pattern = rotation()
    works = unit(rotation=pattern, shifts={"N": ("night", "overlap-evening")})
    before = small_bureau([officer("a"), officer("a2")], units=[works], rules={"hours": {"days7": "60"}})
    planned = {(one.officer, one.day): one for one in plain_duties(before, MONDAY, 4)}
    planned["a", TUESDAY] = duty(before, "a", TUESDAY, "overlap-evening")
    known = duty(before, "a", MONDAY - timedelta(days=8), "peak-morning")
    roster = roster_of(before, MONDAY, 4, planned.values(), [known])
    now = away(
        replace(before, rulebook=small_bureau(rules={"hours": {"days7": "25"}}).rulebook), "a2", TUESDAY
    )
    found = carry_on(now, before, roster, MONDAY)
    assert [one.shift for one in found.roster.duties if one.officer == "a"] == ["day", "night"]


def test_an_hour_that_nothing_can_mend_does_not_keep_the_next_duty_from_being_mended() -> None:
    """b1 falls ill at 02:00, and the auxiliary b2 is alone until 07:00: that stays, and the audit finds it.

    On Thursday b2 would be alone by day, too, and the desk empty: somebody sworn is called in.
    """
    people = [officer(f"{team}1", team.upper()) for team in "abcd"]
    people += [officer(f"{team}2", team.upper(), role="auxiliary") for team in "abcd"]
    desk = post_type("desk", window(7, 31, minimum=Crew("sworn", "sworn", ((Slot("sworn"),),))))
    bureau = small_bureau(
        people,
        units=[unit(recalls=("day", "night"))],
        rules=RULES | {"leaders": {"severity": "off"}},
        post_types=[desk],
        posts=[post("P1", "desk")],
    )
    roster = published(bureau)
    ill = replace(bureau, absences=(absence("b1", TUESDAY, THURSDAY, AbsenceKind.SICKNESS, start=2),))
    found = carry_on(ill, bureau, roster, TUESDAY, earliest=at_two(bureau))
    assert found.unmended == ()
    assert {(one.rule, one.day) for one in audit(ill, found.roster).findings} == {("auxiliaries", MONDAY)}
    called = [one for one in found.roster.duties if one.origin is Origin.RECALL]
    assert [(one.day, one.shift) for one in called] == [(THURSDAY, "day")]


def test_whoever_is_left_alone_by_what_comes_off_a_line_is_let_off_too() -> None:
    """a1 and the auxiliary a2 are called in on Thursday; now the sworn have no hours beyond the rotation."""

    def bureau(sworn: str) -> Bureau:
        limits = {"mean-hours": {"sworn": sworn, "auxiliary": "72"}}
        return small_bureau(
            [officer("a1"), officer("a2", role="auxiliary")],
            units=[unit(recalls=("day", "night"))],
            rules={"auxiliaries": {}, "one-place": {}, "rest": {}, **limits},
        )

    before, now = bureau("72"), bureau("42")
    recalls = [duty(before, one, THURSDAY, "day", recall=True) for one in ("a1", "a2")]
    roster = roster_of(before, MONDAY, 4, [*plain_duties(before, MONDAY, 4), *recalls])
    assert audit(before, roster).findings == ()
    found = carried(now, before, roster)
    assert set(found.roster.duties) == {one for one in roster.duties if one.day < THURSDAY}
    assert [(one.officer, one.day, one.after) for one in found.changes] == [
        ("a1", THURSDAY, None),
        ("a2", THURSDAY, None),
    ]
