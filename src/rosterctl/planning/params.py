"""Every number of the planner that can be tuned, by stage. How one is written down is in `solver.params`.

Modules read them here, `PARAMS.counts.near_days`. "Chosen, not measured" says just that: whoever has figures
may change the number and should write the figures down below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rosterctl.planning.count_params import CountParams
from rosterctl.planning.repair_params import RepairParams
from rosterctl.solver.params import TuningNumbers, number


@dataclass(frozen=True)
class TimeParams(TuningNumbers):
    """How the time of a run is shared out between the stages, the audit and the writing."""

    kept_for_writing: float = number(4.0, 0.0, 10.0, "times the time of the first stage")
    """Kept back for auditing and writing until the first audit has been timed. What was seen when the stages
    were first joined (2026-11-23); no figures were kept. What a night run spent before, on repairs, says
    nothing of it: counted in, it once kept 140 of 180 seconds (handan, 2026-11-26).
    """
    most_kept: float = number(0.4, 0.0, 0.9, "part of the time left")
    """No more is kept for one purpose, however slow the machine was when that was measured. Chosen, not
    measured.
    """
    kept_after_first: float = number(3.0, 1.0, 10.0, "times the time of the first audit")
    """Kept back for adding up, auditing and writing the last roster. The time is that of an audit alone:
    with searches beside it one took 35 s where the last took 9 (handan, 2026-11-27). Measured: where it was
    reckoned to be 18 s all of it took 23 (2026-11-28).
    """
    kept_for_last_stages: float = number(2.4, 0.0, 10.0, "times the time of posting the plain rotation")
    """Kept back for the stages of names and posts while the counts are searched for. Measured: where people
    are let off for the plan of a city they take 1.6 to 2.4 times that, 21 to 23 s (2026-11-28). With as much
    again for counting some of them one by one, a busy machine had no time left to count every unit.
    """
    kept_for_naming_again: float = number(1.5, 0.0, 10.0, "times the time of names and posts")
    """Kept back for names and posts of those who are counted one by one, or without changes, after all were
    named. What was seen of a city: 0.3 to 1.0 times that, for 6 to 8 of 26 units (2026-11-28)."""
    counts_first_round: float = number(0.7, 0.1, 0.95, "part of the time of the counts")
    """By then the first round of counts must end; the rest is for units that need help. Chosen, not
    measured.
    """
    counts_late: float = number(0.85, 0.1, 1.0, "part of the time of the counts")
    """By then units must end for which the first round had no time. Chosen, not measured."""
    kept_for_posts: float = number(1.2, 0.0, 10.0, "times the time of posting the plain rotation")
    """Kept back for posts while officers are named: as many duties are posted then as of the plain rotation,
    and a few recalls. By reasoning.
    """
    one_by_one: float = number(0.35, 0.0, 10.0, "times the time of the run before")
    """For counting one by one those who could not be given the long shifts that were counted for them
    together. Measured: a city of thirteen brigades took ten times that, for a hundredth of its plan
    (2026-11-27). Where legal minima or plan are further short than was counted there is all the time: it
    brings the plan of a brigade from 3,000 to nothing in 40 s of a slow machine (2026-11-28).
    """
    one_by_one_longer: float = number(4.0, 1.0, 100.0, "times the time of counting them together")
    """So long counting one by one is thought to take; a block for which less is left is left alone. Measured
    of a brigade: 1.4 to 4 s together, 5 to 10 s one by one (2026-11-28).
    """
    for_plan_longer: float = number(3.5, 1.0, 100.0, "times the time of counting them without")
    """So long changes for the plan are thought to take; a block for which less is left does without. Measured
    on two cores: the blocks of a city take 1.8 to 3.3 times as long with them (2026-11-28). One that is cut
    off half-way comes to nothing, so a little more than that.
    """
    for_plan_share: float = number(0.65, 0.05, 1.0, "part of the time of the counts that is left then")
    """For changes for the plan; the rest is for counting one by one to whom they cannot be dealt. Measured:
    with all of it a city on a slow machine had 14 blocks with changes and no time to deal them; with half of
    it a busy machine had 17 of 180 s left in the end (2026-11-28).
    """
    least_one_by_one: float = number(10.0, 0.0, 600.0, "seconds")
    """At least so long. Measured: a brigade takes 7 s of processor time (2026-11-27)."""
    least_worked: float = number(0.1, 0.001, 10.0, "seconds of processor time")
    """Where less was taken, that says nothing of how busy the machine is. Chosen, not measured."""
    nodes: int = number(2_000, 1, 1_000_000, "branches of a search")
    """After so many a reproducible search stops; it has no limit of time. Far more than those of a usual
    bureau come to. Chosen, not measured.
    """


@dataclass(frozen=True)
class RotationParams(TuningNumbers):
    """How far around the horizon rules look."""

    days_before: int = number(7, 1, 28, "days")
    """For so many dates before the horizon that the history does not reach, the rotation is assumed. A week:
    rest, nights in a row and duty days in a row look no further back. Chosen, not measured.
    """
    days_after: int = number(2, 1, 7, "days")
    """For so many dates after the horizon the plain rotation is taken as fixed. The rest after the last duty
    and the post-night day fall on them. Chosen, not measured.
    """
    look_back_days: int = number(28, 28, 366, "days")
    """Duties so old stay in a carried roster, older ones where a rule counts them (its `looks_back`). The
    longest stretch that rules sum without saying so. By reasoning.
    """


@dataclass(frozen=True)
class NameParams(TuningNumbers):
    """Stage 3: dealing the counts to officers, and making that fair."""

    dealing_seconds: float = number(3.0, 0.1, 60.0, "seconds")
    """For dealing one group exactly. What takes longer is not worth the few hours it may still find. Chosen,
    not measured.
    """
    group_share: float = number(0.5, 0.01, 1.0, "of the time that its unit has left")
    """For one group, at most; the rest is for those to come. Chosen, not measured."""
    fairness_seconds: float = number(1.0, 0.1, 60.0, "seconds")
    """For dealing one group fairly, unless branches are limited instead. The longest seen was 0.35, most take
    0.03.
    """
    exchange_passes: int = number(4, 1, 100, "passes over a group")
    """So often officers of a group look for dates to exchange; a pass without any ends it before. Chosen, not
    measured.
    """
    recall_worth: int = number(6, 1, 100, "times a long shift")
    """What a recall that is not dealt counts beside a long shift that is not. A recall stands for a whole
    head of twelve hours, a long shift for its two or four hours. By reasoning.
    """
    long_shift_worth: int = number(1, 1, 100, "points")
    """What a long shift that is not dealt counts. The unit of `recall_worth`. By reasoning."""


@dataclass(frozen=True)
class PostParams(TuningNumbers):
    """Stage 4: what it costs to send somebody to a post when people are matched to slots."""

    stranger: int = number(10, 0, 100, "points")
    """To send somebody away from the home zone. Chosen, not measured."""
    newcomer: int = number(40, 0, 1_000, "points")
    """To send somebody who was not at the post before. More than `stranger`, so that crews stay together.
    Chosen, not measured.
    """
    level_worth: int = number(100, 2, 1_000, "times a slot of the next level")
    """What a slot of one level counts. A unit has fewer open slots than that, so no plan is worth a legal
    minimum. By reasoning.
    """


@dataclass(frozen=True)
class RosterParams(TuningNumbers):
    """Putting the roster together."""

    adding_up_seconds: float = number(60.0, 1.0, 600.0, "seconds")
    """For adding up what the finished roster leaves short. Far more than it takes: nothing is left to choose.
    Chosen, not measured.
    """
    unlawful: int = number(10**12, 10**9, 10**15, "person-minutes")
    """What is short in a unit whose duties break a hard rule: more than a million people lack in a year. By
    reasoning.
    """


@dataclass(frozen=True)
class WorkerParams(TuningNumbers):
    """Jobs in other processes: how often they are tried, and when one is given up."""

    tries: int = number(2, 1, 10, "tries")
    """A job that failed so often is lost. Chosen, not measured."""
    silence_seconds: float = number(30.0, 1.0, 600.0, "seconds")
    """A child that takes no processor time for so long, and says nothing, is held to hang. However busy a
    machine is, each of its processes gets its turn within a second. By reasoning.
    """
    look_at_child_seconds: float = number(1.0, 0.01, 60.0, "seconds")
    """After so long without a word a child is looked at, whether it takes any time. Chosen, not measured."""
    head_start: float = number(0.5, 0.0, 1.0, "part of the time")
    """So much of the time of a stage is shared out evenly among its tasks, the rest by their sizes: a small
    one has its own building time. Chosen, not measured.
    """
    look_up_seconds: float = number(0.2, 0.01, 5.0, "seconds")
    """After so long, waiting is interrupted to ask how much time is left, and whether to stop. Chosen, not
    measured.
    """
    look_again_seconds: float = number(0.05, 0.001, 5.0, "seconds")
    """After so long a child is looked for again that was just being started when it was to end. Chosen, not
    measured.
    """
    least_memory: int = number(4 << 30, 1 << 30, 1 << 40, "bytes of address space")
    """What a child may take at least, however little the machine has. A child was seen to use a tenth of it
    (2026-11-24); libraries reserve far more than they use.
    """
    cluster_seconds: float = number(10.0, 1.0, 600.0, "seconds")
    """To wait for a cluster to answer at all. Chosen, not measured."""


@dataclass(frozen=True)
class Params:
    """All of them."""

    time: TimeParams = field(default_factory=TimeParams)
    rotation: RotationParams = field(default_factory=RotationParams)
    counts: CountParams = field(default_factory=CountParams)
    names: NameParams = field(default_factory=NameParams)
    posts: PostParams = field(default_factory=PostParams)
    roster: RosterParams = field(default_factory=RosterParams)
    repair: RepairParams = field(default_factory=RepairParams)
    workers: WorkerParams = field(default_factory=WorkerParams)


PARAMS = Params()
