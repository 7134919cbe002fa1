"""A carried roster in which the audit finds something: what comes off, who leaves a post, what stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, NoteKind, Origin, Slice
from rosterctl.planning.repair.settle import Settled, settled
from rosterctl.planning.roster.made import prove_changed
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import MONDAY, duty, officer, plain_duties, roster_of, shift, small_bureau, unit
from tests.support.peers import on_day
from tests.support.places import ONE, PAIR, post, post_type, window


def bureau_of(**more: Any) -> Bureau:
    return small_bureau([officer("a"), officer("b", "B")], units=[unit(recalls=("peak-evening",))], **more)


def settle(bureau: Bureau, more: Iterable[Duty] = (), last: date = MONDAY, days: int = 4) -> Settled:
    roster = roster_of(bureau, MONDAY, days, [*plain_duties(bureau, MONDAY, days), *more])
    return settled(bureau, prove_changed(bureau, roster), last, {}, 0)


def told(found: Settled) -> list[str]:
    return [str(one) for one in found.made.roster.notes_of(NoteKind.KEPT)]


def test_a_clean_roster_stays_as_it_is() -> None:
    found = settle(bureau_of(rules={"rest": {}}))
    assert (found.because, told(found), found.made.verdict.clean) == ({}, [], True)


def test_a_recall_against_a_rule_comes_off() -> None:
    """Off the night at 07:00 on Wednesday, and called in at 17:00: ten hours."""
    bureau = bureau_of(rules={"rest": {"hours": "11"}})
    found = settle(bureau, [duty(bureau, "a", on_day(2), "peak-evening", recall=True)])
    assert found.because == {("a", on_day(2)): "rule rest no longer allows it"}
    assert (told(found), found.made.verdict.clean) == ([], True)
    assert found.made.roster.duties == plain_duties_by_officer(bureau)


def plain_duties_by_officer(bureau: Bureau) -> tuple[Duty, ...]:
    return tuple(sorted(plain_duties(bureau, MONDAY, 4), key=lambda one: (one.officer, one.day)))


def test_plain_duty_against_a_rule_stays_and_is_told() -> None:
    """12 + 12 h of plain duty in seven dates, of 20 h that may be: for both officers."""
    bureau = bureau_of(rules={"hours": {"days7": "20"}})
    found = settle(bureau, last=on_day(3))
    assert found.made.roster.duties == plain_duties_by_officer(bureau)
    assert [one.split(": ")[0] for one in told(found)] == ["U1 a 2026-12-08", "U1 b 2026-12-10"]
    assert not list(unaccounted(bureau, found.made.roster, found.made.verdict.findings))
    assert found.made.degraded


def test_what_was_made_just_now_may_break_nothing() -> None:
    """Only Monday was published: a's 12 h then are lawful, and what follows was not published."""
    bureau = bureau_of(rules={"hours": {"days7": "20"}})
    found = settle(bureau, last=MONDAY)
    assert told(found) == []
    assert len(list(unaccounted(bureau, found.made.roster, found.made.verdict.findings))) == 2


@pytest.mark.parametrize(("begun", "stays"), [(7 * 60, False), (7 * 60 + 1, True)])
def test_half_of_a_swap_goes_back_or_stays_and_is_told_once_it_has_begun(begun: int, stays: bool) -> None:
    """b works a's day of Monday from 07:00; of b's night on Tuesday, which was added, there is none."""
    swap = Exchange("a", MONDAY, "b", on_day(1), ExchangeKind.SWAP)
    bureau = replace(bureau_of(rules={"rest": {}}), exchanges=(swap,))
    taken = replace(duty(bureau, "a", MONDAY, "day"), officer="b", origin=Origin.EXCHANGE)
    made = prove_changed(bureau, roster_of(bureau, MONDAY, 2, [taken]))
    assert [(one.rule, one.officer, one.day) for one in made.verdict.findings] == [
        ("exchange", "a", on_day(1))
    ]
    now = bureau.clock.number(MONDAY, WallMinute(begun))
    found = settled(bureau, made, MONDAY, {}, now)
    assert [(one.officer, one.origin) for one in found.made.roster.duties] == (
        [("b", Origin.EXCHANGE)] if stays else [("a", Origin.ROTATION)]
    )
    assert [one.split(": ")[0] for one in told(found)] == (["a 2026-12-08"] if stays else [])
    reason = "the other side of the swap cannot be made"
    assert found.because == ({} if stays else {("a", MONDAY): reason, ("b", MONDAY): reason})
    assert not list(unaccounted(bureau, found.made.roster, found.made.verdict.findings))


def test_who_stands_at_a_post_against_a_rule_goes_to_the_reserve() -> None:
    """The car is for a crew of two and a is alone in it."""
    patrol = post_type("patrol", window(7, 19, minimum=PAIR))
    bureau = bureau_of(rules={"crews": {}, "posts": {}}, post_types=[patrol], posts=[post("P1", "patrol")])
    alone = duty(bureau, "a", MONDAY, "day", slices=[Slice(420, 1140, "P1")])
    roster = roster_of(bureau, MONDAY, 1, [alone])
    made = prove_changed(bureau, roster)
    assert {one.rule for one in made.verdict.findings} <= {"crews"}
    found = settled(bureau, made, MONDAY, {}, 0)
    assert found.made.verdict.clean
    assert [piece.post for one in found.made.roster.duties for piece in one.slices] == [""]


@pytest.mark.parametrize(
    ("stands", "stays"),
    [
        ([Slice(420, 1140, "P1")], [Slice(420, 720, "P1"), Slice(720, 1140, "")]),
        ([Slice(420, 600, "P1"), Slice(600, 1140, "P2")], [Slice(420, 600, "P1"), Slice(600, 1140, "P2")]),
        ([Slice(420, 1080, ""), Slice(1080, 1140, "P1")], [Slice(420, 1140, "")]),
    ],
)
def test_who_stood_against_a_rule_until_now_leaves_now_and_the_rest_is_told(
    stands: list[Slice], stays: list[Slice]
) -> None:
    """It is noon. At P1 two are wanted by now, at P2 one; a leaves only a post that is wrong from now on."""
    pair, one = (post_type(name, window(7, 19, plan=crew)) for name, crew in (("pair", PAIR), ("one", ONE)))
    bureau = small_bureau(
        [officer("a")],
        rules={"crews": {}},
        post_types=[pair, one],
        posts=[post("P1", "pair"), post("P2", "one", last=MONDAY)],
    )
    roster = roster_of(bureau, MONDAY, 1, [duty(bureau, "a", MONDAY, "day", slices=stands)])
    noon = bureau.clock.number(MONDAY, WallMinute(720))
    found = settled(bureau, prove_changed(bureau, roster), MONDAY, {}, noon)
    (after,) = found.made.roster.duties
    assert [one for one in after.slices if one.post] == [one for one in stays if one.post]
    assert len(told(found)) == (stands[0].post == "P1")
    assert not list(unaccounted(bureau, found.made.roster, found.made.verdict.findings))


def test_a_hole_in_the_slices_is_filled() -> None:
    bureau = bureau_of(rules={})
    short = duty(bureau, "a", MONDAY, "day", slices=[Slice(420, 1080, "")])
    made = prove_changed(bureau, roster_of(bureau, MONDAY, 1, [short]))
    assert [one.rule for one in made.verdict.findings] == ["slices"]
    found = settled(bureau, made, MONDAY, {}, 0)
    assert [replace(one, slices=()) for one in found.made.roster.duties] == [replace(short, slices=())]
    assert found.made.verdict.clean


@pytest.mark.parametrize(("clock", "begun"), [(17 * 60, False), (17 * 60 + 1, True)])
def test_what_has_begun_and_is_no_longer_offered_is_told(clock: int, begun: bool) -> None:
    """Called in from 17:00 on a day off, by a unit that calls nobody in."""
    bureau = small_bureau([officer("a")])
    thursday = on_day(3)
    called = duty(bureau, "a", thursday, "peak-evening", recall=True)
    roster = roster_of(bureau, thursday, 1, [called])
    earliest = bureau.clock.number(thursday, WallMinute(clock))
    found = settled(bureau, prove_changed(bureau, roster), thursday, {}, earliest)
    assert found.made.roster.duties == (called,)
    assert bool(told(found)) == begun
    unsaid = list(unaccounted(bureau, found.made.roster, found.made.verdict.findings))
    assert [one.rule for one in unsaid] == ([] if begun else ["offered"])


@pytest.mark.parametrize(("noon", "moved"), [(0, True), (12, False)])
def test_who_stood_somewhere_this_morning_stood_there(noon: int, moved: bool) -> None:
    """Whoever comes off the night stands at the desk until 08:00, then a; by night the auxiliary x is alone.

    Posts do not help x. They are filled again from now on, and those of before the horizon are seen there.
    """
    people = [officer("a"), officer("x", "B", role="auxiliary"), officer("d", "D")]
    one = post_type("desk", window(7, 19, minimum=ONE))
    bureau = small_bureau(
        people,
        shifts=[shift("late-night", 19, 32)],
        rules={"auxiliaries": {}, "posts": {}},
        post_types=[one],
        posts=[post("P1", "desk")],
    )
    before = duty(bureau, "d", on_day(-1), "late-night", slices=[Slice(1140, 1920, "P1")])
    morning = [Slice(420, 480, ""), Slice(480, 600, "P1"), Slice(600, 1140, "")]
    a = duty(bureau, "a", MONDAY, "day", slices=morning)
    roster = roster_of(bureau, MONDAY, 1, [a, duty(bureau, "x", MONDAY, "night")], [before])
    earliest = bureau.clock.number(MONDAY, WallMinute(noon * 60)) if noon else 0
    found = settled(bureau, prove_changed(bureau, roster), MONDAY, {}, earliest)
    assert told(found)
    (after,) = (one.slices for one in found.made.roster.duties if one.officer == "a")
    assert after[0] == Slice(420, 480, "")
    assert (after[1] == Slice(480, 1140, "P1")) == moved
