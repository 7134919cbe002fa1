"""One officer's ledger: what was borne beside the fair share, and every entry of the time off in lieu."""

from __future__ import annotations

from datetime import date

from rosterctl.cli.pages.ledger import balance_fields, burden_fields, overdrafts
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.accounts.lieu import Movement
from rosterctl.export.plain_text import clean, table
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.operations.accounts.balances import OfficerBalance

EXPIRED = "expire"


def lieu_account(one: OfficerBalance, on: date) -> Page:
    """Every movement up to a date with the balance after it."""
    who = one.officer
    head = f"{who.name} ({who.id}), {who.role}, {one.home.unit} team {one.home.team}: by {on}"
    rows = [(move.day, _word(move), move.minutes, move.left, move.note) for move in one.movements]
    entries = table(rows, ["date", "entry", "minutes", "balance", "from"], (2, 3))
    parts = [clean(head), _burdens(one), entries if rows else "no time off in lieu", _left(one)]
    overdrawn = overdrafts([one])
    parts += ["\n".join(overdrawn)] if overdrawn else []
    told = balance_fields(one) | {
        "until": on.isoformat(),
        "entries": [
            {
                "date": move.day.isoformat(),
                "entry": _word(move),
                "minutes": move.minutes,
                "balance": move.left,
                "overdrawn": move.overdrawn,
                "from": move.note,
            }
            for move in one.movements
        ],
    }
    return Page("\n\n".join(parts), told)


def _word(move: Movement) -> str:
    return EXPIRED if move.kind is None else move.kind.value


def _burdens(one: OfficerBalance) -> str:
    fair = burden_fields(one.fair) if one.fair else {}
    rows = [
        (name.replace("_", " "), f"{number:g}", f"{fair[name]:g}" if fair else "-")
        for name, number in burden_fields(one.borne).items()
    ]
    return table(rows, ["burden", "borne", "fair share"], (1, 2))


def _left(one: OfficerBalance) -> str:
    coming = one.lieu.expiring_next
    left = f"time off in lieu left: {decimal_hours(one.lieu.minutes)} hours"
    if coming is None:
        return left
    return f"{left}, of which {decimal_hours(coming.minutes)} expire on {coming.day}"
