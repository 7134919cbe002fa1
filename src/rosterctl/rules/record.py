"""A roster as it was worked, in datetimes: what the checks of the rules read.

Nothing here knows how the roster was made; it is rebuilt from the bureau's files and the duties on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.shift import Shift
from rosterctl.timeline.span import Span

AFTER_DAYS = 2


@dataclass(frozen=True, slots=True)
class Worked:
    """A duty with its officer, its shift and its instants (UTC).

    `given` marks what this roster did not decide: duties before the horizon, and those that the rotation
    alone will give in the two days after it (for rest).
    """

    officer: Officer
    day: date
    shift: Shift
    unit: str
    recalled: bool
    span: Span
    paid: timedelta
    given: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """One slice of a duty in instants (UTC): an officer at a post (empty: reserve) of a unit."""

    officer: Officer
    unit: str
    day: date
    post: str
    vehicles: tuple[str, ...]
    span: Span


class Record:
    """A bureau and a roster, indexed for the checks."""

    def __init__(self, bureau: Bureau, roster: Roster) -> None:
        self.bureau = bureau
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
    def duties(self) -> tuple[Worked, ...]:
        """What the roster decided, by officer and start."""
        return tuple(worked for line in self.lines.values() for worked in line if not worked.given)

    @cached_property
    def lines(self) -> Mapping[str, tuple[Worked, ...]]:
        """For every officer id the duties before, in and after the horizon, in order of their start."""
        lines: dict[str, list[Worked]] = {officer: [] for officer in self.bureau.officers}
        for duty in self.roster.before:
            lines[duty.officer].append(self._worked(duty, given=True))
        for duty in self.roster.duties:
            lines[duty.officer].append(self._worked(duty, given=False))
        for officer in self.bureau.officers.values():
            lines[officer.id].extend(self._after(officer))
        return {officer: tuple(sorted(line, key=lambda one: one.span)) for officer, line in lines.items()}

    def decided(self, officer: str) -> tuple[Worked, ...]:
        """The officer's duties in the horizon, in order."""
        return tuple(worked for worked in self.lines[officer] if not worked.given)

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """Every slice of every duty that was decided or known before, in order of its start."""
        found = [stay for duty in (*self.roster.before, *self.roster.duties) for stay in self._stays(duty)]
        return tuple(sorted(found, key=lambda stay: (stay.span, stay.officer.id)))

    @cached_property
    def stays_by_post(self) -> Mapping[str, tuple[Stay, ...]]:
        return self._grouped("post")

    @cached_property
    def stays_by_unit(self) -> Mapping[str, tuple[Stay, ...]]:
        return self._grouped("unit")

    def _grouped(self, field: str) -> Mapping[str, tuple[Stay, ...]]:
        found: dict[str, list[Stay]] = {}
        for stay in self.stays:
            found.setdefault(getattr(stay, field), []).append(stay)
        return {key: tuple(stays) for key, stays in found.items()}

    def _stays(self, duty: Duty) -> Iterator[Stay]:
        officer = self.bureau.officers[duty.officer]
        for piece in duty.slices:
            span = self.bureau.clock.span(duty.day, piece.start, piece.end)
            yield Stay(officer, duty.unit, duty.day, piece.post, tuple(piece.vehicle.split()), span)

    def _worked(self, duty: Duty, *, given: bool) -> Worked:
        return self._at(
            self.bureau.officers[duty.officer],
            duty.day,
            self.bureau.shifts[duty.shift],
            duty.unit,
            duty.origin == "recall",
            given,
        )

    def _after(self, officer: Officer) -> Iterator[Worked]:
        for ahead in range(AFTER_DAYS):
            day = self.horizon.end + timedelta(days=ahead)
            shift = self.bureau.plain_shift(officer, day)
            if shift is not None and self.bureau.is_present(officer, day):
                yield self._at(officer, day, shift, officer.unit, False, True)

    def _at(
        self, officer: Officer, day: date, shift: Shift, unit: str, recalled: bool, given: bool
    ) -> Worked:
        span = self.bureau.clock.span(day, shift.start, shift.end)
        paid = span.length - timedelta(minutes=shift.break_minutes)
        return Worked(officer, day, shift, unit, recalled, span, paid, given)


def pieces(stays: tuple[Stay, ...], within: Span) -> Iterator[tuple[Span, tuple[Stay, ...]]]:
    """Cut `within` wherever somebody comes or goes; each piece with the stays that cover it, if any."""
    inside = [stay for stay in stays if stay.span.overlaps(within)]
    cuts: set[datetime] = {within.start, within.end}
    for stay in inside:
        cuts.update(at for at in (stay.span.start, stay.span.end) if within.start < at < within.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        yield piece, tuple(stay for stay in inside if stay.span.covers(piece))
