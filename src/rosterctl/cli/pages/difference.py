"""The pages of `diff`: what changed for officers, or at posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, ChangeKind, stays_of
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty, Origin
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clock_span, columns, table
from rosterctl.insight.difference import PostChange
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import LISTED, numbered, say


def officers_page(bureau: Bureau, changes: Sequence[Change]) -> Page:
    """One row an officer and date; a duty that only moved to another post shows its posts."""
    rows = [
        (
            change.day,
            person(bureau, change.officer),
            _told(bureau, change.before, change.kind),
            _told(bureau, change.after, change.kind),
            change.kind.words,
            change.reason,
        )
        for change in changes
    ]
    fields = {"changes": [_fields(bureau, change) for change in changes]}
    if not changes:
        return Page(say(wording.NO_CHANGES), fields)
    text = table(rows, columns(say(wording.CHANGES_HEADINGS)))
    return Page(f"{_head(changes)}\n\n{text}", fields)


def _head(changes: Sequence[Change]) -> str:
    kinds = Counter(change.kind for change in changes)
    people = len({change.officer for change in changes})
    told = (
        say(wording.CHANGES_OF_KIND, number=kinds[kind], kind=kind.words)
        for kind in ChangeKind
        if kinds[kind]
    )
    return say(
        wording.CHANGES_FOR_OFFICERS,
        changes=numbered(len(changes), wording.ONE_CHANGE, wording.SEVERAL_CHANGES),
        officers=numbered(people, wording.ONE_OFFICER_CHANGED, wording.OFFICERS_CHANGED),
        kinds=say(LISTED).join(told),
    )


def posts_page(bureau: Bureau, changes: Sequence[PostChange]) -> Page:
    """One row a post and stretch of time: who was there, who is."""
    sites = site_names(bureau)
    rows = []
    for change in changes:
        post = bureau.posts.get(change.post)
        name = post.name if post else sites.get(change.post, "")
        rows.append(
            (
                change.day,
                clock_span(change.start, change.end),
                say(wording.NAMED_WITH_ID, name=name, id=change.post) if name else change.post,
                _people(bureau, change.was),
                _people(bureau, change.now),
            )
        )
    fields = {
        "posts": [
            {
                "date": change.day.isoformat(),
                "start": change.start,
                "end": change.end,
                "post": change.post,
                "unit": change.unit,
                "before": list(change.was),
                "after": list(change.now),
            }
            for change in changes
        ]
    }
    if not rows:
        return Page(say(wording.NO_CHANGES), fields)
    return Page(table(rows, columns(say(wording.POST_CHANGES_COLUMNS))), fields)


def person(bureau: Bureau, id: str) -> str:
    """`张三 (S01-004)`; the id alone of somebody whom the bureau no longer has."""
    officer = bureau.officers.get(id)
    return say(wording.NAMED_WITH_ID, name=officer.name, id=id) if officer else id


def _people(bureau: Bureau, ids: Sequence[str]) -> str:
    return say(LISTED).join(person(bureau, id) for id in ids) or say(wording.NOBODY_WAS_THERE)


def _told(bureau: Bureau, duty: Duty | None, kind: ChangeKind) -> str:
    if duty is None:
        return say(wording.WAS_OFF)
    if kind in (ChangeKind.POST, ChangeKind.VEHICLE):
        shift, places = own_id(bureau.shifts, duty.shift), say(LISTED).join(_places(duty))
        return say(wording.STOOD_IN_TURN, shift=shift, unit=duty.unit, places=places)
    found = bureau.shifts.get(duty.shift)
    hours = clock_span(duty.slices[0].start, duty.until)
    name = f"{found.name} {hours}" if found else duty.shift
    if duty.origin is Origin.ROTATION:
        return say(wording.DUTY_IN_UNIT, shift=name, unit=duty.unit)
    return say(wording.DUTY_IN_UNIT_BY, shift=name, unit=duty.unit, origin=duty.origin.words)


def _places(duty: Duty) -> Iterator[str]:
    """`07:00 S01-desk`, `09:00 reserve`: since when the officer is where, with which vehicles."""
    for start, (post, vehicles) in stays_of(duty):
        yield " ".join((clock_text(start), post or say(wording.STOOD_IN_RESERVE), *vehicles))


def _fields(bureau: Bureau, change: Change) -> dict[str, Any]:
    return {
        "date": change.day.isoformat(),
        "officer": change.officer,
        "before": _duty(bureau, change.before),
        "after": _duty(bureau, change.after),
        "kind": str(change.kind),
        "reason": change.reason,
    }


def _duty(bureau: Bureau, duty: Duty | None) -> dict[str, Any] | None:
    if duty is None:
        return None
    return {
        "shift": own_id(bureau.shifts, duty.shift),
        "unit": duty.unit,
        "origin": str(duty.origin),
        "slices": [[piece.start, piece.end, piece.post, piece.vehicle_text] for piece in duty.slices],
    }
