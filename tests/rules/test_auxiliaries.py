import pytest

from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import MONDAY, officer, roster_of, the_rule, unit
from tests.support.decided import Decided
from tests.support.places import ONE, PAIR, at, bureau_with, event, found, on, post, post_type, window

PEOPLE = [officer("s1"), officer("x1", role="auxiliary"), officer("x2", role="auxiliary")]


def bureau(*windows, officers=PEOPLE, **more):
    return bureau_with(
        "auxiliaries",
        officers=officers,
        post_types=[post_type("street", *windows)],
        posts=[post("P", "street")],
        **more,
    )


def without_sworn(hours, heads, minutes, day=MONDAY):
    message = (
        f"{day} {hours}: {heads} auxiliaries are on duty in U1 without a sworn officer; keep or call one in"
    )
    return Finding("auxiliaries", message, unit="U1", day=day, excess=minutes)


def test_allows_auxiliaries_in_reserve_while_a_sworn_officer_is_on_duty():
    here = bureau()
    assert found("auxiliaries", here, [on(here, who) for who in ("s1", "x1", "x2")]) == []


def test_forbids_auxiliaries_to_stay_when_the_sworn_officer_has_gone():
    here = bureau()
    duties = [on(here, "s1"), on(here, "x1", shift="full-24"), on(here, "x2", shift="overlap-evening")]
    assert found("auxiliaries", here, duties) == [without_sworn("19:00-07:00", 2, 720)]


def test_a_sworn_officer_of_another_unit_does_not_help():
    here = bureau(units=[unit("U1"), unit("U2")])
    duties = [on(here, "s1", unit="U2"), on(here, "x1", shift="office")]
    assert found("auxiliaries", here, duties) == [without_sworn("09:00-17:00", 1, 480)]


def test_forbids_auxiliaries_alone_at_a_post_though_a_sworn_officer_is_in_reserve():
    here = bureau(window(8, 10, plan=ONE))
    duties = [on(here, "s1", at(8, 9, "P")), on(here, "x1", at(8, 10, "P")), on(here, "x2")]
    assert found("auxiliaries", here, duties) == [
        Finding(
            "auxiliaries",
            "2026-12-07 09:00-10:00: auxiliaries stand alone at P (x1); send a sworn officer there",
            unit="U1",
            post="P",
            day=MONDAY,
            excess=60,
        )
    ]


def test_forbids_auxiliaries_alone_at_an_event_site():
    here = bureau(events=[event("E", 8, 10, crew=PAIR)])
    duties = [on(here, "s1"), on(here, "x1", at(8, 10, "E/1"))]
    assert [row.post for row in found("auxiliaries", here, duties)] == ["E/1"]


@pytest.mark.parametrize(
    ("on_duty", "holds"),
    [
        (["s1", "x1", "x2", "lent"], True),  # as many as there are, with one sworn officer
        (["s1"], True),
        (["x1"], False),
        (["lent"], False),
        ([], True),
    ],
)
def test_the_constraint_asks_for_a_sworn_officer_and_no_more(on_duty, holds):
    people = [*PEOPLE, officer("lent", role="auxiliary", unit="U2")]
    here = bureau(officers=people, units=[unit("U1", borrows_from=("U2",)), unit("U2")])
    duties = [on(here, who, unit="U1") for who in on_duty]
    board = Decided(Record(here, roster_of(here, MONDAY, 1, duties)))
    the_rule(here, "auxiliaries").cover(board)
    assert board.holds is holds
    assert bool(found("auxiliaries", here, duties)) is not holds


def test_forbids_an_armed_auxiliary_and_allows_an_armed_officer():
    armed = [officer("s1", skills=("armed",)), officer("x1", role="auxiliary", skills=("armed",))]
    here = bureau(officers=armed)
    message = "x1 is an auxiliary and must not be armed; take the skill off the file"
    assert found("auxiliaries", here, []) == [Finding("auxiliaries", message, unit="U1", officer="x1")]
