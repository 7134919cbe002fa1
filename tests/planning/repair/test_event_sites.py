"""Which unit mans which site: as published, and for new events where most can be spared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.repair.event_sites import sites_published, with_new_events
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit
from tests.support.places import ONE, at, event, on

DAYS = Horizon(MONDAY, 2)


def bureau_of(*events: object, more_in: str = "U2") -> Bureau:
    """One officer a team in each of two units, and a second one of team A in one of them."""
    people = [officer(f"{home}{team}".lower(), team, unit=home) for home in ("U1", "U2") for team in "ABCD"]
    people.append(officer("x", "A", unit=more_in))
    return small_bureau(people, units=[unit("U1"), unit("U2")], events=events)


def hosts(bureau: Bureau, *known: str) -> dict[str, dict[str, list[str]]]:
    return with_new_events(bureau, {}, known, DAYS, rules_in_force(bureau.rulebook))


def test_sites_are_those_at_which_the_units_people_stand_each_once() -> None:
    bureau = bureau_of(event("E", 8, 10, units=("U1", "U2"), sites=3), event("F", 8, 10))
    duties = [
        on(bureau, "u1a", at(8, 9, "E/1"), at(9, 10, "E/3")),
        on(bureau, "u2a", at(8, 10, "E/2")),
        on(bureau, "x", at(8, 10, "E/2")),
    ]
    assert sites_published(bureau, duties) == {"U1": {"E": ["E/1", "E/3"]}, "U2": {"E": ["E/2"]}}


def test_a_new_event_is_held_where_most_are_on_duty() -> None:
    wanted = event("E", 8, 10, units=("U1", "U2"), crew=ONE)
    for home in ("U1", "U2"):
        assert hosts(bureau_of(wanted, more_in=home)) == {home: {"E": ["E/1"]}}


def test_an_event_that_is_known_or_over_gets_no_new_site() -> None:
    wanted = event("E", 8, 10, units=("U1",), crew=ONE)
    assert hosts(bureau_of(wanted), "E") == {}
    assert hosts(bureau_of(replace(wanted, day=MONDAY + timedelta(days=2)))) == {}


def test_published_sites_stay_beside_those_of_a_new_event() -> None:
    wanted = event("E", 8, 10, units=("U1",), crew=ONE)
    bureau = bureau_of(wanted, event("F", 8, 10))
    found = with_new_events(bureau, {"U1": {"F": ["F/1"]}}, ["F"], DAYS, rules_in_force(bureau.rulebook))
    assert found == {"U1": {"F": ["F/1"], "E": ["E/1"]}}
