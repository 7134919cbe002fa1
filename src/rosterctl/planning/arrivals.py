"""Whoever moves to another unit later works its rotation from then on.

The repair of a unit looks at those who belong to it on the first date, so nobody else would give them duties.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.slicing import in_reserve
from rosterctl.planning.standing import Standing


def arrivals(bureau: Bureau, stand: Standing, first: date) -> Iterator[Duty]:
    """The duties due in other units than that of the first date; none at night for the protected."""
    for officer, days in stand.due.items():
        person = bureau.officers[officer]
        for day in sorted(days):
            unit, plain = person.on(day).unit, bureau.plain_shift(person, day)
            if unit == person.on(first).unit or plain is None:
                continue
            if not (plain.touches_night and person.is_protected(day)):
                yield in_reserve(bureau, officer, day, plain.id, unit, Origin.ROTATION)
