"""Shifts that a published roster works and the bureau's files no longer have: edited, renamed, or taken out.

What was worked of them still counts for rest and hours, and a duty of them that runs goes on; so they are
carried in the bureau's folder (`carried/shifts.yaml`) for as long as the roster looks back at them. Units
cannot offer them any more. A shift that was edited is carried as it was, under an id of its own, with the
last date on which a duty of it has begun: until then the rotation gave it, and that date is worked as
published. Nobody but `roster.json` and that file knows this id: people are told the shift's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.shift import Shift, shift_as_of
from rosterctl.storage.roster.folder import BUREAU, open_roster, read_roster
from rosterctl.timeline.clock import DAY, Instant, clock_text

RETIRED = "carried/shifts.yaml"
LONGEST_ID = 40
"""So much of an id begins that of the shift as it was; its times follow. Ids have 64 characters."""


def retired_files(
    bureau: Bureau, rosters: Iterable[tuple[Bureau, Roster]], now: Instant | None = None
) -> Mapping[str, bytes]:
    """The file with the shifts that the rosters work and the bureau does not have; empty when it has all.

    Each roster comes with the bureau for which it was made; the first one that has a shift says what it is.
    Shifts that were edited are among them as far as their duties have begun by now; without it none have.
    """
    here = {id: one for id, one in bureau.shifts.items() if one.place.file != RETIRED}
    found: dict[str, Shift] = {}
    for then, roster in rosters:
        duties = (*roster.before, *roster.duties)
        for id in sorted({duty.shift for duty in duties}):
            old, new = then.shifts[id], here.get(id)
            if new is None:
                found.setdefault(id, old)
            elif now is not None and _times(old) != _times(new):
                last = _last_begun(then, [duty for duty in duties if duty.shift == id], (old, new), now)
                if last is not None:
                    was = _as_it_was({**here, **found}, old, last)
                    found[was.id] = was
    if not found:
        return {}
    # JSON is YAML, and it quotes whatever a name may hold.
    rows = ",\n".join(json.dumps(dict(_fields(one)), ensure_ascii=False) for one in found.values())
    return {RETIRED: f'{{"shifts": [\n{rows}\n]}}\n'.encode()}


def in_shifts_then(bureau: Bureau, roster: Roster) -> Roster:
    """The roster with the duties of edited shifts that have begun in the shifts as they were then."""
    ids: dict[tuple[str, date], str] = {}

    def then(duty: Duty) -> Duty:
        key = duty.shift, duty.day
        if key not in ids:
            known = duty.shift in bureau.shifts
            ids[key] = shift_as_of(bureau.shifts, *key).id if known else duty.shift
        return duty if ids[key] == duty.shift else replace(duty, shift=ids[key])

    before, duties = (tuple(map(then, several)) for several in (roster.before, roster.duties))
    return replace(roster, before=before, duties=duties)


def in_own_shifts(bureau: Bureau, roster: Roster) -> Roster:
    """The roster with every duty under its shift's own id, to be compared with one of another bureau."""
    ids = {id: one.was for id, one in bureau.shifts.items() if one.was}

    def own(duty: Duty) -> Duty:
        return replace(duty, shift=ids[duty.shift]) if duty.shift in ids else duty

    if not ids:
        return roster
    before, duties = (tuple(map(own, several)) for several in (roster.before, roster.duties))
    return replace(roster, before=before, duties=duties)


def roster_as_told(folder: Path) -> Roster:
    """The roster of a folder in the shifts' own ids. BadInput and OSError as in `open_roster`."""
    if not (folder / BUREAU / RETIRED).is_file():
        return read_roster(folder)
    return in_own_shifts(*open_roster(folder))


def _times(shift: Shift) -> tuple[int, int, int]:
    return shift.start, shift.end, shift.break_minutes


def _last_begun(bureau: Bureau, duties: Sequence[Duty], both: Sequence[Shift], now: Instant) -> date | None:
    """The last date on which one has begun; nobody can keep a new start that is over either."""
    days = {duty.day for duty in duties}
    return max(
        (day for day in days if any(bureau.clock.number(day, one.start) < now for one in both)), default=None
    )


def _as_it_was(known: Mapping[str, Shift], old: Shift, last: date) -> Shift:
    """Under the first id that is free, or that it has already."""
    stem = f"{old.id[:LONGEST_ID]}-{clock_text(old.start)}-{clock_text(old.end)}".replace(":", "")
    for number in count(1):
        id = stem if number == 1 else f"{stem}-{number}"
        was = replace(old, id=id, was=old.id, until=last)
        if known.get(id, was) == was:
            return was
    raise AssertionError("numbers do not end")


def _fields(shift: Shift) -> Iterator[tuple[str, str | int]]:
    """In the keys and units that the intake reads: clock times, hours of break, minutes of handover."""
    yield from (("id", shift.id), ("name", shift.name), ("symbol", shift.symbol))
    yield "start", clock_text(shift.start) if shift.start < DAY else "24:00"
    yield "end", clock_text(shift.end % DAY)
    yield "break", f"{shift.break_minutes / 60:.2f}"
    yield "handover", shift.handover
    if shift.until is not None:
        yield from (("was", shift.was), ("until", shift.until.isoformat()))
