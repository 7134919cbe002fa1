"""Events: operations on one date or several, each over several units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from rosterctl.domain.crew import Crew
from rosterctl.domain.event import Event
from rosterctl.domain.post import Level
from rosterctl.domain.unit import Unit
from rosterctl.intake.build.times import length
from rosterctl.intake.build.work import wording
from rosterctl.intake.build.work.crews import nobody_for
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.events import EventShape
from rosterctl.intake.text.yaml_items import Item
from rosterctl.timeline.clock import DAY, WallMinute
from rosterctl.wording import say


def events_of(
    contents: BureauContents, crews: Mapping[str, Crew], skills: frozenset[str], units: Mapping[str, Unit]
) -> tuple[Event, ...]:
    """One event a date, in the order of the files; its units stand on it."""
    found: list[Event] = []
    for item in contents.events:
        one = item.shape
        for number, unit in enumerate(one.units):
            contents.unit_ids.known(unit, item.at("units", number), "units")
        known = contents.crew_ids.known(one.crew, item.at("crew"), "crew")
        if not known or one.crew not in crews:
            continue
        nobody_for(contents, crews[one.crew], "crew", item.at("crew"), skills)
        for event in _dated(contents, item, crews[one.crew]):
            _units_stand(contents, item, event, units)
            found.append(event)
    return tuple(found)


def _units_stand(
    contents: BureauContents, item: Item[EventShape], event: Event, units: Mapping[str, Unit]
) -> None:
    for number, name in enumerate(event.units):
        unit = units.get(name)
        if unit is not None and not unit.stands(event.day):
            contents.mistakes.add(
                item.at("units", number),
                *wording.unit_not_at_event(name, event.day, unit.first, unit.last),
            )


def _dated(contents: BureauContents, item: Item[EventShape], crew: Crew) -> Iterator[Event]:
    """What begins before the morning handover belongs to the duty day of the date before."""
    one, day_starts = item.shape, contents.head.shape.day_starts
    start, ahead = (one.start, 0) if one.start >= day_starts else (WallMinute(one.start + DAY), 1)
    end = WallMinute(start + length(one.start, one.end))
    if end > day_starts + DAY:
        contents.mistakes.add(
            item.at("to"),
            *wording.event_across_the_handover(day_starts),
        )
    for number, day in enumerate(one.dates):
        if day in one.dates[:number]:
            contents.mistakes.add(item.at("dates", number), *say(wording.EVENT_DATE_TWICE, day=day))
    for day in dict.fromkeys([one.date] if one.date else one.dates):
        name = f"{one.id}@{day}" if one.dates else one.id
        yield Event(
            name,
            one.name,
            _back(day, ahead),
            start,
            end,
            tuple(one.units),
            one.sites,
            Level[one.level.name],
            crew,
            item.place,
        )


def _back(day: date, days: int) -> date:
    return day - timedelta(days=days)
