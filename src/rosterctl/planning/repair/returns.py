"""Duties that come back to officers: what gave them to others, or let these off, is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Handover, exchanges_beyond
from rosterctl.domain.roster import Duty, OffCause, OfficerDate, OffRotation, Origin
from rosterctl.planning import wording
from rosterctl.planning.roster.swaps import given_back
from rosterctl.wording import say


def without_undone(
    bureau: Bureau, before: Bureau, published: Sequence[Duty], first: date, earliest: int
) -> tuple[tuple[Duty, ...], dict[OfficerDate, str]]:
    """The duties as they were before what was taken back since, and by officer and date why.

    `before` is the bureau for which they were published. With a duty its posts go back; whether it stands in
    the bureau as it is now is looked at afterwards. What is worked in part stays, see `half_worked`.
    """
    stays = half_worked(bureau, before, published, first, earliest)
    gone = (legs for _, legs in exchanges_beyond(before.exchanges, bureau.exchanges) if legs not in stays)
    duties, moved = given_back(bureau, published, [leg for legs in gone for leg in legs], earliest)
    return duties, dict.fromkeys(moved, say(wording.TAKEN_BACK))


def half_worked(
    bureau: Bureau, before: Bureau, published: Sequence[Duty], first: date, earliest: int
) -> tuple[tuple[Handover, ...], ...]:
    """Exchanges that are in the files no more and of which one side was worked, or has begun.

    The other side stays, else one of the two would work both duties. What lies before `first` is over; what
    begins before `earliest` (minutes since 1970-01-01 UTC) has begun.
    """
    number = bureau.clock.number
    begun = {
        (one.officer, one.day)
        for one in published
        if one.origin is Origin.EXCHANGE and number(one.day, one.slices[0].start) < earliest
    }
    gone = (legs for _, legs in exchanges_beyond(before.exchanges, bureau.exchanges))
    return tuple(
        legs for legs in gone if any(leg.day < first or (leg.taker, leg.day) in begun for leg in legs)
    )


def agreed(
    bureau: Bureau,
    before: Bureau,
    published: Sequence[Duty],
    void: Collection[OfficerDate],
    first: date,
    earliest: int,
) -> tuple[frozenset[OfficerDate], frozenset[OfficerDate]]:
    """Who keeps the duty of another though no row says so, and whose duty is another's.

    Kept are those of `half_worked` exchanges, and what was published without a row for that reason.
    """
    half = half_worked(bureau, before, published, first, earliest)
    stays = {(leg.taker, leg.day) for legs in half for leg in legs}
    taken = {(one.officer, one.day) for one in published if one.origin is Origin.EXCHANGE}
    return frozenset(stays | taken - before.taken.keys()), given_away((*bureau.handovers, *half), void)


def given_again(bureau: Bureau, before: Bureau, given: Collection[OfficerDate]) -> frozenset[OfficerDate]:
    """Whose duty of which date is theirs again since: nobody holds it now by what is `given`.

    What a new exchange gives back to its owner changes hands as that exchange is made.
    """
    since = exchanges_beyond(bureau.exchanges, before.exchanges)
    back = {(leg.owner, leg.day) for _, legs in since for leg in legs}
    return given_away(before.handovers) - frozenset(given) - back


def given_away(
    handovers: Iterable[Sequence[Handover]], void: Collection[OfficerDate] = ()
) -> frozenset[OfficerDate]:
    """Whose duty of which date is another's by these exchanges in the end.

    `void` are takers and dates of exchanges that cannot be made any more: by these nothing is given.
    """
    last: dict[OfficerDate, str] = {}
    for legs in handovers:
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
