from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.tier import Tier
from rosterctl.domain.unit import UnitKind
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost
from tests.support.bureaus import MONDAY, officer, roster_of, the_rule, unit
from tests.support.decided import Decided
from tests.support.places import ONE, bureau_with, event, found, on, post, post_type, window

PEOPLE = [
    officer("both"),
    officer("patrol", skills=("patrol",)),
    officer("traffic", skills=("traffic",)),
    officer("plain", leader=False),
    officer("auxiliary", role="auxiliary", skills=("patrol", "traffic")),
]


def bureau(*windows, kind=UnitKind.AREA, options=None, **more):
    more.setdefault("posts", [post("P", "street")])
    return bureau_with(
        "leaders",
        options,
        officers=PEOPLE,
        units=[unit("U1", kind=kind)],
        post_types=[post_type("street", *windows)],
        **more,
    )


def lacks(what, start, end):
    return Cost("leaders", Tier.LEGAL, (end - start) * 60, what, "U1", MONDAY, start * 60, end * 60, 1)


@pytest.mark.parametrize("who", [("both",), ("patrol", "traffic")])
def test_allows_one_leader_with_both_skills_or_two_with_one_each(who):
    here = bureau(window(7, 19, plan=ONE))
    assert found("leaders", here, [on(here, one) for one in who]) == []


def test_a_skill_that_no_leader_has_costs_its_minutes():
    here = bureau(window(7, 19, plan=ONE))
    duties = [on(here, who) for who in ("traffic", "plain", "auxiliary")]
    assert found("leaders", here, duties) == [lacks("leader+patrol", 7, 19)]


def test_without_any_leader_every_requirement_is_short():
    here = bureau(window(8, 10, plan=ONE))
    assert found("leaders", here, [on(here, who) for who in ("plain", "auxiliary")]) == [
        lacks("leader", 8, 10),
        lacks("leader+patrol", 8, 10),
        lacks("leader+traffic", 8, 10),
    ]


def test_a_station_needs_a_leader_of_any_kind():
    here = bureau(window(7, 19, plan=ONE), kind=UnitKind.POINT)
    assert found("leaders", here, [on(here, "traffic")]) == []
    assert found("leaders", here, [on(here, "plain")]) == [lacks("leader", 7, 19)]


def test_options_say_which_units_and_which_skills():
    here = bureau(
        window(8, 10, plan=ONE), kind=UnitKind.POINT, options={"both": ["point"], "skills": ["diving"]}
    )
    assert found("leaders", here, [on(here, "both")]) == [lacks("leader+diving", 8, 10)]


def test_windows_that_overlap_or_touch_count_once_and_gaps_not_at_all():
    here = bureau(
        window(7, 9, plan=ONE), window(8, 10, plan=ONE), window(10, 11, plan=ONE), window(17, 18, plan=ONE),
        kind=UnitKind.POINT,
    )  # fmt: skip
    assert found("leaders", here, []) == [lacks("leader", 7, 11), lacks("leader", 17, 18)]


def test_a_leader_who_leaves_early_leaves_the_rest_short():
    here = bureau(window(7, 19, plan=ONE), kind=UnitKind.POINT)
    assert found("leaders", here, [on(here, "both", shift="office")]) == [
        lacks("leader", 7, 9),
        lacks("leader", 17, 19),
    ]


@dataclass(frozen=True)
class Away:
    """These officers are away."""

    bureau: Bureau
    gone: Sequence[Officer]

    def others(self, cost, day, who, called):  # noqa: ARG002
        return f"{sum(map(who, self.gone))} {called} of {cost.unit} are away"


@pytest.mark.parametrize(
    ("what", "kind", "others"),
    [
        ("leader", "leader", "3 leaders of U1"),  # three of the five lead
        ("leader+patrol", "leader with the skill patrol", "2 leaders who know patrol of U1"),
    ],
)
def test_a_shortage_is_explained_by_the_leaders_who_could_have_come(what, kind, others):
    here = bureau(window(7, 19, plan=ONE))
    assert the_rule(here, "leaders").why_short(lacks(what, 7, 19), MONDAY, Away(here, PEOPLE)) == (
        f"no {kind} is on duty in U1; {others} are away"
    )


@pytest.mark.parametrize(
    ("who", "cost"),
    [(("both",), 0), (("traffic",), 120), (("plain", "auxiliary"), 3 * 120), ((), 3 * 120)],
)
def test_the_constraint_pays_for_what_the_check_finds(who, cost):
    """From 08:00 to 10:00; an event on top of the post asks for no more, and one alone for nothing."""
    here = bureau(window(8, 10, plan=ONE), events=[event("E", 9, 11)])
    board = Decided(Record(here, roster_of(here, MONDAY, 1, [on(here, one) for one in who])))
    the_rule(here, "leaders").cover(board)
    assert (board.holds, board.costs.get(Tier.LEGAL, 0)) == (True, cost)


def test_an_event_alone_calls_for_no_leader():
    here = bureau(posts=[], events=[event("E", 8, 10)])
    assert found("leaders", here, []) == []
