import pytest

from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import MONDAY, officer
from tests.support.places import ONE, at, bureau_with, found, on, post, post_type, window

PEOPLE = [
    officer("r1", skills=("rider",)),
    officer("r2", skills=("rider",)),
    officer("s1"),
    officer("s2"),
]


def bureau(licence="rider"):
    kind = post_type("ride", window(8, 10, plan=ONE), licence=licence, vehicle="motorcycle", vehicles=2)
    return bureau_with("skills", officers=PEOPLE, post_types=[kind], posts=[post("P", "ride")])


@pytest.mark.parametrize("who", [("r1", "r2"), ("r1", "r2", "s1"), ()])
def test_allows_as_many_holders_as_vehicles(who):
    here = bureau()
    assert found("skills", here, [on(here, one, at(8, 10, "P")) for one in who]) == []


@pytest.mark.parametrize(("who", "missing"), [(("r1", "s1", "s2"), 1), (("s1", "s2"), 2), (("s1",), 1)])
def test_forbids_fewer(who, missing):
    here = bureau()
    fault = f"at P {missing} more must hold 'rider' ({', '.join(who)}); send somebody who does"
    message = f"2026-12-07 08:00-10:00: {fault}"
    assert found("skills", here, [on(here, one, at(8, 10, "P")) for one in who]) == [
        Finding("skills", message, unit="U1", post="P", day=MONDAY, excess=missing)
    ]


def test_nothing_is_asked_where_no_licence_is_needed():
    here = bureau(licence="")
    assert found("skills", here, [on(here, "s1", at(8, 10, "P"))]) == []
