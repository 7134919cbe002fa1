"""Swaps and substitutions replayed on a roster that was made anew: duties change hands, the rotation stays.

Whoever takes a duty over takes it as it is, posts and vehicles included. An exchange is made wholly, as far
as its dates are the roster's, or not at all; one that is left out is named in the roster's notes, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rosterctl.audit.what_breaks import harm
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import Absence
from rosterctl.domain.people.exchange import Exchange, Handover
from rosterctl.domain.roster import Duty, Note, NoteKind, OfficerDate, Origin, Roster
from rosterctl.domain.rotation import REST
from rosterctl.planning import wording
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import say


class NoFit(Exception):
    """A duty that should change hands is not there; the message says whose."""


def apply(bureau: Bureau, roster: Roster, exchanges: Sequence[Exchange] | None = None) -> Roster:
    """The roster with the bureau's exchanges (or those of them that are named) made as far as is lawful.

    Only what an exchange breaks counts against it: what the roster breaks
    without it is not its doing.
    """
    wanted = bureau.exchanges if exchanges is None else exchanges
    made: Roster = roster
    told: list[Note] = []
    for exchange in wanted:
        try:
            made = with_exchange(bureau, made, exchange)
        except NoFit as why:
            told.append(_left_out(exchange, str(why)))
    if harm(bureau, roster, made).breaches:
        return _one_by_one(bureau, roster, wanted)
    return replace(made, notes=(*made.notes, *told)) if told else made


def without_halves(bureau: Bureau, roster: Roster, earliest: int) -> tuple[Roster, frozenset[OfficerDate]]:
    """The roster without swaps of which one side could not be made, and where that changes what is worked.

    Two rosters laid end to end may each have a side. What begins before `earliest` (minutes since 1970-01-01
    UTC), or changed hands again, stays.
    """
    taken = {(one.officer, one.day): one for one in roster.duties if one.origin is Origin.EXCHANGE}
    back: dict[OfficerDate, Duty] = {}
    told: list[Note] = []
    for exchange, legs in zip(bureau.exchanges, bureau.handovers, strict=True):
        there = [leg for leg in legs if leg.day in roster.horizon and _is_there(bureau, leg)]
        made = {key: leg for leg in there if (key := (leg.taker, leg.day)) in taken}
        if not made or len(made) == len(there) or any(leg.owner != leg.giver for leg in legs):
            continue
        if min(_begins(bureau, taken[key]) for key in made) >= earliest:
            if all(note.what != str(exchange) for note in roster.notes_of(NoteKind.LEFT_OUT)):
                told.append(_left_out(exchange, say(wording.HALF_OF_A_SWAP)))
            for key, leg in made.items():
                back[key] = taken_over(bureau, taken[key], replace(leg, giver=leg.taker, taker=leg.owner))
    if not back:
        return roster, frozenset()
    gone = {taken[key] for key in back}
    duties = sorted((*(one for one in roster.duties if one not in gone), *back.values()), key=_by_officer)
    whole = replace(roster, duties=tuple(duties), notes=(*roster.notes, *told))
    return whole, frozenset(back) | {(one.officer, one.day) for one in back.values()}


def given_back(
    bureau: Bureau, duties: Sequence[Duty], legs: Sequence[Handover], earliest: int = 0
) -> tuple[tuple[Duty, ...], frozenset[OfficerDate]]:
    """The duties without these handovers, the last taken back first, and the officers and dates concerned.

    What the taker does not hold, because they fell ill, say, cannot be given back, nor can anything to who is
    no longer in the files. What begins before `earliest` (minutes since 1970-01-01 UTC) stays.
    """
    legs = [leg for leg in legs if leg.giver in bureau.officers]
    concerned = {key for leg in legs for key in ((leg.giver, leg.day), (leg.taker, leg.day))}
    held: dict[OfficerDate, list[Duty]] = {key: [] for key in concerned}
    others = [one for one in duties if (one.officer, one.day) not in held]
    for one in duties:
        held.get((one.officer, one.day), []).append(one)
    moved: set[OfficerDate] = set()
    for leg in reversed(legs):
        mine, own = held[leg.taker, leg.day], leg.owner == leg.taker
        for duty in mine:
            if own is (duty.origin is not Origin.EXCHANGE) and _begins(bureau, duty) >= earliest:
                mine.remove(duty)
                back = taken_over(bureau, duty, replace(leg, giver=leg.taker, taker=leg.giver))
                held[leg.giver, leg.day].append(back)
                moved |= {(leg.taker, leg.day), (leg.giver, leg.day)}
                break
    if not moved:
        return tuple(duties), frozenset()
    every = (*others, *(one for several in held.values() for one in several))
    return tuple(sorted(every, key=_by_officer)), frozenset(moved)


def _is_there(bureau: Bureau, leg: Handover) -> bool:
    return bureau.is_present(bureau.officers[leg.taker], leg.day)


def _begins(bureau: Bureau, duty: Duty) -> int:
    return bureau.clock.number(duty.day, duty.slices[0].start)


def _one_by_one(bureau: Bureau, roster: Roster, exchanges: Iterable[Exchange]) -> Roster:
    made: Roster = roster
    told: list[Note] = []
    for exchange in exchanges:
        try:
            tried = with_exchange(bureau, made, exchange)
        except NoFit as why:
            told.append(_left_out(exchange, str(why)))
            continue
        found = harm(bureau, made, tried).breaches
        if found:
            told.append(_left_out(exchange, _broken(found[0])))
        else:
            made = tried
    return replace(made, notes=(*made.notes, *told))


def _broken(found: Finding) -> str:
    return say(wording.BREAKS_A_RULE, rule=found.rule, message=found.message)


def _left_out(exchange: Exchange, why: str) -> Note:
    return Note(NoteKind.LEFT_OUT, str(exchange), why)


def with_exchange(bureau: Bureau, roster: Roster, exchange: Exchange) -> Roster:
    """The roster with one exchange of the bureau made, lawful or not; NoFit if a duty is not there.

    Dates outside the roster are another roster's; with none inside the roster stays as it is.
    """
    legs = [leg for leg in _legs(bureau, exchange) if leg.day in roster.horizon]
    if not legs:
        return roster
    gone: dict[OfficerDate, Handover] = {(leg.giver, leg.day): leg for leg in legs}
    duties = {key: _held(bureau, roster, leg) for key, leg in gone.items()}
    kept = (duty for duty in roster.duties if duties.get((duty.officer, duty.day)) is not duty)
    moved = (taken_over(bureau, duties[key], leg) for key, leg in gone.items())
    return replace(roster, duties=tuple(sorted((*kept, *moved), key=_by_officer)))


def _legs(bureau: Bureau, exchange: Exchange) -> Sequence[Handover]:
    known: Mapping[int, Sequence[Handover]] = {
        id(one): legs for one, legs in zip(bureau.exchanges, bureau.handovers, strict=True)
    }
    return known[id(exchange)]


def _held(bureau: Bureau, roster: Roster, leg: Handover) -> Duty:
    """The duty that the giver has: their own, or the one they have taken over from the owner."""
    own = leg.owner == leg.giver
    for duty in roster.duties:
        if (duty.officer, duty.day) == (leg.giver, leg.day) and own is (duty.origin is not Origin.EXCHANGE):
            return duty
    absence = bureau.absence(bureau.officers[leg.giver], leg.day)
    raise NoFit(_no_duty(leg, absence, own=own))


def _no_duty(leg: Handover, absence: Absence | None, *, own: bool) -> str:
    if absence is None:
        return say(wording.HAS_NO_DUTY if own else wording.HAS_NO_SUCH_DUTY, officer=leg.giver, day=leg.day)
    return say(
        wording.NO_DUTY_BEING_AWAY if own else wording.NO_SUCH_DUTY_BEING_AWAY,
        officer=leg.giver,
        day=leg.day,
        kind=absence.kind.words,
    )


def taken_over(bureau: Bureau, duty: Duty, leg: Handover) -> Duty:
    """The duty in the hands of the taker, with its posts; of its owner, by rotation or recall again."""
    origin = Origin.EXCHANGE
    if leg.taker == leg.owner:
        resting = bureau.letter(bureau.officers[leg.owner], leg.day) == REST
        origin = Origin.RECALL if resting else Origin.ROTATION
    return replace(duty, officer=leg.taker, origin=origin)


def _by_officer(duty: Duty) -> tuple[str, date]:
    return duty.officer, duty.day
