"""What the roster is worth, in sentences: each goal in hours and heads, and how far it is proved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster
from rosterctl.domain.tier import SHORTAGES, Tier, TierResult
from rosterctl.export.html import wording
from rosterctl.export.plain_text import clean
from rosterctl.export.xlsx.terms import tier_name
from rosterctl.insight.shortages.attained import weighed
from rosterctl.insight.shortages.unknown_hours import told_once
from rosterctl.wording import say

MANY = 100
"""Above so many, tenths are left out."""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A line of the table of goals: `proof` says what no lawful roster can go below."""

    name: str
    value: str
    proof: str
    met: bool


def goals(bureau: Bureau, roster: Roster) -> Iterator[GoalLine]:
    """Goal by goal, the gravest first."""
    for one in roster.tiers:
        value = _amount(one.tier, one.value)
        if one.tier in SHORTAGES:
            value += _heads(bureau, roster, one)
        yield GoalLine(tier_name(one.tier), value, _proof(one), one.value == 0)


def _amount(tier: Tier, value: int) -> str:
    """Hours, not minutes."""
    hours = value / 60 if tier in SHORTAGES or tier is Tier.HOURS else value
    number = f"{hours:,.0f}" if hours >= MANY or hours == int(hours) else f"{hours:,.1f}"
    if tier in SHORTAGES:
        return say(wording.PERSON_HOURS, number=number)
    if tier is Tier.CHANGES:
        return say(wording.CHANGED_DUTIES, number=number)
    return say(wording.HOURS_ABOVE if tier is Tier.HOURS else wording.BURDEN_POINTS, number=number)


def _heads(bureau: Bureau, roster: Roster, one: TierResult) -> str:
    """How many posts lack heads on how many dates; of the targets how many heads that is on average."""
    if not one.value:
        return ""
    if one.tier is not Tier.STRENGTH:
        gaps = [gap for gap in roster.shortages if gap.tier == one.tier]
        return say(wording.GAPS_ON_DATES, gaps=len(gaps), dates=len({gap.day for gap in gaps}))
    minutes = sum(
        target.end - target.start
        for target in bureau.strengths
        for day in roster.horizon
        if target.applies(day, bureau.calendar.types(day))
    )
    if not minutes or any(target.weight != 1 for target in bureau.strengths):
        return ""
    return say(wording.HEADS_ON_AVERAGE, heads=round(one.value / minutes))


def _proof(one: TierResult) -> str:
    """The bound is of any lawful roster, of those with the goals above as they are, or of other dealings."""
    if one.bound is None:
        return say(wording.NOT_PROVED)
    proved = one.value <= one.bound
    least, more = _amount(one.tier, one.bound), _amount(one.tier, one.value - one.bound)
    if one.tier is Tier.LEGAL:
        return say(wording.PROVED_LEAST) if proved else say(wording.LEAST_OF_ANY, least=least, more=more)
    if one.tier in (Tier.FAIRNESS, Tier.WISHES):
        if proved:
            return say(wording.PROVED_LEAST_DEALT)
        return say(wording.LEAST_DEALT, least=least, more=more)
    return say(wording.PROVED_LEAST_THEN) if proved else say(wording.LEAST_THEN, least=least, more=more)


def notices(bureau: Bureau, roster: Roster) -> Iterator[str]:
    """What else a reader must know: units that were not searched for, duties that stay, unknown hours."""
    for one in roster.fallbacks:
        yield clean(say(wording.PLAIN_ROTATION, unit=bureau.units[one.unit].name, why=one.why))
    if kept := roster.notes_of(NoteKind.KEPT):
        yield say(wording.KEPT_AGAINST_RULES, number=len(kept))
    yield from map(clean, told_once(bureau, roster))
    if told := weighed(bureau):
        yield clean(told)
