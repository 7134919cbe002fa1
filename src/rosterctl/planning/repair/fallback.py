"""Where no repair is found, people whose absences have changed work the plain rotation and no recall."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.posts.slices import in_reserve


def plain_instead(
    bureau: Bureau, unit: str, altered: Collection[str], lines: Mapping[str, Mapping[date, Duty]]
) -> Iterator[tuple[Duty, Duty | None]]:
    """Each duty of theirs in the unit that is not plain, and the plain one; None on a day off."""
    for officer in sorted(lines.keys() & set(altered)):
        person = bureau.officers[officer]
        for day, duty in sorted(lines[officer].items()):
            plain = bureau.plain_shift(person, day)
            kept = duty.origin is Origin.EXCHANGE or (plain is not None and duty.shift == plain.id)
            if kept or person.on(day).unit != unit:
                continue
            if plain is None:
                yield duty, None
            else:
                yield duty, in_reserve(bureau, officer, day, plain.id, unit, Origin.ROTATION)
