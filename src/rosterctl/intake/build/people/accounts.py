"""What officers bring along: the ledger of burdens, and the entries of time off in lieu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from rosterctl.domain.accounts.ledger import Parts, PastShare, Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.intake.build.people import wording
from rosterctl.intake.build.wording import wrong_order
from rosterctl.intake.contents import BureauContents, refers
from rosterctl.intake.shapes.csv_columns import LedgerRow
from rosterctl.wording import say


def ledger_of(contents: BureauContents) -> Mapping[str, Tally]:
    """By officer id. One that was carried over from earlier rosters may name officers who have left."""
    found: dict[str, Tally] = {}
    for row in contents.ledger:
        one = row.shape
        if one is None or not (
            contents.carried or refers(contents.officer_ids, one.officer_id, row, "officer_id")
        ):
            continue
        if one.officer_id in found:
            contents.mistakes.add(
                row.at("officer_id"),
                *say(wording.LEDGER_TWICE, officer=one.officer_id),
            )
        found[one.officer_id] = Tally(
            one.nights, one.weekends, one.holidays, one.eves, one.recalls, one.overtime_hours
        )
    return found


def past_shares_of(contents: BureauContents) -> Mapping[str, PastShare]:
    """By officer id what the ledger says beside the counts; none for rows that say nothing more."""
    found = {}
    for row in contents.ledger:
        one = row.shape
        if one is None:
            continue
        if one.first is not None and one.last is not None and one.last < one.first:
            contents.mistakes.add(row.at("last"), *wrong_order("last", one.last, "first", one.first))
        peers = None
        if one.unit is not None and one.team is not None and one.role is not None:
            peers = one.unit, one.team, one.role.value
        share = PastShare(peers, _shares(one), one.first, one.last)
        if share != PastShare():
            found[one.officer_id] = share
    return found


def _shares(one: LedgerRow) -> Parts | None:
    """In the order of the counts; overtime in minutes. A share that is left out beside others is none."""
    duties = (one.nights_share, one.weekends_share, one.holidays_share, one.eves_share, one.recalls_share)
    if all(share is None for share in (*duties, one.overtime_hours_share)):
        return None
    parts = (Fraction(str(share or 0)) for share in (*duties, one.overtime_hours_share))
    return tuple(part * (60 if place == len(duties) else 1) for place, part in enumerate(parts))


def lieu_of(contents: BureauContents) -> tuple[Entry, ...]:
    """What was carried over, then what the planner wrote, in the order of the files."""
    return (*_carried(contents), *_written(contents))


def _carried(contents: BureauContents) -> Iterator[Entry]:
    for row in contents.carried_lieu:
        one = row.shape
        if one is not None:
            yield Entry(one.officer_id, one.date, EntryKind(one.entry), one.hours, one.note, row.place)


def _written(contents: BureauContents) -> Iterator[Entry]:
    brought: dict[tuple[str, date], Entry] = {}
    for row in contents.lieu:
        one = row.shape
        if one is None or not refers(contents.officer_ids, one.officer_id, row, "officer_id"):
            continue
        entry = Entry(one.officer_id, one.date, EntryKind(one.entry), one.hours, one.note, row.place)
        if entry.kind is EntryKind.INIT and entry.minutes < 0:
            contents.mistakes.add(row.at("hours"), *say(wording.BROUGHT_BELOW_NOTHING))
        if entry.kind is EntryKind.INIT:
            first = brought.setdefault((entry.officer, entry.day), entry)
            if first is not entry:
                contents.mistakes.add(
                    row.at("date"),
                    *say(wording.BROUGHT_TWICE, officer=entry.officer, day=entry.day, first=first.place),
                )
        yield entry
