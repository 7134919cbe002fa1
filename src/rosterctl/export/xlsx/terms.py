"""The trade's words for what files name in English: weekdays, roles, what calls for a duty, tiers."""

from __future__ import annotations

from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Role
from rosterctl.domain.roster import Origin
from rosterctl.domain.tier import Tier
from rosterctl.export.xlsx import wording
from rosterctl.timeline.clock import DAY, clock_text
from rosterctl.wording import say


def weekday_name(day: date) -> str:
    return (
        say(wording.ON_MONDAY),
        say(wording.ON_TUESDAY),
        say(wording.ON_WEDNESDAY),
        say(wording.ON_THURSDAY),
        say(wording.ON_FRIDAY),
        say(wording.ON_SATURDAY),
        say(wording.ON_SUNDAY),
    )[day.weekday()]


def role_name(role: Role) -> str:
    return say(wording.SWORN if role is Role.SWORN else wording.AUXILIARY)


def team_name(bureau: Bureau, unit: str, team: str) -> str:
    """What the unit calls the team under the last of its models that has it; the id where none has."""
    names = {one.id: one.name for model in bureau.units[unit].models for one in model.teams}
    return names.get(team, team)


def time_text(minute: int) -> str:
    """Of minutes since midnight of a row's date; from 24:00 on it says that the next date is meant."""
    clock = clock_text(minute)
    return say(wording.ON_THE_NEXT_DATE, clock=clock) if minute >= DAY else clock


def origin_name(origin: Origin) -> str:
    return {
        Origin.ROTATION: say(wording.ROTATION),
        Origin.RECALL: say(wording.RECALL),
        Origin.EXCHANGE: say(wording.EXCHANGE),
    }[origin]


def tier_name(tier: Tier) -> str:
    return {
        Tier.LEGAL: say(wording.LEGAL_TIER),
        Tier.PLAN: say(wording.PLAN_TIER),
        Tier.STRENGTH: say(wording.STRENGTH_TIER),
        Tier.CHANGES: say(wording.CHANGES_TIER),
        Tier.HOURS: say(wording.HOURS_TIER),
        Tier.FAIRNESS: say(wording.FAIRNESS_TIER),
        Tier.WISHES: say(wording.WISHES_TIER),
    }[tier]


def tier_measure(tier: Tier) -> str:
    """What one unit of `value_in_hours` is."""
    if tier <= Tier.STRENGTH:
        return say(wording.HOURS_SHORT)
    if tier is Tier.CHANGES:
        return say(wording.DUTIES_HEAD)
    return say(wording.HOURS if tier is Tier.HOURS else wording.POINTS)


def value_in_hours(tier: Tier, value: int) -> float:
    """Minutes as hours; duties and points as they are."""
    return value / 60 if tier <= Tier.STRENGTH or tier is Tier.HOURS else value
