"""A rule is a file: dropped into the room it holds in the counts, at the posts, in a repair and in the audit.

Post P takes one officer from seven to seven. The new rule wants an inspector on duty in the unit while it is
manned. On Monday the rotation gives the day to sergeant `a` alone; sergeant `d` and inspector `e` are off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.plan import Block, BlockPlan
from rosterctl.planning.counts.search import solve_block
from rosterctl.planning.posts.unit import post_officers
from rosterctl.planning.repair.open_dates import Damage
from rosterctl.planning.repair.stage import repair
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau, unit
from tests.support.enumeration_board import choice_of
from tests.support.places import ONE, at, on, post, post_type, window
from tests.support.rule_room import second_room

INSPECTED = '''"""A post is manned only while an inspector is on duty in its unit."""

from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.options import RuleOptions


class Options(RuleOptions):
    """Nothing to set."""


def is_inspector(officer):
    return officer.rank == "inspector"


def tells_apart(options, bureau):
    return [is_inspector]


def cover(options, board):
    for moment in board.moments:
        for want in board.wants(moment):
            for level, crew in want.crews:
                for place in range(len(crew.alternatives)):
                    manned = board.manned(moment, want, level, place)
                    board.require(manned <= len(want.posts) * board.heads(moment, is_inspector))


def check(options, record):
    for manning in record.posts_manned:
        for span, reached, _ in manning.stretches(lambda piece: piece.reached):
            there = [one.span for one in record.served["U1"] if is_inspector(one.officer)]
            if reached and not any(one.start <= span.start and span.end <= one.end for one in there):
                yield Finding("inspected", "no inspector", post=manning.post, day=manning.day)
'''
SETTINGS = Settings(20.0, 1)
DAY = Horizon(MONDAY, 1)


@pytest.fixture(params=[True, False], ids=["inspected", "as-it-was"])
def inspected(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[bool]:
    (tmp_path / "inspected.py").write_text(INSPECTED, encoding="utf-8")
    with second_room(tmp_path):
        yield request.param


def bureau_of(inspected: bool) -> Bureau:
    people = [
        replace(officer(id, team), rank=rank)
        for id, team, rank in (("a", "A", "sergeant"), ("d", "D", "sergeant"), ("e", "D", "inspector"))
    ]
    return small_bureau(
        people,
        units=[unit(recalls=("day",))],
        rules={"posts": {}, "crews": {}, "one-place": {}, **({"inspected": {}} if inspected else {})},
        post_types=[post_type("gate", window(7, 19, minimum=ONE))],
        posts=[post("P", "gate")],
    )


def test_the_counts_call_in_the_inspector(inspected: bool) -> None:
    bureau = bureau_of(inspected)
    rules = rules_in_force(bureau.rulebook)
    offers = make_offers(bureau, DAY, rules)
    plan = solve_block(offers, rules, Block(("U1",), frozenset(), None, None), SETTINGS)
    assert isinstance(plan, BlockPlan)
    names = {group.key: group.officers for group in make_groups(offers, rules, ["U1"], frozenset())}
    working = [one.id for key, counts in plan.counts.items() if counts for one in names[key]]
    assert working == (["a", "e"] if inspected else ["a"])


@pytest.mark.parametrize("on_duty", [("a",), ("a", "e")])
def test_the_posts_are_left_empty_without_one(inspected: bool, on_duty: Sequence[str]) -> None:
    bureau = bureau_of(inspected)
    people = [bureau.officers[one] for one in on_duty]
    worked = [(one.id, choice_of(bureau, one, MONDAY, "day")) for one in people]
    posted = post_officers(bureau, DAY, rules_in_force(bureau.rulebook), "U1", worked, {}, SETTINGS)
    taken = {piece.post for one in posted.duties for piece in one.slices}
    manned = "e" in on_duty or not inspected
    assert ("P" in taken) is manned


def test_a_repair_calls_in_the_inspector(inspected: bool) -> None:
    bureau = bureau_of(inspected)
    lines = {"a": {MONDAY: duty(bureau, "a", MONDAY, "day")}}
    damage = Damage(("U1",), frozenset([MONDAY]), frozenset(), lines, {}, {})
    rules = rules_in_force(bureau.rulebook)
    found = repair(make_offers(bureau, DAY, rules, damage.units), rules, damage, MONDAY, *[SETTINGS] * 2)
    assert found is not None
    called = [name for name, choice in found.worked if choice.origin == "recall"]
    assert called == (["e"] if inspected else [])
    assert found.legal.value == 0


def test_the_audit_asks_its_check(inspected: bool) -> None:
    bureau = bureau_of(inspected)
    alone: list[Duty] = [on(bureau, "a", at(7, 19, "P"))]
    wanted = [Finding("inspected", "no inspector", post="P", day=MONDAY)] if inspected else []
    assert list(audit(bureau, roster_of(bureau, MONDAY, 1, alone)).findings) == wanted
    joined = [*alone, duty(bureau, "e", MONDAY, "day", recall=True)]
    assert list(audit(bureau, roster_of(bureau, MONDAY, 1, joined)).findings) == []
