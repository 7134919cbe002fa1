"""What officers bring along: the ledger of burdens, and the entries of time off in lieu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.intake.build.people import wording
from rosterctl.intake.contents import BureauContents, refers
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
            contents.mistakes.add(row.at("hours"), *wording.BROUGHT_BELOW_NOTHING)
        if entry.kind is EntryKind.INIT:
            first = brought.setdefault((entry.officer, entry.day), entry)
            if first is not entry:
                contents.mistakes.add(
                    row.at("date"),
                    *say(wording.BROUGHT_TWICE, officer=entry.officer, day=entry.day, first=first.place),
                )
        yield entry
