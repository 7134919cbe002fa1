"""The pages of `diff`: what changed for officers, or at posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change, ChangeKind
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Duty
from rosterctl.domain.shift import own_id
from rosterctl.export.changes_csv import duty_cell
from rosterctl.export.plain_text import clock_span, counted, table
from rosterctl.insight.difference import PostChange

NOBODY, OFF_DUTY = "nobody", "off"


def officers_page(bureau: Bureau, changes: Sequence[Change]) -> Page:
    """One row an officer and date; a duty that only moved to another post shows its posts."""
    rows = [
        (
            change.day,
            person(bureau, change.officer),
            _told(bureau, change.before, change.kind),
            _told(bureau, change.after, change.kind),
            change.kind,
            change.reason,
        )
        for change in changes
    ]
    kinds = Counter(change.kind for change in changes)
    people = len({change.officer for change in changes})
    told = ", ".join(f"{kinds[kind]} {kind}" for kind in ChangeKind if kinds[kind])
    head = f"{counted(len(changes), 'change')} for {counted(people, 'officer')}: {told}"
    fields = {"changes": [_fields(bureau, change) for change in changes]}
    if not changes:
        return Page("no changes", fields)
    text = table(rows, ("date", "officer", "before", "after", "kind", "reason"))
    return Page(f"{head}\n\n{text}", fields)


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
                f"{name} ({change.post})" if name else change.post,
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
    return Page(table(rows, ("date", "time", "post", "before", "after")) if rows else "no changes", fields)


def person(bureau: Bureau, id: str) -> str:
    """`张三 (S01-004)`; the id alone of somebody whom the bureau no longer has."""
    officer = bureau.officers.get(id)
    return f"{officer.name} ({id})" if officer else id


def _people(bureau: Bureau, ids: Sequence[str]) -> str:
    return ", ".join(person(bureau, id) for id in ids) or NOBODY


def _told(bureau: Bureau, duty: Duty | None, kind: ChangeKind) -> str:
    if duty is None:
        return OFF_DUTY
    if kind in (ChangeKind.POST, ChangeKind.VEHICLE):
        return duty_cell(bureau, duty)
    shift = bureau.shifts.get(duty.shift)
    hours = clock_span(duty.slices[0].start, duty.until)
    name = f"{shift.name} {hours}" if shift else duty.shift
    by = f" ({duty.origin})" if duty.origin != "rotation" else ""
    return f"{name} {duty.unit}{by}"


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
