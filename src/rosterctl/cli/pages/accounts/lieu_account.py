"""One officer's ledger: what was borne beside the fair share, and every entry of the time off in lieu."""

from __future__ import annotations

from datetime import date

from rosterctl.cli.pages.accounts import wording
from rosterctl.cli.pages.accounts.ledger import balance_fields, burden_fields, overdrafts
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.accounts.lieu import Movement
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.operations.accounts.balances import OfficerBalance
from rosterctl.wording import say

EXPIRED = "expire"

_BURDENS = {
    "nights": wording.BURDEN_NIGHTS,
    "weekends": wording.BURDEN_WEEKENDS,
    "holidays": wording.BURDEN_HOLIDAYS,
    "eves": wording.BURDEN_EVES,
    "recalls": wording.BURDEN_RECALLS,
    "overtime_hours": wording.BURDEN_OVERTIME,
}


def lieu_account(one: OfficerBalance, on: date) -> Page:
    """Every movement up to a date with the balance after it. Programs are told what it is by its id."""
    who = one.officer
    head = say(
        wording.ACCOUNT_OF,
        name=who.name,
        id=who.id,
        role=who.role.words,
        unit=one.home.unit,
        team=one.home.team,
        on=on,
    )
    rows = [(move.day, _words(move), move.minutes, move.left, move.note) for move in one.movements]
    entries = table(rows, columns(say(wording.MOVEMENTS_COLUMNS)), (2, 3))
    parts = [clean(head), _burdens(one), entries if rows else say(wording.NO_MOVEMENTS), _left(one)]
    overdrawn = overdrafts([one])
    parts += ["\n".join(overdrawn)] if overdrawn else []
    told = balance_fields(one) | {
        "until": on.isoformat(),
        "entries": [
            {
                "date": move.day.isoformat(),
                "entry": EXPIRED if move.kind is None else move.kind.value,
                "minutes": move.minutes,
                "balance": move.left,
                "overdrawn": move.overdrawn,
                "from": move.note,
            }
            for move in one.movements
        ],
    }
    return Page("\n\n".join(parts), told)


def _words(move: Movement) -> str:
    return say(wording.MOVEMENT_EXPIRES) if move.kind is None else move.kind.words


def _burdens(one: OfficerBalance) -> str:
    fair = burden_fields(one.fair) if one.fair else {}
    rows = [
        (say(_BURDENS[name]), f"{number:g}", f"{fair[name]:g}" if fair else "-")
        for name, number in burden_fields(one.borne).items()
    ]
    return table(rows, columns(say(wording.BURDENS_COLUMNS)), (1, 2))


def _left(one: OfficerBalance) -> str:
    coming = one.lieu.expiring_next
    left = decimal_hours(one.lieu.minutes)
    if coming is None:
        return say(wording.HOURS_LEFT, hours=left)
    expiring = decimal_hours(coming.minutes)
    return say(wording.HOURS_LEFT_OF_WHICH, hours=left, expiring=expiring, day=coming.day)
