"""Let duties change hands: judge a swap or substitution on a roster, and enter it in the bureau's files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rosterctl.audit.what_breaks import Harm, harm
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.people.exchange import Exchange, Hands, exchanges_beyond
from rosterctl.domain.roster import Roster
from rosterctl.insight.difference import changes
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.intake.text.mistakes import Sentence
from rosterctl.operations import wording
from rosterctl.planning.repair.returns import half_worked
from rosterctl.planning.roster.swaps import NoFit, apply, given_back, with_exchange
from rosterctl.problems import NOWHERE, BadInput, Problem
from rosterctl.storage.bureau_files.entries import append_exchange
from rosterctl.wording import say


@dataclass(frozen=True)
class Exchanged:
    """A roster in which one more exchange is made, and what that breaks; nothing is written yet.

    `bureau` is the bureau with the exchange among its own. `roster` still has the fingerprint of the bureau
    without it, and the claims of its maker. Whoever hands it out reads the bureau anew once the exchange is
    entered, takes that fingerprint and has the roster proved again (`planning.roster.made.prove_changed`).
    """

    exchange: Exchange
    bureau: Bureau
    roster: Roster
    changes: tuple[Change, ...]
    harm: Harm

    @property
    def lawful(self) -> bool:
        """No rule is broken that was kept, and no legal minimum missed that was met."""
        return not (self.harm.breaches or self.harm.shortfalls)


def up_to_date(bureau: Bureau, made_from: Bureau, roster: Roster, earliest: int = 0) -> Roster:
    """The roster with the exchanges of the bureau that its maker did not know, none taken back since.

    The notes name those that are left out. Of an exchange that was taken back after one side of it began,
    before `earliest` (minutes since 1970-01-01 UTC), both stay.
    """
    stays = half_worked(bureau, made_from, roster.duties, roster.horizon.first, earliest)
    gone = (legs for _, legs in exchanges_beyond(made_from.exchanges, bureau.exchanges) if legs not in stays)
    duties, _ = given_back(bureau, roster.duties, [leg for legs in gone for leg in legs], earliest)
    since = [exchange for exchange, _ in exchanges_beyond(bureau.exchanges, made_from.exchanges)]
    return apply(bureau, replace(roster, duties=duties, fingerprint=bureau.fingerprint), since)


def exchange_duties(bureau: Bureau, roster: Roster, exchange: Exchange) -> Exchanged:
    """The roster with the exchange made and what it breaks. BadInput when there is nothing to exchange."""
    _check_hands(bureau, exchange)
    more = replace(bureau, exchanges=(*bureau.exchanges, exchange))
    days = [day for day in (exchange.day, exchange.with_day) if day is not None]
    outside = [day for day in days if day not in roster.horizon]
    if outside:
        raise _impossible(say(wording.DATE_OUTSIDE, day=outside[0], horizon=roster.horizon))
    try:
        changed = with_exchange(more, roster, exchange)
    except NoFit as why:
        raise _impossible(say(wording.DOES_NOT_FIT, why=why)) from None
    reason = str(exchange)
    found = tuple(replace(one, reason=reason) for one in changes(roster, changed, roster.horizon.first))
    return Exchanged(exchange, more, changed, found, harm(more, roster, changed))


def enter(folder: Path, exchange: Exchange, known: bytes | None) -> Path:
    """Write the exchange into the bureau's file of exchanges and return the file.

    `known` is what the file held when the exchange was judged (None: there was none); BadInput when it
    holds something else by now, OSError when it cannot be written.
    """
    file = folder / file_for(folder, "exchanges")
    append_exchange(file, exchange, known)
    return file


def _check_hands(bureau: Bureau, exchange: Exchange) -> None:
    """The officers are two, on the roll, and neither has done on these dates what would contradict it."""
    if exchange.officer == exchange.with_officer:
        raise _impossible(say(wording.SAME_OFFICER_TWICE, officer=exchange.officer))
    hands = Hands()
    for one in bureau.exchanges:
        hands.enter(one)
    legs = [(exchange.officer, exchange.with_officer, exchange.day)]
    if exchange.with_day is not None:
        legs.append((exchange.with_officer, exchange.officer, exchange.with_day))
    gives = {(giver, day) for giver, _, day in legs}
    for giver, taker, day in legs:
        for officer in (giver, taker):
            if not bureau.officers[officer].serves(day):
                raise _impossible(say(wording.NOT_ON_THE_ROLL, officer=officer, day=day))
        if hands.has_given(giver, day):
            raise _impossible(say(wording.GIVEN_AWAY_ALREADY, officer=giver, day=day))
        if hands.has_taken(taker, day) and (taker, day) not in gives:
            raise _impossible(say(wording.TAKEN_OVER_ALREADY, officer=taker, day=day))


def _impossible(why: Sentence) -> BadInput:
    return BadInput([Problem(NOWHERE, *why)])
