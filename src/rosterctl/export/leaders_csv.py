"""`leaders.csv`: who leads in every unit, hour by hour of every duty day.

A row is a stretch of a duty day in which the leaders on duty in a unit stay the same; a stretch with nobody
has 0 `leaders`. `skills` are those that they hold between them. `end_next_day` says that `end` is on another
date than `date`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, groupby

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Roster
from rosterctl.export.spreadsheet import Sheet, yes_no
from rosterctl.timeline.clock import DAY, clock_text
from rosterctl.timeline.cuts import cut_at

LEADERS_COLUMNS = (
    *("date", "unit_id", "unit", "start", "end", "end_next_day", "leaders", "skills", "officer_ids", "names"),
)
Stint = tuple[int, int, Officer]
"""Start and end in minutes since midnight of the duty day's date, and who."""


def leaders_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes."""
    return sheet.file(LEADERS_COLUMNS, _rows(bureau, roster, sheet))


def _rows(bureau: Bureau, roster: Roster, sheet: Sheet) -> Iterator[str]:
    stints = _stints(bureau, roster)
    for day in roster.horizon:
        for unit in bureau.units.values():
            within = bureau.day_starts, bureau.day_starts + DAY
            for start, end, leaders in _stretches(stints.get((day, unit.id), []), *within):
                yield _row(sheet, day, unit.id, unit.name, start, end, leaders)


def _stints(bureau: Bureau, roster: Roster) -> dict[tuple[date, str], list[Stint]]:
    """By date and unit who may lead there; a duty that runs past the morning counts on the next date too."""
    found: dict[tuple[date, str], list[Stint]] = {}
    for duty in (*roster.before, *roster.duties):
        officer = bureau.officers[duty.officer]
        if not officer.leader or officer.role is not Role.SWORN:
            continue
        shift = bureau.worked_shift(duty)
        for day in roster.horizon:
            ahead = (day - duty.day).days * DAY
            if ahead > shift.end - bureau.day_starts:
                break
            if ahead + bureau.day_starts + DAY > shift.start:
                stint = shift.start - ahead, shift.end - ahead, officer
                found.setdefault((day, duty.unit), []).append(stint)
    return found


def _stretches(stints: Iterable[Stint], start: int, end: int) -> Iterator[tuple[int, int, list[Officer]]]:
    stints = list(stints)
    pieces = [
        (since, until, [officer for from_, to, officer in stints if from_ <= since and until <= to])
        for since, until in cut_at(start, end, chain.from_iterable(stint[:2] for stint in stints))
    ]
    for officers, run in groupby(pieces, key=lambda piece: piece[2]):
        same = list(run)
        yield same[0][0], same[-1][1], officers


def _row(sheet: Sheet, day: date, unit: str, name: str, start: int, end: int, leaders: list[Officer]) -> str:
    skills = sorted({skill for officer in leaders for skill in officer.skills})
    times = clock_text(start), clock_text(end), yes_no(end >= DAY)
    people = " ".join(officer.id for officer in leaders), " ".join(officer.name for officer in leaders)
    return sheet.row((day.isoformat(), unit, name, *times, len(leaders), " ".join(skills), *people))
