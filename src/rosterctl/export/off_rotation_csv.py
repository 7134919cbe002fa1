"""`off_rotation.csv`: a row for each plain duty that its officer, who is there, does not work at home.

- `date` is the duty's date, `unit_id`, `unit` and `team` are the officer's own on it.
- `shift` is the plain shift, from `start` to `end`; `end_next_day` says that `end` is on another date.
- `cause` is `rotation` where the rotation breaks a rule by itself, `person` where the law keeps the duty from
  the officer, `duties` where it does not go with what they work besides, `company` where those who must be
  beside them are not there, `posts` where they are free for the sake of posts, `loan` where they serve in
  another unit. `rule` is the rule that takes the duty, empty where none does.
"""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import OffRotation, Roster
from rosterctl.domain.shift import own_id
from rosterctl.export.spreadsheet import Sheet, yes_no
from rosterctl.timeline.clock import DAY, clock_text

OFF_COLUMNS = (
    *("date", "unit_id", "unit", "team", "officer_id", "badge", "name", "role"),
    *("shift", "start", "end", "end_next_day", "cause", "rule"),
)


def off_rotation_csv(bureau: Bureau, roster: Roster, sheet: Sheet) -> bytes:
    """The file's bytes; rows are by date and officer."""
    return sheet.file(OFF_COLUMNS, _rows(bureau, roster, sheet))


def _rows(bureau: Bureau, roster: Roster, sheet: Sheet) -> Iterator[str]:
    return (_row(bureau, one, sheet) for one in roster.off_rotation or ())


def _row(bureau: Bureau, one: OffRotation, sheet: Sheet) -> str:
    """Who, the plain shift, and why."""
    officer, shift, unit = bureau.officers[one.officer], bureau.shifts[one.shift], bureau.units[one.unit]
    who = officer.on(one.day).team, officer.id, officer.badge, officer.name, officer.role
    times = clock_text(shift.start), clock_text(shift.end), yes_no(shift.end >= DAY)
    plain = own_id(bureau.shifts, one.shift), *times
    return sheet.row((one.day.isoformat(), unit.id, unit.name, *who, *plain, one.cause, one.rule))
