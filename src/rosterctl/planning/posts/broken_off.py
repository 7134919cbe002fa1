"""Duties that end before their shift does, because the officer falls away while on duty."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.roster import Duty, Slice
from rosterctl.planning import wording
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.timeline.clock import MIDNIGHT, clock_text
from rosterctl.wording import say


def worked_part(bureau: Bureau, duty: Duty) -> Duty | None:
    """What is worked of a duty in which an absence begins at a time; the same duty where none does.

    None where the absence begins before it: then there is nothing to work.
    """
    officer = bureau.officers.get(duty.officer)
    number = bureau.clock.number
    start, end = number(duty.day, duty.slices[0].start), number(duty.day, duty.until)
    away = None if officer is None else bureau.absence_at(officer, start, end)
    if away is None:
        return duty
    since = number(away.first, away.start or MIDNIGHT)
    return duty.broken_off(bureau.clock.wall_minute(duty.day, since)) if start < since else None


def is_over_before(absence: Absence, duty: Duty) -> bool:
    """Does the absence begin on the date of the duty, and no sooner than the duty ends?"""
    return absence.start is not None and absence.first == duty.day and duty.until <= absence.start


def made_whole(bureau: Bureau, duty: Duty) -> Duty:
    """The duty to the end of its shift, in reserve where it was broken off; the same if it was not.

    `bureau` is one in whose times it stands.
    """
    shift = bureau.shifts.get(duty.shift)
    if shift is None or duty.until >= shift.end:
        return duty
    return replace(duty, slices=(*duty.slices, Slice(duty.until, shift.end, "")))


def why_broken_off(bureau: Bureau, duty: Duty) -> str:
    """For the officer and the planner: since when they are away."""
    number = bureau.clock.number
    start, end = number(duty.day, duty.slices[0].start), number(duty.day, duty.until)
    away = bureau.absence_at(bureau.officers[duty.officer], start, end)
    if away is None:
        return ""
    kind, clock = away.kind.words, clock_text(away.start or MIDNIGHT)
    return say(wording.AWAY_SINCE, kind=kind, day=away.first, clock=clock)


def as_worked(bureau: Bureau, duty: Duty, choice: Choice) -> Choice:
    """The choice, ended where the duty was broken off."""
    shift = bureau.worked_shift(duty)
    if shift is bureau.shifts[duty.shift]:
        return choice
    return choice_of(bureau, duty.day, shift, duty.unit, duty.origin, choice.plain)
