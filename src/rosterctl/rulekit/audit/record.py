"""A roster as it was worked, in datetimes: what the checks of the rules read.

Nothing here knows how the roster was made; it is rebuilt from the bureau's files and the duties on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.event import Event
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.shift import Shift
from rosterctl.rulekit.audit.facts.facts import Facts
from rosterctl.rulekit.audit.facts.rotas import DAY_OFF
from rosterctl.rulekit.audit.facts.wanted import WantedPost, event_sites
from rosterctl.rulekit.audit.manning import Manning, Watch
from rosterctl.rulekit.audit.stays import Stays
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.timeline.span import Span

AFTER_DAYS = 2


@dataclass(frozen=True, slots=True)
class WorkedDuty:
    """A duty with its officer, its shift (as far as it was worked) and its instants (UTC).

    `given` marks what this roster did not decide: duties before the horizon, and those that the rotation
    alone will give in the two days after it (for rest). `owner` is whose duty it is by rotation or recall:
    another officer's when it was taken over. `recalled` is so too when it counts as a recall for whoever
    stepped in.
    """

    officer: Officer
    day: date
    shift: Shift
    unit: str
    recalled: bool
    span: Span
    paid: timedelta
    given: bool
    owner: Officer


class Record:
    """A bureau and a roster, indexed for the checks; `facts` is what the bureau's rows say."""

    def __init__(self, bureau: Bureau, roster: Roster) -> None:
        self.bureau = bureau
        self.facts = Facts(bureau)
        self.roster = roster
        self.horizon = roster.horizon

    @cached_property
    def accountable(self) -> Span:
        """The instants this roster answers for: first duty day's start to last duty day's end."""
        clock, starts = self.bureau.clock, self.bureau.day_starts
        return Span(clock.instant(self.horizon.first, starts), clock.instant(self.horizon.end, starts))

    def duty_day(self, day: date) -> Span:
        """From the morning handover of a date to that of the next."""
        clock, starts = self.bureau.clock, self.bureau.day_starts
        return Span(clock.instant(day, starts), clock.instant(day + timedelta(days=1), starts))

    @cached_property
    def duties(self) -> tuple[WorkedDuty, ...]:
        """What the roster decided, by officer and start."""
        return tuple(worked for line in self._decided.values() for worked in line)

    @cached_property
    def lines(self) -> Mapping[str, tuple[WorkedDuty, ...]]:
        """For every officer id the duties before, in and after the horizon, in order of their start."""
        lines: dict[str, list[WorkedDuty]] = {officer: [] for officer in self.bureau.officers}
        for duty in self.roster.before:
            lines[duty.officer].append(self._worked(duty, given=True))
        for duty in self.roster.duties:
            lines[duty.officer].append(self._worked(duty, given=False))
        for officer in self.bureau.officers.values():
            lines[officer.id].extend(self._after(officer))
        return {officer: tuple(sorted(line, key=_by_span)) for officer, line in lines.items()}

    def decided(self, officer: str) -> tuple[WorkedDuty, ...]:
        """The officer's duties in the horizon, in order."""
        return self._decided[officer]

    @cached_property
    def _decided(self) -> Mapping[str, tuple[WorkedDuty, ...]]:
        return {
            officer: tuple(worked for worked in line if not worked.given)
            for officer, line in self.lines.items()
        }

    @cached_property
    def served(self) -> Mapping[str, tuple[WorkedDuty, ...]]:
        """By unit, the duties served there that were decided or known before: the heads on duty."""
        found: dict[str, list[WorkedDuty]] = {}
        for line in self.lines.values():
            for worked in line:
                if worked.day < self.horizon.end:
                    found.setdefault(worked.unit, []).append(worked)
        return {unit: tuple(line) for unit, line in found.items()}

    @cached_property
    def stays(self) -> Stays:
        """Every slice of every duty that this roster decided, and of the known ones just before it.

        Whoever is assumed to be still on duty from before the first date counts as a head, but mans no post.
        """
        return Stays(self.bureau, (*self.roster.last_night, *self.roster.duties))

    @cached_property
    def unknown(self) -> Mapping[str, datetime]:
        """By unit until when nobody knows who is on duty there from before, because that is only assumed.

        Nothing is short of crews or leaders there until then.
        """
        found: dict[str, datetime] = {}
        for duty in self.roster.before:
            if self.roster.known_from is not None and duty.day < self.roster.known_from:
                end = self.bureau.clock.instant(duty.day, duty.slices[-1].end)
                if end > self.accountable.start:
                    found[duty.unit] = max(found.get(duty.unit, end), end)
        return found

    def known_part(self, unit: str, span: Span) -> Span | None:
        """The part of a stretch of time in which it is known who is on duty in a unit, if any."""
        start = max(span.start, self.unknown.get(unit, span.start))
        return Span(start, span.end) if start < span.end else None

    @cached_property
    def demands(self) -> tuple[WantedPost, ...]:
        """What the posts ask for on every date of the horizon."""
        return tuple(demand for day in self.horizon for demand in self.facts.wanted_on(day))

    @cached_property
    def posts_manned(self) -> tuple[Manning, ...]:
        """How every demand of a post was met, in the order of `demands`."""
        watch, clock = Watch(), self.bureau.clock
        return tuple(
            watch.manning(
                demand.post.id,
                demand.day,
                clock.span(demand.day, demand.start, demand.end),
                demand.crews,
                self.stays.at(demand.post.id, demand.day),
            )
            for demand in self.demands
        )

    @cached_property
    def sites_manned(self) -> tuple[tuple[Event, tuple[Manning, ...]], ...]:
        """How each site of an event was manned, for the events of which this roster answers for a part."""
        watch, found = Watch(), []
        for event in self.bureau.events:
            span = self.answered(self.bureau.clock.span(event.day, event.start, event.end))
            if span is None:
                continue
            crews = ((event.level, event.crew),)
            sites = (
                watch.manning(site, event.day, span, crews, self.stays.of(site))
                for site in event_sites(event)
            )
            found.append((event, tuple(sites)))
        return tuple(found)

    def answered(self, span: Span) -> Span | None:
        """The part of a span that this roster answers for, if any."""
        start, end = max(span.start, self.accountable.start), min(span.end, self.accountable.end)
        return Span(start, end) if start < end else None

    def minute(self, day: date, instant: datetime) -> WallMinute:
        """Minutes by the wall clock since midnight of `day`."""
        local = self.bureau.clock.local(instant)
        return WallMinute((local.date() - day).days * DAY + local.hour * 60 + local.minute)

    def when(self, span: Span) -> str:
        """`2026-12-01 19:00-21:00`, by the wall clock."""
        local = self.bureau.clock.local
        return f"{local(span.start):%Y-%m-%d %H:%M}-{local(span.end):%H:%M}"

    def _worked(self, duty: Duty, *, given: bool) -> WorkedDuty:
        officer = self.bureau.officers[duty.officer]
        owner, recalled = officer, duty.origin == Origin.RECALL
        if duty.origin == Origin.EXCHANGE:
            taken = self.facts.stepped_in.get((officer.id, duty.day))
            owner = officer if taken is None else self.bureau.officers[taken.owner]
            home = self.facts.place_of(owner, duty.day)
            rests = self.facts.letter_at(home.unit, home.team, duty.day) == DAY_OFF
            recalled = taken is None or taken.extra or rests
        shift = self.facts.worked(duty)
        return self._at(officer, duty.day, shift, duty.unit, recalled, given, owner)

    def _after(self, officer: Officer) -> Iterator[WorkedDuty]:
        for ahead in range(AFTER_DAYS):
            day = self.horizon.end + timedelta(days=ahead)
            shift = self.facts.usual(officer, day)
            if shift is not None and self.facts.is_there(officer, day):
                home = self.facts.place_of(officer, day)
                yield self._at(officer, day, shift, home.unit, False, True, officer)

    def _at(
        self,
        officer: Officer,
        day: date,
        shift: Shift,
        unit: str,
        recalled: bool,
        given: bool,
        owner: Officer,
    ) -> WorkedDuty:
        span = self.bureau.clock.span(day, shift.start, shift.end)
        paid = self.facts.paid_time(shift, day)
        return WorkedDuty(officer, day, shift, unit, recalled, span, paid, given, owner)


def _by_span(worked: WorkedDuty) -> tuple[datetime, datetime]:
    return worked.span.start, worked.span.end
