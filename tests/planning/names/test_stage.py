"""Names for every unit: what was lost stays lost, and who would be alone is let off in a second round."""

from __future__ import annotations

from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.counts.groups import ChoiceKey, make_groups
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.names.stage import NamedPlan, all_worked, name_units
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost, late
from tests.support.bureaus import duty, officer, rotation, small_bureau, unit
from tests.support.peers import on_day, word_of
from tests.support.runs import BROKE, run_of

DAILY = rotation("D", (0,))
RULES = {"auxiliaries": {}, "rest": {}}


def bureau_of(**more: Any) -> Bureau:
    """Auxiliary x in U1, which borrows from U2, where sworn s is: both work every day."""
    units = [
        unit("U1", teams="A", rotation=DAILY, borrows_from=("U2",)),
        unit("U2", teams="A", rotation=DAILY),
    ]
    people = [officer("x", role="auxiliary"), officer("s", unit="U2")]
    return small_bureau(people, units=units, rotation=DAILY, rules=RULES, **more)


def counted(run: Run, lost: dict[str, Lost] | None = None, **where: str) -> CountPlan:
    """Everybody is counted for the day of Monday in the unit in `where`, by their own unit."""
    known = run.known
    groups = make_groups(known.offers, known.rules, known.bureau.units, frozenset(known.horizon))
    wanted: dict[str, dict[ChoiceKey, int]] = {
        home: {(on_day(0), "day", served): 1} for home, served in where.items()
    }
    counts = {group.key: wanted.get(group.unit, {}) for group in groups}
    return CountPlan(counts, {("E", "U1"): 1}, {}, {}, lost or {})


def worked(plan: NamedPlan) -> dict[str, list[tuple[str, str]]]:
    return {home: [(name, word_of(one)) for name, one in each.worked] for home, each in plan.named.items()}


def test_each_unit_has_names_for_its_own_counts_and_hands_on_the_event_sites() -> None:
    with run_of(bureau_of()) as (run, heard):
        plan = name_units(run, counted(run, U1="U1", U2="U1"), run.order.budget.left)
    assert worked(plan) == {"U1": [("x", "day")], "U2": [("s", "day")]}
    assert (plan.hosted, plan.lost) == ({("E", "U1"): 1}, {})
    assert heard.shown == [("duties", 1, 2, "units"), ("duties", 2, 2, "units")]


def test_who_is_alone_for_want_of_a_loan_is_let_off_in_a_second_round() -> None:
    # s came off the night at seven and may not be lent by day: x would be alone in U1.
    night = duty(bureau_of(), "s", on_day(-1), "night")
    with run_of(bureau_of(history=[night])) as (run, heard):
        plan = name_units(run, counted(run, U1="U1", U2="U1"), run.order.budget.left)
    assert worked(plan) == {"U1": [], "U2": []}
    assert [(one.missing, one.rules) for one in plan.named["U2"].undealt] == [(1, ("rest",))]
    assert heard.shown[2:] == [("duties", 1, 1, "units")]  # only the unit in which somebody is alone


def test_a_unit_lost_before_is_not_named_and_the_reason_stays() -> None:
    with run_of(bureau_of()) as (run, _):
        plan = name_units(run, counted(run, {"U1": Lost("no counts")}, U2="U2"), run.order.budget.left)
    assert worked(plan) == {"U2": [("s", "day@U2")]}
    assert plan.lost == {"U1": Lost("no counts")}


def test_a_unit_whose_search_fails_or_is_late_is_lost_and_the_others_are_not() -> None:
    with run_of(bureau_of(), broken={1, 3}) as (run, _):  # U1's first try, and its second
        plan = name_units(run, counted(run, U1="U1", U2="U2"), run.order.budget.left)
    assert (list(plan.named), plan.lost) == (["U2"], {"U1": BROKE})
    with run_of(bureau_of()) as (run, _):
        plan = name_units(run, counted(run, U1="U1", U2="U2"), lambda: 0.0)
    assert (plan.named, plan.lost) == ({}, {"U1": late(), "U2": late()})


def test_what_is_lost_works_nothing() -> None:
    with run_of(bureau_of()) as (run, _):
        plan = name_units(run, counted(run, U1="U1", U2="U1"), run.order.budget.left)
    assert [name for name, _ in all_worked([Lost("late"), *plan.named.values()])] == ["x", "s"]


def test_units_are_named_again_only_if_their_counts_are_others() -> None:
    with run_of(bureau_of()) as (run, heard):
        before = counted(run, U1="U1", U2="U1")
        plan = name_units(run, before, run.order.budget.left)
        again = name_units(run, counted(run, U1="U1", U2="U2"), run.order.budget.left, plan)
    assert worked(again) == {"U1": [("x", "day")], "U2": [("s", "day@U2")]}
    assert heard.shown[2:] == [("duties", 1, 1, "units")]


def test_units_whose_counts_could_not_be_dealt_are_told() -> None:
    night = duty(bureau_of(), "s", on_day(-1), "night")
    with run_of(bureau_of(history=[night])) as (run, _):
        plan = name_units(run, counted(run, U1="U1", U2="U1"), run.order.budget.left)
    assert [(one.unit, one.team, one.missing) for one in plan.undealt] == [("U2", "A", 1)]
