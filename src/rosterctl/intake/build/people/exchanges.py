"""Swaps and substitutions, in the order in which they were agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rosterctl.domain.people.exchange import Exchange, ExchangeKind, Hands
from rosterctl.domain.people.officer import Officer
from rosterctl.intake.build.people import wording
from rosterctl.intake.build.people.absences import add_outside_the_roll
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import ExchangeRow
from rosterctl.intake.text.csv_rows import CsvRow
from rosterctl.problems import Place
from rosterctl.wording import say


def exchanges_of(contents: BureauContents, officers: Mapping[str, Officer]) -> tuple[Exchange, ...]:
    """Nobody gives away a duty twice, or takes two of other people on one date."""
    hands, entered = Hands(), _Entered()
    found = []
    for row in contents.exchanges:
        if row.shape is None or not _makes_sense(contents, row, row.shape, officers):
            continue
        one = row.shape
        exchange = Exchange(
            one.officer_id, one.date, one.with_officer, one.with_date, one.kind, one.note, row.place
        )
        if _possible(contents, row, exchange, hands, entered):
            hands.enter(exchange)
            found.append(exchange)
    return tuple(found)


class _Entered(dict[tuple[str, date, str], Place]):
    """Where it was written that an officer `gives` or `takes` on a date, the last time."""


def _makes_sense(
    contents: BureauContents, row: CsvRow[ExchangeRow], one: ExchangeRow, officers: Mapping[str, Officer]
) -> bool:
    """The row by itself: two officers on the roll, and a second date for a swap only."""
    known = refers(contents.officer_ids, one.officer_id, row, "officer_id")
    if not (refers(contents.officer_ids, one.with_officer, row, "with_officer") and known):
        return False
    before = len(contents.mistakes.problems)
    if one.officer_id == one.with_officer:
        contents.mistakes.add(
            row.at("with_officer"), *say(wording.EXCHANGE_WITH_ONESELF, officer=one.with_officer)
        )
    if one.kind is ExchangeKind.SWAP and one.with_date is None:
        contents.mistakes.add(row.at("with_date"), *say(wording.SWAP_WITHOUT_RETURN))
    if one.kind is ExchangeKind.SUBSTITUTION and one.with_date is not None:
        contents.mistakes.add(row.at("with_date"), *say(wording.SUBSTITUTION_WITH_RETURN))
    for column, day in (("date", one.date), ("with_date", one.with_date)):
        for officer in (officers.get(one.officer_id), officers.get(one.with_officer)):
            if officer is not None and day is not None and not officer.serves(day):
                add_outside_the_roll(contents, row.at(column), officer)
    return len(contents.mistakes.problems) == before


def _possible(
    contents: BureauContents, row: CsvRow[ExchangeRow], exchange: Exchange, hands: Hands, entered: _Entered
) -> bool:
    """The row after those before it."""
    legs = [(exchange.officer, exchange.with_officer, exchange.day, "date")]
    if exchange.with_day is not None:
        legs.append((exchange.with_officer, exchange.officer, exchange.with_day, "with_date"))
    gives = {(giver, day) for giver, _, day, _ in legs}
    right = True
    for giver, taker, day, column in legs:
        if hands.has_given(giver, day):
            told = say(wording.GIVEN_AWAY, officer=giver, day=day, first=entered[giver, day, "gives"])
        elif hands.has_taken(taker, day) and (taker, day) not in gives:
            told = say(wording.TAKEN_OVER, officer=taker, day=day, first=entered[taker, day, "takes"])
        else:
            continue
        contents.mistakes.add(row.at(column), *told)
        right = False
    if right:
        for giver, taker, day, _ in legs:
            entered[giver, day, "gives"] = entered[taker, day, "takes"] = row.place
    return right
