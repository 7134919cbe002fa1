"""A bureau that asks for less, or has more, is served no worse: in legal minima, plan with changes, strength.

Every roster of the first bureau is one of the second, or becomes one with nobody let off who was not, but for
whoever has come: without company, say, they may work none of their duties, and each has its price. So what a
solve of the second leaves short is no more, in the first tier in which they differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from random import Random

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffCause, Roster
from rosterctl.domain.rulebook import Severity
from rosterctl.domain.tier import Tier
from rosterctl.planning.no_roster import Contradiction
from rosterctl.timeline.horizon import Horizon
from tests.properties.claims import Verdict, breaches, make
from tests.properties.tiny_bureaus import draw_tiny
from tests.properties.whole_bureaus import draw_whole
from tests.support.tuned import tuned_blocks


def _one_more(bureau: Bureau, dice: Random) -> Bureau:
    twin = dice.choice(list(bureau.officers.values()))
    new = replace(twin, id=f"{twin.id}-twin", badge=f"{twin.badge}-twin")
    return replace(bureau, officers={**bureau.officers, new.id: new})


def _one_back(bureau: Bureau, dice: Random) -> Bureau:
    absences = list(bureau.absences)
    if absences:
        absences.remove(dice.choice(absences))
    return replace(bureau, absences=tuple(absences))


def _one_post_less(bureau: Bureau, dice: Random) -> Bureau:
    posts = dict(bureau.posts)
    if posts:
        del posts[dice.choice(list(posts))]
    return replace(bureau, posts=posts)


def _smaller_target(bureau: Bureau, dice: Random) -> Bureau:
    targets = list(bureau.strengths)
    if targets:
        place = dice.randrange(len(targets))
        targets[place] = replace(targets[place], heads=max(targets[place].heads - 1, 1))
    return replace(bureau, strengths=tuple(targets))


def _longer_weeks(bureau: Bureau, _: Random) -> Bureau:
    settings = dict(bureau.rulebook.settings)
    settings["mean-hours"] = replace(settings["mean-hours"], severity=Severity.OFF)
    return replace(bureau, rulebook=replace(bureau.rulebook, settings=settings))


LOOSENED: Mapping[str, Callable[[Bureau, Random], Bureau]] = {
    "one officer more": _one_more,
    "one absence less": _one_back,
    "one post less": _one_post_less,
    "a target of one head less": _smaller_target,
    "no limit of mean hours": _longer_weeks,
}


def drawn(dice: Random) -> str:
    """The way to loosen, by its name: the first draw."""
    return dice.choice(list(LOOSENED))


def judge_monotone(seed: int) -> Verdict:
    """A tiny bureau mostly, every tenth time a whole one, as one model or unit by unit."""
    dice = Random(seed)
    bureau, horizon = draw_whole(seed) if not seed % 10 else draw_tiny(seed)
    how = drawn(dice)
    apart = dice.random() < 1 / 2
    looser_bureau = LOOSENED[how](bureau, dice)
    if looser_bureau == bureau:
        return Verdict("nothing to loosen")
    with tuned_blocks(joint_officers=0) if apart else nullcontext():
        try:
            made = make(bureau, horizon)
        except Contradiction:
            return Verdict("impossible")
        try:
            looser = make(looser_bureau, horizon)
        except Contradiction:
            return Verdict("impossible", [f"with {how} there is no roster"])
    before, after = _costs(bureau, made.roster), _costs(bureau, looser.roster)
    wrong = [*breaches(made), *breaches(looser)]
    legal, plan, strength = before
    if after > (legal, plan + _newly_due(bureau, looser_bureau, horizon), strength):
        wrong.append(f"with {how}{' apart' if apart else ''} {after} instead of {before}")
    return Verdict("better" if after < before else "the same", wrong)


def _newly_due(bureau: Bureau, looser: Bureau, horizon: Horizon) -> int:
    """What it would cost to let off everybody who has come of all that the rotation calls them for."""
    due = 0
    for officer in looser.officers.values():
        known = bureau.officers.get(officer.id)
        for day in horizon:
            came = known is None or not bureau.is_present(known, day)
            due += came and looser.is_present(officer, day) and looser.plain_shift(officer, day) is not None
    return due * bureau.prices.dearest


def _costs(bureau: Bureau, roster: Roster) -> tuple[int, ...]:
    """Legal minima, the plan with what is paid for changes, and strength."""
    values = {one.tier: one.value for one in roster.tiers}
    off = roster.off_rotation or ()
    lent = sum(one.cause is OffCause.LOAN for one in off)
    paid = bureau.prices.paid(len(off) - lent, lent)
    return values[Tier.LEGAL], values[Tier.PLAN] + paid, values[Tier.STRENGTH]
