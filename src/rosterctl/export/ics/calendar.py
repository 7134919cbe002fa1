"""A calendar file of duties; `icalendar` writes it, the library that the field keeps up for this.

Times are instants in UTC, so that they are right in every zone and in the nights on which the clocks change.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import icalendar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.export.ics import wording
from rosterctl.export.ics.entries import CalendarEntry, EntryKey
from rosterctl.export.ics.names import CalendarNames
from rosterctl.export.plain_text import clean
from rosterctl.timeline.clock import EPOCH, WallMinute, clock_text
from rosterctl.wording import say

PRODUCT = "-//rosterctl//duties//EN"


def calendar_ics(
    bureau: Bureau,
    names: CalendarNames,
    entries: Mapping[EntryKey, CalendarEntry],
    name: str,
    stamp: datetime,
    *,
    named: bool,
) -> bytes:
    """The file's bytes. `stamp` is when the newest version was made; `named` puts the officer first.

    There must be entries: a calendar without any is none (RFC 5545, section 3.6).
    """
    if not entries:
        raise RuntimeError("a calendar needs an entry")
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    for key, entry in entries.items():
        calendar.add_component(_event(bureau, names, key, entry, stamp, named=named))
    return bytes(calendar.to_ical())


def _event(
    bureau: Bureau,
    names: CalendarNames,
    key: EntryKey,
    entry: CalendarEntry,
    stamp: datetime,
    *,
    named: bool,
) -> icalendar.Event:
    officer, day, place = key
    duty, event = entry.duty, icalendar.Event()
    event.add("uid", f"{officer}-{day:%Y%m%d}-{place}@{bureau.id}.rosterctl")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("dtstart", _instant(bureau, duty, duty.slices[0].start))
    event.add("dtend", _instant(bureau, duty, duty.until))
    event.add("summary", clean(_summary(names, duty, named=named)))
    event.add("description", "\n".join(map(clean, _description(names, duty))))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _instant(bureau: Bureau, duty: Duty, minute: WallMinute) -> datetime:
    return EPOCH + timedelta(minutes=bureau.clock.number(duty.day, minute))


def _summary(names: CalendarNames, duty: Duty, *, named: bool) -> str:
    shift = names.shifts.get(duty.shift, duty.shift)
    words = {Origin.RECALL: say(wording.RECALLED), Origin.EXCHANGE: say(wording.EXCHANGED)}
    called = duty.origin in words
    what = say(wording.SHIFT_CALLED, shift=shift, origin=words[duty.origin]) if called else shift
    officer = names.officers.get(duty.officer, duty.officer)
    return say(wording.DUTY_OF, name=officer, shift=what) if named else what


def _description(names: CalendarNames, duty: Duty) -> list[str]:
    """Where the duty is served, and who stands where from when on."""
    lines = [say(wording.SERVED_IN, unit=names.units.get(duty.unit, duty.unit))]
    for piece in duty.slices:
        post = names.posts.get(piece.post, piece.post) or say(wording.STANDS_IN_RESERVE)
        where = say(wording.WITH_VEHICLES, post=post, vehicles=piece.vehicle_text) if piece.vehicles else post
        lines.append(f"{clock_text(piece.start)} {where}")
    return lines
