"""Group after group from what was dealt."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.groups import make_groups
from rosterctl.planning.counts.model import BlockModel
from rosterctl.planning.counts.one_by_one import improve_groups
from rosterctl.planning.counts.plan import NOTHING_REACHED, Block, Reached, Start
from rosterctl.planning.knowledge import Knowledge
from rosterctl.solver.outcome import Settings
from rosterctl.solver.search import Goal, completed
from rosterctl.timeline.horizon import Horizon
from tests.support.at_rest import three_at_rest
from tests.support.bureaus import MONDAY

DAY = 720


def improved(seconds: float, reached: Reached = NOTHING_REACHED) -> list[int]:
    """What the legal minima lack before, and after each group; the post is wanted on three dates."""
    known = Knowledge(three_at_rest("minimum"), Horizon(MONDAY, 3))
    groups = make_groups(known.offers, known.rules, ["U1"], frozenset())
    block = Block(("U1",), frozenset(), None, None, frozenset(one.key for one in groups))
    built = BlockModel(known.offers, known.rules, block, known.before)
    goals = [Goal(tier, built.model.cost(tier)) for tier in (Tier.LEGAL, Tier.HOURS)]
    settings = Settings(30.0)
    begun = completed(built.model, goals, settings, built.values(Start()))
    assert begun is not None
    told = [begun.value(goals[0].cost)]
    left = replace(settings, seconds=seconds)
    best = improve_groups(
        built, begun, goals, Start(reached=reached), lambda: left, lambda one: told.append(one.tiers[0].value)
    )
    assert best.value(goals[0].cost) == told[-1]
    return told


def test_a_group_is_given_all_that_its_officers_may_lawfully_do() -> None:
    assert improved(30.0) == [3 * DAY, DAY]


def test_what_is_as_good_as_was_counted_for_all_together_is_searched_no_further() -> None:
    assert improved(30.0, (3 * DAY, 0, 0)) == [3 * DAY]
    assert improved(30.0, (3 * DAY - 1, 0, 0)) == [3 * DAY, DAY]


def test_without_time_all_stays_as_it_was_dealt() -> None:
    assert improved(0.0) == [3 * DAY]
