"""Every shipped rotation stands under every shipped rulebook, or it is told before any search why not.

The table has what each pair loses with nobody absent from 2026-12-01 on, in 28 and in 56 dates, and the rules
whose mean the rotation's own hours are above: 56 hours a week of three teams on twelve hours.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from rosterctl.audit.effort import RELEASED
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffCause
from rosterctl.insight.plain_rotation.thinned import thin_out
from rosterctl.planning.budget import Budget
from rosterctl.planning.make import rosters
from rosterctl.planning.request import Request, nobody
from rosterctl.planning.roster.made import Made
from rosterctl.planning.workers.executor import Inline
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.rotations_under_rulebooks import (
    COLUMNS,
    FIRST,
    RULEBOOKS,
    pair,
    rotations,
    row,
    sentences,
)

TABLE = Path(__file__).parent / "data" / "rotations_under_rulebooks.csv"
ROWS = {
    (one["rulebook"], one["rotation"]): one
    for one in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())
}
NARROW = {
    "nights": "{nights-in-a-row: {most: 2}, mean-hours: {severity: off}}",
    "hours": "{hours: {days7: 48, days28: 171}}",
    "weekly": "{weekly-rest: {severity: hard, hours: 35, days: 7}}",
    "several": "{hours: {days7: 60, days28: 200}, weekly-rest: {severity: hard}, rest: {hours: 15}}",
}
"""Limits that many rotations break: by each the arithmetic and the search must let off as many."""


def solved(bureau: Bureau) -> Made:
    *_, made = rosters(bureau, Request(Horizon(FIRST, 28), Budget(120), 1, True), Inline(), nobody)
    assert made.verdict.clean
    assert made.roster.fallbacks == ()
    return made


def lost_by_arithmetic(bureau: Bureau) -> int:
    found = thin_out(bureau, Horizon(FIRST, 28), rules_in_force(bureau.rulebook))
    return sum(one.heads for one in found.lost)


def test_the_table_has_every_pair() -> None:
    assert list(ROWS) == [(rulebook, rotation) for rulebook in RULEBOOKS for rotation in rotations()]


@pytest.mark.parametrize("rulebook", RULEBOOKS)
def test_the_table_is_what_arithmetic_says(rulebook: str) -> None:
    for rotation in rotations():
        assert row(rulebook, rotation) == {name: ROWS[rulebook, rotation][name] for name in COLUMNS}


def test_no_shipped_pair_loses_a_duty_and_what_is_above_a_mean_is_told() -> None:
    for pair_, one in ROWS.items():
        assert (one["lost_28"], one["lost_56"], one["rules"]) == ("0", "0", ""), pair_
        told = sentences(*pair_)
        assert [name for name in one["above_the_mean_of"].split() if f"rule {name}: " in str(told)] == (
            one["above_the_mean_of"].split()
        )
        assert len(told) == len(one["above_the_mean_of"].split())
    above = {pair_ for pair_, one in ROWS.items() if one["above_the_mean_of"]}
    assert {rotation for _, rotation in above} == {"cn3x2", "cn3x2-6"}
    assert {rulebook for rulebook, _ in above} == {"china-police", "eu-wtd", "uk-police"}


@pytest.mark.parametrize("rulebook", RULEBOOKS)
def test_a_search_keeps_every_plain_duty_of_a_shipped_pair(rulebook: str) -> None:
    for rotation in rotations():
        roster = solved(pair(rulebook, rotation)).roster
        assert (len(roster.duties), roster.off_rotation) == (int(ROWS[rulebook, rotation]["plain_28"]), ())


@pytest.mark.parametrize("rules", NARROW.values(), ids=NARROW)
def test_a_search_lets_off_as_many_as_arithmetic_says(rules: str) -> None:
    losing = 0
    for rotation in rotations():
        bureau = pair("china-police", rotation, rules)
        made, expected = solved(bureau), lost_by_arithmetic(bureau)
        assert sum(cost.rule == RELEASED for cost in made.verdict.costs) == expected, rotation
        assert [one.cause for one in made.roster.off_rotation or ()] == [OffCause.ROTATION] * expected
        assert made.roster.degraded is bool(expected), rotation
        losing += bool(expected)
    assert losing >= 3
