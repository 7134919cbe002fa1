"""Recalls that nobody needs any more, because those are back for whom somebody was called in.

They stay: people were told, and have planned with it. The roster says who could stay at home, and the planner
decides. A recall is spare where without it no legal minimum, plan or strength target is worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Note, NoteKind, Origin
from rosterctl.domain.tier import SHORTAGES
from rosterctl.planning import wording
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import presences_of
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.event_sites import sites_counted, sites_published
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import ONE_DAY
from rosterctl.wording import LISTED, say


def with_spare_recalls(
    bureau: Bureau, before: Bureau, found: Carried, rules: Sequence[Rule], settings: Settings, earliest: int
) -> Carried:
    """The roster with a note that says who could stay at home on which dates, if anybody could.

    Only dates are looked at on which somebody is back who was away in the bureau `before`, and recalls that
    begin at `earliest` (minutes since 1970-01-01 UTC) or later: a false alarm may end an hour before. The
    longest are looked at first: a plain duty is manned again, and took most to man.
    """
    days = set(_unit_days_back(bureau, before, found))
    duties, spare = list(found.roster.duties), []
    recalls = [one for one in duties if one.origin is Origin.RECALL and (one.unit, one.day) in days]
    recalls = [one for one in recalls if bureau.clock.number(one.day, one.slices[0].start) >= earliest]
    for duty in sorted(recalls, key=lambda one: one.slices[0].start - one.until):
        if not _Need(bureau, rules, settings, duty).is_there(duties):
            duties.remove(duty)
            spare.append((duty.officer, duty.day))
    if not spare:
        return found
    days_of = say(LISTED)
    people = say(wording.ONE_BY_ONE).join(
        say(wording.ON_DATE, officer=officer, days=days_of.join(str(day) for _, day in rows))
        for officer, rows in groupby(sorted(spare), key=lambda one: one[0])
    )
    note = Note(NoteKind.SPARE, say(wording.SPARE_RECALLS, people=people), say(wording.NOTHING_SHORT))
    return replace(found, roster=replace(found.roster, notes=(*found.roster.notes, note)))


def _unit_days_back(bureau: Bureau, before: Bureau, found: Carried) -> Iterator[tuple[str, date]]:
    for one in found.changes:
        now, then = bureau.officers.get(one.officer), before.officers.get(one.officer)
        if one.after is None or now is None or then is None:
            continue
        if bureau.is_present(now, one.day) and not before.is_present(then, one.day):
            yield one.after.unit, one.day


@dataclass(frozen=True)
class _Need:
    """Whether anything is short without a recall that is not short with it."""

    bureau: Bureau
    rules: Sequence[Rule]
    settings: Settings
    recall: Duty

    def is_there(self, duties: Sequence[Duty]) -> bool:
        others = [one for one in duties if one != self.recall]
        if self._is_below_a_target(others):
            return True
        short = self._short(duties)
        return short is None or self._short(others) != short

    def _short(self, duties: Sequence[Duty]) -> tuple[int, ...] | None:
        """Person-minutes short of the legal minima and the plan; None where time ran out."""
        unit, day = self.recall.unit, self.recall.day
        days, near = (day, day + ONE_DAY), (day - ONE_DAY, day, day + ONE_DAY)
        here = [one for one in duties if one.unit == unit and one.day in near]
        there = [
            (
                one.officer,
                choice_of(self.bureau, one.day, self.bureau.worked_shift(one), unit, one.origin, False),
            )
            for one in here
        ]
        sites = sites_counted(sites_published(self.bureau, here), (unit,))
        people = presences_of(self.bureau, self.rules, there)
        cover = Cover(self.bureau, days, people, Model(), hosted=sites, units=[unit])
        for rule in self.rules:
            if rule.cover and rule.repaired:
                rule.cover(cover)
        outcome = minimise(cover.model, goals_of(cover.model, SHORTAGES[:2]), self.settings)
        return tuple(one.value for one in outcome.tiers) if isinstance(outcome, Solved) else None

    def _is_below_a_target(self, others: Sequence[Duty]) -> bool:
        """Is a strength target missed in the hours of the recall, when it is not there?"""
        start, end = self._span(self.recall)
        for target in self.bureau.strengths:
            spans = [self._span(one) for one in others if target.covers(one.unit)]
            for day in (self.recall.day, self.recall.day + ONE_DAY):
                if target.covers(self.recall.unit) and target.applies(day, self.bureau.calendar.types(day)):
                    since = max(start, self.bureau.clock.number(day, target.start))
                    until = min(end, self.bureau.clock.number(day, target.end))
                    cuts = {since, *(at for span in spans for at in span if since < at < until)}
                    heads = [sum(a <= at < b for a, b in spans) for at in cuts if since < until]
                    if any(number < target.heads for number in heads):
                        return True
        return False

    def _span(self, duty: Duty) -> tuple[Instant, Instant]:
        number = self.bureau.clock.number
        return number(duty.day, duty.slices[0].start), number(duty.day, duty.until)
