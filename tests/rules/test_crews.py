"""Crews: who may stand where, and which posts the heads on duty can man together."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.problems import BadInput
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import Moment, Want
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.rules import crews
from tests.support.bureaus import MONDAY, officer
from tests.support.places import ONE, PAIR, at, bureau_with, crew, event, found, on, post, post_type, window

PEOPLE = [officer("s1"), officer("s2"), officer("x1", role="auxiliary"), officer("x2", role="auxiliary")]


def street(*windows, **more):
    more.setdefault("posts", [post("P", "street")])
    more.setdefault("officers", PEOPLE)
    return bureau_with("crews", post_types=[post_type("street", *windows)], **more)


def incomplete(hours, who, minutes, post="P"):
    fault = f"an incomplete crew stands on {post} ({who}); complete it or leave the post empty"
    message = f"2026-12-07 {hours}: {fault}"
    return Finding("crews", message, unit="U1", post=post, day=MONDAY, excess=minutes)


def misplaced(hours, who, post, fault, minutes):
    message = f"2026-12-07 {hours}: {who} stands at {post}: {fault}"
    return Finding("crews", message, unit="U1", officer=who, post=post, day=MONDAY, excess=minutes)


@pytest.mark.parametrize("who", [("s1", "s2"), ("s1", "x1", "x2"), ("s1", "s2", "x1", "x2"), ()])
def test_allows_a_complete_crew_extra_heads_and_an_empty_post(who):
    bureau = street(window(8, 10, minimum=PAIR))
    assert found("crews", bureau, [on(bureau, one, at(8, 10, "P")) for one in who]) == []


@pytest.mark.parametrize("who", [("s1",), ("s1", "x1"), ("x1", "x2")])
def test_forbids_an_incomplete_crew(who):
    bureau = street(window(8, 10, minimum=PAIR))
    duties = [on(bureau, one, at(8, 10, "P")) for one in who]
    assert found("crews", bureau, duties) == [incomplete("08:00-10:00", ", ".join(who), 120)]


def test_a_crew_is_complete_at_every_minute():
    bureau = street(window(8, 10, minimum=PAIR))
    duties = [on(bureau, "s1", at(8, 10, "P")), on(bureau, "s2", at(8, 9.5, "P"))]
    assert found("crews", bureau, duties) == [incomplete("09:30-10:00", "s1", 30)]


def test_allows_a_stay_over_two_windows_that_touch():
    bureau = street(window(8, 10, minimum=ONE), window(10, 12, plan=ONE))
    assert found("crews", bureau, [on(bureau, "s1", at(8, 12, "P"))]) == []


def test_forbids_standing_there_after_the_window():
    bureau = street(window(8, 10, minimum=ONE))
    fault = "the post is not wanted all that time; move the officer to the reserve"
    duties = [on(bureau, "s1", at(8, 10.5, "P"))]
    assert found("crews", bureau, duties) == [misplaced("08:00-10:30", "s1", "P", fault, 150)]


@pytest.mark.parametrize(("until", "wrong"), [(12, 0), (11, 240), (8, 240), (7, 240)])
def test_a_post_that_the_files_no_longer_have_is_stood_at_until_it_is_gone(until, wrong):
    """By hours of the day: whoever stands there from 08:00 to 12:00 leaves when it goes, and no later."""
    gone = replace(post("P", "street"), gone=(MONDAY, until * 60))
    fault = "the post is not wanted all that time; move the officer to the reserve"
    told = [misplaced("08:00-12:00", "s1", "P", fault, wrong)] if wrong else []
    bureau = street(posts=[gone])
    assert found("crews", bureau, [on(bureau, "s1", at(8, 12, "P"))]) == told


def test_an_event_site_takes_a_complete_crew_within_its_time():
    bureau = street(events=[event("E", 8, 10)], posts=[])
    whole = [on(bureau, one, at(8, 10, "E/1")) for one in ("s1", "s2")]
    assert found("crews", bureau, whole) == []
    assert found("crews", bureau, whole[:1]) == [incomplete("08:00-10:00", "s1", 120, "E/1")]
    late = [on(bureau, one, at(8, 11, "E/1")) for one in ("s1", "s2")]
    fault = "the post is not wanted all that time; move the officer to the reserve"
    assert found("crews", bureau, late) == [
        misplaced("08:00-11:00", one, "E/1", fault, 180) for one in ("s1", "s2")
    ]


def test_what_was_done_before_the_roster_is_not_its_fault():
    bureau = street(window(8, 10, minimum=ONE))
    night = on(bureau, "s1", at(20, 22, "P"), shift="overlap-morning", day=MONDAY.replace(day=6))
    assert found("crews", bureau, [], before=[night]) == []


KINDS = (
    officer("leader", skills=("rider",)),
    officer("sworn", leader=False, skills=("driver",)),
    officer("rider", leader=False, skills=("rider",)),
    officer("auxiliary", role="auxiliary"),
    officer("driver", role="auxiliary", skills=("driver",)),
)
CREWS = (
    ONE,
    PAIR,
    crew("led", {"leader": 1, "any": 1}),
    crew("ridden", {"sworn+rider": 1, "sworn": 1}, {"any+rider": 2, "auxiliary": 1}),
    crew("driven", {"sworn": 1, "auxiliary+driver": 1}, {"leader+rider": 1}),
    crew("winged", {"sworn": 1, "any+pilot": 1}),  # nobody here is a pilot
)


class Heads:
    """A cover board of one moment in which heads and posts manned are given numbers."""

    def __init__(self, heads, wants, manned):
        self.moments = [Moment("U1", MONDAY, 0, 60)]
        self._heads, self._wants, self._manned = heads, wants, manned
        self.holds = True

    def wants(self, moment):  # noqa: ARG002
        return self._wants

    def officers(self, unit):  # noqa: ARG002
        return KINDS

    def heads(self, moment, accepts):  # noqa: ARG002
        return sum(self._heads[kind.id] for kind in KINDS if accepts(kind))

    free = heads

    def manned(self, moment, want, level, alternative):  # noqa: ARG002
        return self._manned.get((want, level, alternative), 0)

    def require(self, condition):
        self.holds = self.holds and condition


def can_be_filled(slots, people):
    """By trying every way: each slot in turn takes one of the kinds that are left."""
    if not slots:
        return True
    return any(
        number and slots[0].accepts(kind) and can_be_filled(slots[1:], {**people, kind: number - 1})
        for kind, number in people.items()
    )


@pytest.mark.parametrize("seed", range(80))
def test_posts_can_be_manned_exactly_when_people_can_be_assigned(seed):
    chance = Random(seed)
    heads = {kind.id: chance.choice((0, 0, 1, 1, 2)) for kind in KINDS}
    people = {kind: heads[kind.id] for kind in KINDS}
    wants = [
        Want((f"P{n}", f"Q{n}"), tuple(zip(Level, chance.sample(CREWS, 2), strict=False)), "", 0)
        for n in range(chance.choice((1, 2)))
    ]
    states = [
        (want, level, place)
        for want in wants
        for level, which in want.crews
        for place in range(len(which.alternatives))
    ]
    for numbers in product(range(3), repeat=len(states)):
        manned = dict(zip(states, numbers, strict=True))
        if any(sum(n for (want, *_), n in manned.items() if want == one) > 2 for one in wants):
            continue
        board = Heads(heads, wants, manned)
        crews.cover(crews.Options(), board)
        slots = [
            slot
            for (want, level, place), number in manned.items()
            for slot in dict(want.crews)[level].alternatives[place] * number
        ]
        assert board.holds == can_be_filled(sorted(slots, reverse=True), people), (heads, manned)


def test_the_usual_crews_have_few_bottlenecks():
    ladders = [((Level.MINIMUM, which),) for which in CREWS[:3]]
    unions = crews.bottlenecks(KINDS, ladders)
    takes = [frozenset(kind.id for kind in KINDS if one.accepts(kind)) for one in unions]
    assert len(takes) == len(set(takes)) == 3  # a leader, a sworn officer, anybody
    assert all(a < b or b < a for a, b in combinations(takes, 2))


def test_cannot_be_turned_off():
    rulebook = Rulebook("own", "own", "", settings={crews.ID: RuleSetting(crews.ID, Severity.OFF)})
    with pytest.raises(BadInput) as mistakes:
        rules_in_force(rulebook)
    assert [one.message for one in mistakes.value.problems] == ["rule 'crews' cannot be off"]
