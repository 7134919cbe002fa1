"""What officers bring along: the ledger of burdens, and the entries of time off in lieu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.intake.papers import BureauPapers, refers


def ledger_of(papers: BureauPapers) -> Mapping[str, Tally]:
    """By officer id. One that was carried over from earlier rosters may name officers who have left."""
    found: dict[str, Tally] = {}
    for row in papers.ledger:
        one = row.shape
        if one is None or not (
            papers.carried or refers(papers.officer_ids, one.officer_id, row, "officer_id")
        ):
            continue
        if one.officer_id in found:
            papers.mistakes.add(
                row.at("officer_id"),
                f"officer '{one.officer_id}' has two rows in the ledger",
                "add them up into one",
            )
        found[one.officer_id] = Tally(
            one.nights, one.weekends, one.holidays, one.eves, one.recalls, one.overtime_hours
        )
    return found


def lieu_of(papers: BureauPapers) -> tuple[Entry, ...]:
    """What was carried over, then what the planner wrote, in the order of the files."""
    return (*_carried(papers), *_written(papers))


def _carried(papers: BureauPapers) -> Iterator[Entry]:
    for row in papers.carried_lieu:
        one = row.shape
        if one is not None:
            yield Entry(one.officer_id, one.date, EntryKind(one.entry), one.hours, one.note, row.place)


def _written(papers: BureauPapers) -> Iterator[Entry]:
    brought: dict[tuple[str, date], Entry] = {}
    for row in papers.lieu:
        one = row.shape
        if one is None or not refers(papers.officer_ids, one.officer_id, row, "officer_id"):
            continue
        entry = Entry(one.officer_id, one.date, EntryKind(one.entry), one.hours, one.note, row.place)
        if entry.kind is EntryKind.INIT and entry.minutes < 0:
            papers.mistakes.add(
                row.at("hours"), "hours: nobody brings less than nothing along", "write adjust for a debt"
            )
        if entry.kind is EntryKind.INIT:
            first = brought.setdefault((entry.officer, entry.day), entry)
            if first is not entry:
                papers.mistakes.add(
                    row.at("date"),
                    f"officer '{entry.officer}' has an init on {entry.day} already",
                    f"it stands in {first.place}; add them up into one",
                )
        yield entry
