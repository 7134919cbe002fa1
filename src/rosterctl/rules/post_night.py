"""The post-night day is free (下夜班).

On the date on which an all-night duty ends (one that covers 00:00-05:00) no other duty starts, unless that is
an all-night duty itself: then the rules on rest and on nights in a row have their say. The post-night day
of a team is no rest day, so nobody of it is recalled on that date, not even for the night.

Source: custom of the trade [A].

Allowed: night 19:00 of the 8th to 07:00 of the 9th, then the night of the 9th from 19:00, or a day from 07:00
of the 10th.
Forbidden: night 19:00 of the 8th to 07:00 of the 9th, then a recall 17:00-19:00 on the 9th, or a recall
for its night.
"""

# ruff: noqa: ARG001 - the parts of all rules take the same arguments

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.nights import (
    date_of_end,
    date_of_start,
    meant_all_night,
    once_a_shift,
    works_all_night,
)
from rosterctl.rulekit.audit.record import Record, WorkedDuty
from rosterctl.rulekit.audit.wording import duty_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import Choice, LineBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.clock import MIDNIGHT
from rosterctl.wording import say


class Options(RuleOptions):
    """Nothing to set; turn it off where night duties may be followed by a late one."""


def allows(options: Options, bureau: Bureau, officer: Officer, choice: Choice) -> bool:
    return choice.origin is not Origin.RECALL or not _ends_a_night(bureau, officer, choice.day)


def _ends_a_night(bureau: Bureau, officer: Officer, day: date) -> bool:
    """Does the rotation give the officer's team a day off after an all-night duty?"""
    if bureau.plain_shift(officer, day) is not None:
        return False
    before = bureau.plain_shift(officer, day - timedelta(days=1))
    return before is not None and before.all_night


def constrain(options: Options, board: LineBoard) -> None:
    clock, shifts, horizon = board.bureau.clock, board.bureau.shifts, frozenset(board.days)
    for day, morrow in pairwise(board.known_days):
        if day not in horizon and morrow not in horizon:
            continue
        midnight, next_midnight = (
            clock.number(morrow, MIDNIGHT),
            clock.number(morrow + timedelta(days=1), MIDNIGHT),
        )
        for line in board.lines:
            nights = [one for one in line.choices(day) if one.all_night and one.end > midnight]
            if not nights:
                continue
            # A night that was broken off is still no late duty after a night.
            later = [
                one
                for one in line.choices(morrow)
                if one.start < next_midnight and not shifts[one.shift].all_night
            ]
            if later:
                board.at_most(line, [(choice, 1) for choice in (*nights, *later)], 1)


def check(options: Options, record: Record) -> Iterator[Finding]:
    clock = record.bureau.clock
    all_night, start, end = (
        once_a_shift(clock, ask) for ask in (works_all_night, date_of_start, date_of_end)
    )
    for line in record.lines.values():
        ends = {end(worked): worked for worked in line if all_night(worked)}
        for worked in line:
            if (
                worked.recalled
                and not worked.given
                and _comes_off_a_night(record.facts, worked.officer, worked.day)
            ):
                yield _recalled(worked)
                continue
            night = ends.get(start(worked))
            if night is None or meant_all_night(record.bureau, worked):
                continue
            if worked.day > night.day and not (worked.given and night.given):
                yield _finding(night, worked)


def _comes_off_a_night(facts: Facts, officer: Officer, day: date) -> bool:
    """Is it a day off of the team whose plain shift of the date before covers 00:00-05:00?"""
    if facts.usual(officer, day) is not None:
        return False
    before = facts.usual(officer, day - timedelta(days=1))
    return before is not None and any(
        before.start <= core and core + 5 * 60 <= before.end for core in (0, 24 * 60)
    )


def _recalled(worked: WorkedDuty) -> Finding:
    return Finding(
        "post-night",
        say(wording.RECALL_AFTER_A_NIGHT, duty=duty_text(worked)),
        unit=worked.unit,
        officer=worked.officer.id,
        day=worked.day,
    )


def _finding(night: WorkedDuty, worked: WorkedDuty) -> Finding:
    return Finding(
        "post-night",
        say(wording.DUTY_AFTER_A_NIGHT, duty=duty_text(worked), night=duty_text(night)),
        unit=worked.unit,
        officer=worked.officer.id,
        day=worked.day,
    )
