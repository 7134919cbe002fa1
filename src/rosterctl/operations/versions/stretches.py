"""Which roster counts on which date where one is laid beside what is published.

On a date that both have the new one counts, unless the date is before the first on which it may; on all
others that are not over, what is published stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.operations.current_roster import Published, instant_of
from rosterctl.operations.retired_shifts import in_shifts_then
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import horizon_of
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class NewRoster:
    """The roster of a folder with its bureau, which the audit found clean.

    Of what is published, no date before `since` gives way to it. Where somebody goes back to an old version
    `version` is its number, else 0. With `drops_later` nothing is published any more after its last date.
    """

    folder: Path
    bureau: Bureau
    roster: Roster
    since: date = date.min
    version: int = 0
    drops_later: bool = False


@dataclass(frozen=True)
class PublishedDates:
    """What is published for each date: that of the first of the layers that has it.

    Mostly the current version is the only layer. Only where it begins later than today, as after a night with
    a wrong clock, the versions before it say what people were told of the dates until then.
    """

    layers: tuple[Published, ...]

    @property
    def base(self) -> Published:
        """The one with the earliest dates, on which the others lie."""
        return self.layers[-1]

    @property
    def end(self) -> date:
        """The date after the last."""
        return max(one.roster.horizon.end for one in self.layers)

    def in_shifts_then(self, bureau: Bureau) -> PublishedDates:
        """The same; what has begun is in the shifts as they were, where the bureau's are edited."""
        return PublishedDates(tuple(one.in_shifts_then(bureau) for one in self.layers))

    def of(self, day: date) -> Published | None:
        """The layer that says what is published for a date; None where nothing is."""
        return next((one for one in self.layers if day in one.roster.horizon), None)

    def first_not_begun(self, today: date, now: datetime) -> date:
        """Today, or tomorrow where a duty of today has begun; a date is not changed in its middle."""
        here = self.of(today)
        if here is None:
            return today
        at, number = instant_of(here.bureau, today, now), here.bureau.clock.number
        begun = (one for one in here.roster.duties if one.day == today)
        late = any(number(one.day, one.slices[0].start) < at for one in begun)
        return today + timedelta(days=late)


def published_dates(state: State, current: Version, today: date) -> PublishedDates:
    """The current version, and below it those that have dates from today on before its first."""
    layers = [Published(current, *open_roster(current.folder))]
    for version in reversed(state.versions()):
        first = layers[-1].roster.horizon.first
        if first <= today:
            break
        horizon = horizon_of(version) if version.number < current.number else None
        if horizon is not None and horizon.first < first and horizon.end > today:
            layers.append(Published(version, *open_roster(version.folder)))
    return PublishedDates(tuple(layers))


@dataclass(frozen=True)
class RosterStretch:
    """The dates from `first` to the one before `end` of a roster, and the bureau that it was made for."""

    bureau: Bureau
    roster: Roster
    first: date
    end: date


@dataclass(frozen=True)
class Beside:
    """A new roster laid beside what is published, as seen on a date and at an instant of it."""

    published: PublishedDates
    new: NewRoster
    today: date
    now: datetime

    def at(self, day: date) -> Published | NewRoster | None:
        """Which of them counts on a date."""
        here, new = self.published.of(day), self.new
        if day in new.roster.horizon and (day >= new.since or here is None):
            return new
        if new.drops_later and day >= max(new.roster.horizon.end, new.since):
            return None
        return here

    def is_new(self, day: date) -> bool:
        """Does the new one count on this date?"""
        return self.at(day) is self.new

    @cached_property
    def begin(self) -> date:
        """The first date of which something counts that is not over, mostly the night before; else today.

        Found once: every duty of all rosters is looked at, and `dropped` asks for each of a city's thirty
        thousand.
        """
        every: tuple[Published | NewRoster, ...] = (self.new, *self.published.layers)
        firsts = map(self._first_of, every)
        return min((one for one in firsts if one is not None), default=self.today)

    def _first_of(self, one: Published | NewRoster) -> date | None:
        at, number = instant_of(one.bureau, self.today, self.now), one.bureau.clock.number
        past = (duty for duty in one.roster.duties if duty.day < self.today)
        late = {duty.day for duty in past if number(duty.day, duty.until) > at}
        days = (*sorted(late), *(day for day in one.roster.horizon if day >= self.today))
        return next((day for day in days if self.at(day) is one), None)

    def stretches(self) -> Iterator[RosterStretch]:
        """What counts of each, in the order of their dates."""
        begin, end = self.begin, max(self.published.end, self.new.roster.horizon.end)
        days = Horizon(begin, max((end - begin).days, 0))
        for _, together in groupby(days, key=lambda day: id(self.at(day))):
            first, *more = together
            one = self.at(first)
            if one is not None:
                last = more[-1] if more else first
                yield RosterStretch(one.bureau, one.roster, first, last + timedelta(days=1))

    def counting(self) -> Iterator[tuple[Bureau, Roster]]:
        """Each roster with its bureau and no duties but those of its stretches; of the first its past too.

        What another one has of these dates is not worked: nothing of it has begun, whatever its times.
        """
        for number, one in enumerate(self.stretches()):
            is_past = number == 0 and one.first < self.published.base.roster.horizon.first
            begin = date.min if is_past else one.first
            duties = tuple(duty for duty in one.roster.duties if begin <= duty.day < one.end)
            yield one.bureau, replace(one.roster, before=one.roster.before if is_past else (), duties=duties)

    def in_shifts_then(self, bureau: Bureau) -> Beside:
        """The same; what has begun is in the shifts as they were, where the bureau's are edited."""
        new = replace(self.new, roster=in_shifts_then(bureau, self.new.roster))
        return replace(self, published=self.published.in_shifts_then(bureau), new=new)

    @property
    def dates(self) -> Horizon:
        """Those on which the new one counts; without a date where none of its is to come."""
        own = self.new.roster.horizon
        first = next((day for day in own if day >= self.begin and self.is_new(day)), own.end)
        return Horizon(first, (own.end - first).days)

    def dropped(self) -> Iterator[Duty]:
        """The published duties to come of dates on which nothing counts any more."""
        for layer in self.published.layers:
            for duty in layer.roster.duties:
                is_there = duty.day >= self.begin and self.published.of(duty.day) is layer
                if is_there and self.at(duty.day) is None:
                    yield duty
