"""Duties that come back to officers: what gave them to others, or let these off, is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import exchanges_beyond
from rosterctl.domain.roster import Duty, OffCause, OfficerDate, OffRotation
from rosterctl.planning import wording
from rosterctl.planning.roster.swaps import given_back


def without_undone(
    bureau: Bureau, before: Bureau, published: Sequence[Duty], earliest: int
) -> tuple[tuple[Duty, ...], dict[OfficerDate, str]]:
    """The duties as they were before what was taken back since, and by officer and date why.

    `before` is the bureau for which they were published. With a duty its posts go back; whether it stands in
    the bureau as it is now is looked at afterwards. What begins before `earliest` (minutes since 1970-01-01
    UTC) is worked by whoever had it then.
    """
    gone = [leg for _, legs in exchanges_beyond(before.exchanges, bureau.exchanges) for leg in legs]
    known = [leg for leg in gone if {leg.giver, leg.taker} <= bureau.officers.keys()]
    duties, moved = given_back(bureau, published, known, earliest)
    return duties, dict.fromkeys(moved, wording.TAKEN_BACK)


def given_away(bureau: Bureau, void: Collection[OfficerDate] = ()) -> frozenset[OfficerDate]:
    """Whose duty of which date is another's by an exchange in the end.

    `void` are takers and dates of exchanges that cannot be made any more: by these nothing is given.
    """
    last: dict[OfficerDate, str] = {}
    for legs in bureau.handovers:
        if not any((leg.taker, leg.day) in void for leg in legs):
            last.update({(leg.owner, leg.day): leg.taker for leg in legs})
    return frozenset(key for key, taker in last.items() if taker != key[0])


def with_company(
    bureau: Bureau,
    due: Mapping[str, frozenset[date]],
    kept: Mapping[str, Collection[date]],
    off: Iterable[OffRotation],
    earliest: int,
) -> dict[str, frozenset[date]]:
    """What is due, with the plain duties of those who were let off because nobody was there whom they need.

    `off` are those off the rotation as it was published. They come back where somebody's due duty covers
    theirs, unless they have one `kept` or it begins before `earliest` (minutes since 1970-01-01 UTC). Whether
    that is company enough the repair decides.
    """
    found = dict(due)
    for one in off:
        officer = bureau.officers.get(one.officer)
        if one.cause is not OffCause.COMPANY or officer is None or one.day in kept.get(one.officer, ()):
            continue
        plain = bureau.plain_shift(officer, one.day) if bureau.is_present(officer, one.day) else None
        if plain is None or officer.on(one.day).unit != one.unit:
            continue
        beside = (bureau.officers[who] for who, days in due.items() if one.day in days)
        shifts = (bureau.plain_shift(who, one.day) for who in beside if who.on(one.day).unit == one.unit)
        there = any(by is not None and by.start <= plain.start and plain.end <= by.end for by in shifts)
        if there and bureau.clock.number(one.day, plain.start) >= earliest:
            found[officer.id] = found.get(officer.id, frozenset()) | {one.day}
    return found
