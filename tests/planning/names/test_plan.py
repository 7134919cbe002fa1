"""Names for the counts of the whole bureau: every unit by itself, and again where a loan fell through."""

from __future__ import annotations

from typing import Any

from rosterctl.planning.budget import Budget
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.model import plain_counts
from rosterctl.planning.counts.stage import CountPlan
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.plan import NamedPlan, all_worked, name_units
from rosterctl.planning.request import Progress, Request
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import LATE, Lost
from rosterctl.planning.workers.executor import Inline
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit

UNITS = [unit("U1"), unit("U2")]
HOSTED = {("E", "U1"): 1}


def named(
    *people: Any, lost: dict[str, Lost] | None = None, left: float = 60.0, **bureau: Any
) -> tuple[NamedPlan, list[Progress]]:
    """Monday's rotation, counted as it is, becomes names."""
    known = Knowledge(small_bureau(people, units=UNITS, **bureau), Horizon(MONDAY, 1))
    groups = make_groups(known.offers, known.rules, known.bureau.units, frozenset())
    counts = {key: each for key, each in plain_counts(groups).items() if key[0] not in (lost or {})}
    told: list[Progress] = []
    with Inline() as executor:
        executor.prepare(known.packed())
        run = Run(known, Request(known.horizon, Budget(60.0)), executor, told.append)
        return name_units(run, CountPlan(counts, HOSTED, {}, {}, lost or {}), lambda: left), told


def worked(plan: NamedPlan) -> dict[str, list[tuple[str, str]]]:
    return {name: [(who, one.shift) for who, one in each.worked] for name, each in plan.named.items()}


ONE, TWO = officer("a", "A", unit="U1"), officer("b", "B", unit="U2")


def test_every_unit_has_its_names_in_the_order_of_the_bureau() -> None:
    plan, told = named(TWO, ONE)
    assert list(worked(plan).items()) == [("U1", [("a", "day")]), ("U2", [("b", "night")])]
    assert (plan.hosted, plan.lost) == (HOSTED, {})
    assert [who for who, _ in all_worked([*plan.named.values(), Lost(LATE)])] == ["a", "b"]
    assert [(one.stage, one.done, one.of) for one in told] == [("duties", 1, 2), ("duties", 2, 2)]


def test_a_unit_without_counts_has_no_names() -> None:
    plan, told = named(ONE, TWO, lost={"U1": Lost("it hung", "in line 7")})
    assert (list(plan.named), plan.lost) == (["U2"], {"U1": Lost("it hung", "in line 7")})
    assert len(told) == 1


def test_a_unit_for_which_there_is_no_time_is_lost() -> None:
    plan, _ = named(ONE, TWO, left=0.0)
    assert (plan.named, plan.lost) == ({}, {"U1": Lost(LATE), "U2": Lost(LATE)})


def test_who_would_be_alone_is_let_off_when_the_unit_is_named_again() -> None:
    """The counts have auxiliary x on the day, for a sworn officer was to be lent; none was. U2 stands."""
    alone = officer("x", "A", "auxiliary", unit="U1")
    plan, told = named(alone, TWO, rules={"auxiliaries": {}})
    assert worked(plan) == {"U1": [], "U2": [("b", "night")]}
    assert [(one.done, one.of) for one in told] == [(1, 2), (2, 2), (1, 1)]


def test_who_is_accompanied_stays() -> None:
    accompanied = officer("x", "A", "auxiliary", unit="U1")
    plan, told = named(ONE, accompanied, rules={"auxiliaries": {}})
    assert worked(plan)["U1"] == [("a", "day"), ("x", "day")]
    assert len(told) == 2
