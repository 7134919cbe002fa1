"""A calendar file of duties; `icalendar` writes it, the library that the field keeps up for this.

Times are instants in UTC, so that they are right in every zone and in the nights on which the clocks change.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import icalendar

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty, Origin
from rosterctl.export.ics import wording
from rosterctl.export.ics.entries import CalendarEntry, EntryKey
from rosterctl.export.plain_text import clean
from rosterctl.timeline.clock import EPOCH, WallMinute, clock_text
from rosterctl.wording import say

PRODUCT = "-//rosterctl//duties//EN"


def calendar_ics(
    bureau: Bureau, entries: Mapping[EntryKey, CalendarEntry], name: str, stamp: datetime, *, named: bool
) -> bytes:
    """The file's bytes. `stamp` is when the newest version was made; `named` puts the officer first."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    posts = {one.id: one.name for one in bureau.posts.values()} | site_names(bureau)
    for key, entry in entries.items():
        calendar.add_component(_event(bureau, posts, key, entry, stamp, named=named))
    return bytes(calendar.to_ical())


def _event(
    bureau: Bureau,
    posts: Mapping[str, str],
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
    event.add("summary", clean(_summary(bureau, duty, named=named)))
    event.add("description", "\n".join(map(clean, _description(bureau, posts, duty))))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _instant(bureau: Bureau, duty: Duty, minute: WallMinute) -> datetime:
    return EPOCH + timedelta(minutes=bureau.clock.number(duty.day, minute))


def _summary(bureau: Bureau, duty: Duty, *, named: bool) -> str:
    shift = bureau.shifts[duty.shift].name if duty.shift in bureau.shifts else duty.shift
    words = {Origin.RECALL: say(wording.RECALLED), Origin.EXCHANGE: say(wording.EXCHANGED)}
    what = f"{shift} ({words[duty.origin]})" if duty.origin in words else shift
    officer = bureau.officers.get(duty.officer)
    return say(wording.DUTY_OF, name=officer.name, shift=what) if named and officer else what


def _description(bureau: Bureau, posts: Mapping[str, str], duty: Duty) -> list[str]:
    """Where the duty is served, and who stands where from when on."""
    unit = bureau.units[duty.unit].name if duty.unit in bureau.units else duty.unit
    lines = [say(wording.SERVED_IN, unit=unit)]
    for piece in duty.slices:
        post = posts.get(piece.post, piece.post) or say(wording.STANDS_IN_RESERVE)
        lines.append(
            f"{clock_text(piece.start)} {post}{f' ({piece.vehicle_text})' if piece.vehicles else ''}"
        )
    return lines
