from collections.abc import Mapping
from typing import ClassVar

import pytest

from rosterctl.domain.post import Level
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from tests.support.bureaus import MONDAY, officer, roster_of, the_rule, unit
from tests.support.decided import Decided
from tests.support.places import at, bureau_with, event, found, on

PEOPLE = [officer(f"{team}{n}", unit=team.upper()) for team in ("u1", "u2", "u3") for n in (1, 2, 3)]
BOTH = ("U1", "U2")


def bureau(*events):
    return bureau_with("events", officers=PEOPLE, units=[unit("U1"), unit("U2"), unit("U3")], events=events)


def short(site, start, end, tier=Tier.PLAN, heads=2):
    amount = heads * (end - start) * 60
    return Cost("events", tier, amount, site, day=MONDAY, start=start * 60, end=end * 60, heads=heads)


def crewed(here, site, *who, start=8, end=10):
    return [on(here, one, at(start, end, site)) for one in who]


def test_allows_each_site_to_be_held_by_a_unit_of_its_own():
    here = bureau(event("E", 8, 10, units=BOTH, sites=2))
    duties = [*crewed(here, "E/1", "u11", "u12"), *crewed(here, "E/2", "u21", "u22")]
    assert found("events", here, duties) == []


def test_a_site_without_a_crew_is_short_in_the_tier_of_the_level():
    here = bureau(event("E", 8, 10, units=BOTH, sites=2, level=Level.MINIMUM))
    duties = crewed(here, "E/1", "u11", "u12")
    assert found("events", here, duties) == [short("E/2", 8, 10, Tier.LEGAL)]


def test_a_crew_that_leaves_early_is_short_for_the_rest_and_a_relief_is_not():
    here = bureau(event("E", 8, 10))
    left = [*crewed(here, "E/1", "u11"), *crewed(here, "E/1", "u12", end=9)]
    assert found("events", here, left) == [short("E/1", 9, 10)]
    relieved = [*left, *crewed(here, "E/1", "u13", start=9)]
    assert found("events", here, relieved) == []


def test_forbids_a_crew_of_two_units():
    here = bureau(event("E", 8, 10, units=BOTH))
    message = "2026-12-07 08:00-10:00: E/1 is held by U1 and U2; leave it to one of them"
    assert found("events", here, crewed(here, "E/1", "u11", "u21")) == [
        Finding("events", message, post="E/1", day=MONDAY)
    ]


def test_forbids_one_unit_to_take_over_from_another():
    here = bureau(event("E", 8, 10, units=BOTH))
    duties = [*crewed(here, "E/1", "u11", "u12", end=9), *crewed(here, "E/1", "u21", "u22", start=9)]
    message = "2026-12-07 08:00-10:00: E/1 is held by U1 and U2; leave it to one of them"
    assert found("events", here, duties) == [Finding("events", message, post="E/1", day=MONDAY)]


@pytest.mark.parametrize(
    ("crews", "holds", "cost"),
    [
        ({}, True, 2 * 2 * 120),
        ({"E/1": ("u11", "u12")}, True, 2 * 120),
        ({"E/1": ("u11", "u12"), "E/2": ("u21", "u22")}, True, 0),
        ({"E/1": ("u11", "u21")}, True, 2 * 2 * 120),  # of two units: nobody's crew
    ],
)
def test_the_constraint_pays_for_sites_that_no_unit_holds(crews, holds, cost):
    here = bureau(event("E", 8, 10, units=BOTH, sites=2, level=Level.MINIMUM))
    duties = [one for site, who in crews.items() for one in crewed(here, site, *who)]
    board = Decided(Record(here, roster_of(here, MONDAY, 1, duties)))
    the_rule(here, "events").cover(board)
    assert (board.holds, board.costs) == (holds, {Tier.LEGAL: cost})


@pytest.mark.parametrize(("start", "hours"), [(3, 0), (4, 1), (8, 4), (29, 2), (31, 0)])
def test_the_constraint_pays_for_the_part_of_an_event_in_its_dates(start, hours):
    """Four hours long, on Monday's date; the horizon is from Monday 07:00 to Tuesday 07:00."""
    here = bureau(event("E", start, start + 4))
    board = Decided(Record(here, roster_of(here, MONDAY, 1, [])))
    the_rule(here, "events").cover(board)
    assert board.costs == ({Tier.PLAN: 2 * hours * 60} if hours else {})


class Hosting(Decided):
    """Which unit hosts how many sites is given, whoever stands there."""

    given: ClassVar[Mapping[str, int]] = {}

    def hosted(self, event, unit):  # noqa: ARG002
        return self.given.get(unit, 0)


@pytest.mark.parametrize(
    ("hosts", "holds"),
    [
        ({"U1": 1}, True),
        ({"U1": 1, "U2": 1}, True),  # U2 hosts a site that it leaves empty
        ({"U2": 1}, False),  # U1 mans a site that it does not host
        ({"U1": 2, "U2": 1}, False),  # three of two sites
    ],
)
def test_the_constraint_lets_a_unit_man_the_sites_that_it_hosts(hosts, holds):
    here = bureau(event("E", 8, 10, units=BOTH, sites=2))
    board = Hosting(Record(here, roster_of(here, MONDAY, 1, crewed(here, "E/1", "u11", "u12"))))
    board.given = hosts
    the_rule(here, "events").cover(board)
    assert board.holds is holds


def test_a_roster_answers_for_the_part_of_an_event_in_its_dates():
    here = bureau(event("E", 29, 33))  # 05:00 to 09:00 of the morning after
    assert found("events", here, []) == [short("E/1", 29, 31)]
    assert found("events", here, [], first=MONDAY.replace(day=8)) == [short("E/1", 31, 33)]
    assert found("events", here, [], first=MONDAY.replace(day=9)) == []
