"""The whole way from a bureau to a roster: first the plain rotation, then what the stages come to."""

from __future__ import annotations

import pickle
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from rosterctl.domain.roster import Fallback, Origin, Roster
from rosterctl.domain.tier import Tier
from rosterctl.planning import wording
from rosterctl.planning.budget import Budget, Cut
from rosterctl.planning.cover.presences import presences_of
from rosterctl.planning.cover.shortfall import short_minutes
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.make import rosters
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.planning.posts.crewed_posts import Posting
from rosterctl.planning.posts.slices import make_duties
from rosterctl.planning.posts.unit import Posted
from rosterctl.planning.request import Progress, Request, nobody
from rosterctl.planning.roster.made import Made
from rosterctl.planning.tasks import CountTask, NameTask, PostTask, RotationTask
from rosterctl.planning.workers.batch import late
from rosterctl.planning.workers.executor import Answer, Inline, Job
from rosterctl.planning.workers.jobs import Attempt, Tell
from rosterctl.solver.outcome import Settings
from rosterctl.timeline.horizon import Horizon
from tests.support.at_rest import three_at_rest
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, unit
from tests.support.places import ONE, PAIR, post, post_type, window


@dataclass(frozen=True)
class AllInReserve:
    """Posts nobody: what a search that found next to nothing comes to."""

    posts: PostTask

    def run(self, known: Knowledge, _settings: Settings, _tell: Tell) -> Posted:
        posting = Posting(known.bureau, self.posts.unit)
        how = known.bureau, known.horizon, known.rules
        presences = presences_of(known.bureau, known.rules, self.posts.worked)
        short = short_minutes(*how, presences, {}, {}, known.before, [self.posts.unit])
        return Posted(tuple(make_duties(known.bureau, posting, self.posts.worked)), {}, short)


class Idle(Inline):
    """Posts nobody after the plain rotation, in this unit or in any."""

    def __init__(self, unit: str = "") -> None:
        super().__init__()
        self.unit = unit

    def submit(self, job: Job) -> int:
        ordered = pickle.loads(job())
        if isinstance(ordered.task, PostTask) and self.unit in ("", ordered.task.unit):
            ordered = replace(ordered, task=AllInReserve(ordered.task))
        return super().submit(partial(pickle.dumps, ordered))


HOUR = 3600.0
RULES = {"posts": {}, "crews": {}, "strength": {}, "auxiliaries": {}, "rest": {}, "one-place": {}}
SINGLE = post_type("single", window(7, 19, plan=ONE))
MIN_PAIR = post_type("min-pair", window(7, 19, minimum=PAIR))
TWO_ON_CALL: dict[str, Any] = {
    "units": [unit(recalls=("day",))],
    "post_types": [MIN_PAIR],
    "posts": [post("P", "min-pair")],
}
"""A pair is asked for by law all Monday, A is on duty, and D may be called in."""


class Failing(Inline):
    """Fails at the tasks of this kind, those of one unit if it is named, as a child that dies does."""

    def __init__(self, kind: type, unit: str = "") -> None:
        super().__init__()
        self.kind, self.unit = kind, unit
        self.failed: list[int] = []

    def submit(self, job: Job) -> int:
        task = pickle.loads(job()).task
        ticket = super().submit(job)
        if self._fails(task):
            self._waiting.pop()
            self.failed.append(ticket)
        return ticket

    def _fails(self, task: Any) -> bool:
        return isinstance(task, self.kind) and self.unit in ("", getattr(task, "unit", ""))

    def completed(self, seconds: float) -> Answer | None:
        if self.failed and seconds > 0:
            return Answer(self.failed.pop(), Attempt(None, "its process died"))
        return super().completed(seconds)


def made(
    executor: Inline | None = None, told: list[Progress] | None = None, spent: float = 0.0, **bureau: Any
) -> list[Made]:
    """The rosters of Monday, in the order in which they are handed out."""
    bureau.setdefault("rules", RULES)
    found = small_bureau(**bureau)
    order = Request(Horizon(MONDAY, 1), Budget(HOUR, time.monotonic() - spent), seed=7)
    hear = told.append if told is not None else nobody
    with executor or Inline() as running:
        return list(rosters(found, order, running, hear))


def duties(roster: Roster) -> list[tuple[str, str, str, str]]:
    """Officer, shift, origin and the first post."""
    return [(one.officer, one.shift, one.origin.value, one.slices[0].post) for one in roster.duties]


PLAIN = [("a", "day", "rotation", ""), ("b", "night", "rotation", "")]


def test_the_plain_rotation_comes_first_and_the_best_afterwards() -> None:
    first, last = made(**TWO_ON_CALL)
    assert duties(first.roster) == PLAIN
    assert duties(last.roster) == [
        ("a", "day", "rotation", "P"),
        ("b", "night", "rotation", ""),
        ("d", "day", "recall", "P"),
    ]


def test_both_are_audited_and_claim_what_the_audit_counts() -> None:
    first, last = made(**TWO_ON_CALL)
    for one in (first, last):
        assert one.verdict.clean
        assert {claim.tier: claim.value for claim in one.roster.tiers} == one.verdict.totals
    assert first.verdict.totals[Tier.LEGAL] == 2 * 720
    assert (last.verdict.totals[Tier.LEGAL], last.verdict.totals[Tier.HOURS]) == (0, 720)


def test_a_roster_says_what_it_was_made_of() -> None:
    _, last = made(**TWO_ON_CALL)
    roster = last.roster
    assert (roster.bureau, roster.horizon, roster.seed) == ("small", Horizon(MONDAY, 1), 7)
    assert set(roster.versions) == {"rosterctl", "ortools", "python"}
    assert {one.day < MONDAY for one in roster.before} == {True}
    assert (roster.fallbacks, roster.notes) == ((), ())


def test_the_stages_are_told_of_in_their_order() -> None:
    told: list[Progress] = []
    made(told=told, **TWO_ON_CALL)
    stages = ["rotation", "first roster", "audit", "strength", "duties", "posts", "audit"]
    assert list(dict.fromkeys(one.stage for one in told)) == list(dict.fromkeys(stages))
    assert [one.stage for one in told if one.done == one.of] == stages


@pytest.mark.parametrize("task", [CountTask, NameTask, PostTask])
def test_a_unit_for_which_a_stage_came_to_nothing_works_its_plain_rotation(task: type) -> None:
    first, last = made(Failing(task), **TWO_ON_CALL)
    assert duties(last.roster) == duties(first.roster) == PLAIN
    assert last.roster.fallbacks == (Fallback("U1", "its process died"),)
    assert last.verdict.totals == first.verdict.totals


def test_other_units_have_what_was_found_for_them() -> None:
    """U2's job of naming fails; U1 calls its officer in all the same."""
    people = [officer(f"{home}-{team}", team, unit=home) for home in ("U1", "U2") for team in "AD"]
    recalls = [unit(name, recalls=("day",)) for name in ("U1", "U2")]
    posts = [post("P", "min-pair", "U1"), post("Q", "min-pair", "U2")]

    failing = Failing(NameTask, "U2")
    _, last = made(failing, officers=people, units=recalls, post_types=[MIN_PAIR], posts=posts)
    recalled = [one.officer for one in last.roster.duties if one.origin is Origin.RECALL]
    assert (recalled, [one.unit for one in last.roster.fallbacks]) == (["U1-D"], ["U2"])


def test_what_is_worse_than_the_plain_rotation_is_not_taken() -> None:
    """A stands at the post by the rotation; of the search everybody is in reserve."""
    single: dict[str, Any] = {"posts": [post("P", "single")], "post_types": [SINGLE]}
    first, last = made(Idle(), **single)
    assert duties(last.roster) == duties(first.roster) == [("a", "day", "rotation", "P"), PLAIN[1]]
    assert last.roster.fallbacks == ()
    assert last.verdict.totals == first.verdict.totals
    assert last.verdict.totals[Tier.PLAN] == 0
    assert all(claim.bound == claim.value for claim in last.roster.tiers if claim.tier < Tier.FAIRNESS)


def test_a_unit_with_worse_legal_minima_works_its_plain_rotation_and_others_what_was_found() -> None:
    """Of U2 everybody is in reserve; U1 calls its officer in for the pair."""
    people = [officer("a1", "A", unit="U1"), officer("d1", "D", unit="U1"), officer("a2", "A", unit="U2")]
    minimum = post_type("min-one", window(7, 19, minimum=ONE))
    posts = [post("P", "min-pair", "U1"), post("Q", "min-one", "U2")]
    units = [unit("U1", recalls=("day",)), unit("U2")]
    _, last = made(Idle("U2"), officers=people, units=units, post_types=[MIN_PAIR, minimum], posts=posts)
    assert duties(last.roster) == [
        ("a1", "day", "rotation", "P"),
        ("a2", "day", "rotation", "Q"),
        ("d1", "day", "recall", "P"),
    ]
    assert last.roster.fallbacks == (Fallback("U2", wording.NOTHING_BETTER),)
    assert last.verdict.totals[Tier.LEGAL] == 0


def test_where_not_even_the_rotation_could_be_posted_everybody_is_in_reserve() -> None:
    first, _ = made(Failing(RotationTask), **{**TWO_ON_CALL, "posts": []})
    assert duties(first.roster) == PLAIN
    assert first.roster.fallbacks == (Fallback("U1", "its process died"),)


def test_rules_that_contradict_each_other_are_told_after_the_first_roster() -> None:
    """An auxiliary is on duty from before Monday until 09:00, and no sworn officer is there."""
    people = [officer("x", "C", "auxiliary")]
    units = [unit(shifts={"N": ("overlap-morning",)})]
    night = duty(small_bureau(people, units=units), "x", MONDAY - timedelta(days=1), "overlap-morning")
    with pytest.raises(Contradiction) as impossible:
        made(officers=people, units=units, history=[night])
    assert impossible.value.units == ("U1",)


def test_without_time_for_the_first_there_is_none() -> None:
    with pytest.raises(NoTimeForAny) as late:
        made(spent=2 * HOUR, **TWO_ON_CALL)
    assert late.value.seconds == HOUR


def test_time_that_runs_out_after_the_first_leaves_it() -> None:
    """All of the budget is spent while the first is audited: every unit is late."""
    bureau = small_bureau(rules=RULES, **TWO_ON_CALL)
    budget = Budget(HOUR)
    with Inline() as executor:
        coming = rosters(bureau, Request(Horizon(MONDAY, 1), budget), executor, nobody)
        first = next(coming)
        budget.started -= 2 * HOUR
        last = next(coming)
    assert duties(last.roster) == duties(first.roster)
    assert last.roster.fallbacks == (Fallback("U1", late().why),)


def test_a_run_that_is_told_to_stop_ends_where_nothing_is_half_done() -> None:
    bureau = small_bureau(rules=RULES, **TWO_ON_CALL)
    budget = Budget(HOUR)
    with Inline() as executor:
        coming = rosters(bureau, Request(Horizon(MONDAY, 1), budget), executor, nobody)
        next(coming)
        budget.told_to_stop = True
        with pytest.raises(Cut):
            next(coming)


class FailsAgain(Failing):
    """Fails at the tasks of this kind from the second time on that there is one of U1."""

    def __init__(self, kind: type) -> None:
        super().__init__(kind, "U1")
        self.seen = 0

    def _fails(self, task: Any) -> bool:
        self.seen += super()._fails(task)
        return self.seen > 1 and super()._fails(task)


@pytest.mark.parametrize(
    ("executor", "bound"),
    # Named again, all work what they did before; so nobody is posted again, and nothing fails.
    [(Inline, 720), (partial(FailsAgain, NameTask), 0), (partial(FailsAgain, PostTask), 720)],
)
def test_who_cannot_be_given_what_was_counted_together_is_counted_alone(executor: Any, bound: int) -> None:
    """Two of three dates can be manned; three were promised. An unfinished second round counts nothing."""
    order = Request(Horizon(MONDAY, 3), Budget(HOUR), seed=7)
    with executor() as running:
        *_, last = rosters(three_at_rest("plan", **{"one-place": {}}), order, running, nobody)
    (plan,) = (one for one in last.roster.tiers if one.tier is Tier.PLAN)
    assert (plan.value, plan.bound, last.roster.fallbacks) == (720, bound, ())


@pytest.mark.parametrize(("gap", "bound"), [(0.0, 720), (0.99, 720), (1.0, 0)])
def test_what_is_near_enough_is_not_counted_alone(gap: float, bound: int) -> None:
    """Named at first, 720 are missed of a plan of which counts together know no more than 0."""
    order = Request(Horizon(MONDAY, 3), Budget(HOUR), seed=7, gap=gap)
    with Inline() as running:
        *_, last = rosters(three_at_rest("plan", **{"one-place": {}}), order, running, nobody)
    (plan,) = (one for one in last.roster.tiers if one.tier is Tier.PLAN)
    assert (plan.value, plan.bound) == (720, bound)
