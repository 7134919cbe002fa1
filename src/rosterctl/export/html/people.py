"""What the page knows of people: who they are, what each of their dates is, and what they bear."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import Any

from rosterctl.domain.accounts.earned import lieu_entries
from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import accounts, balance
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.domain.roster import Roster
from rosterctl.export.plain_text import clean
from rosterctl.export.xlsx.terms import role_name, team_name
from rosterctl.insight.month_table import MonthCell, MonthLine

MOST_READINGS = 8
"""Of a name whose characters are read in several ways, so many initials are kept."""


def people_fields(bureau: Bureau, roster: Roster, lines: Sequence[MonthLine]) -> dict[str, Any]:
    """`people` in the order of the lines, and `cells`, the sign and kind of which each line has numbers.

    `sums` are duties, minutes, nights, weekends, holidays, eves, recalls and minutes of overtime; `past` is
    the same of the ledger without the first two, or nothing; `lieu` are minutes left at the end.
    """
    cells: dict[MonthCell, int] = {}
    units = {unit: number for number, unit in enumerate(bureau.units)}
    last, lasts = roster.horizon.last, bureau.lieu_expires_days
    every = accounts((*bureau.lieu, *lieu_entries(bureau, roster.duties, tuple(roster.horizon))))
    people = []
    for line in lines:
        one = line.officer
        account = balance(every.get(one.id, ()), last, lasts)
        past = bureau.ledger.get(one.id, Tally())
        people.append(
            {
                "id": one.id,
                "name": clean(one.name),
                "initials": initials(clean(one.name)),
                "badge": clean(one.badge),
                "phone": clean(one.phone),
                "role": role_name(one.role),
                "sworn": one.role is Role.SWORN,
                "rank": clean(one.rank),
                "leads": one.leader,
                "unit": units[line.unit],
                "team": clean(team_name(bureau, line.unit, line.team)),
                "moves": _moves(bureau, roster, one, units),
                "line": [cells.setdefault(cell, len(cells)) for cell in line.cells],
                "sums": [line.duties, line.minutes, *_counts(line.counts)],
                "past": _counts(past) if past != Tally() else [],
                "lieu": account.minutes - account.overdrawn,
            }
        )
    return {"people": people, "cells": [[clean(one.marked), one.kind] for one in cells]}


def _counts(tally: Tally) -> list[int]:
    together = tally.nights, tally.weekends, tally.holidays, tally.eves, tally.recalls
    return [*together, tally.overtime_minutes]


def _moves(
    bureau: Bureau, roster: Roster, officer: Officer, units: dict[str, int]
) -> list[tuple[int, int, str]]:
    """From which date of the roster on the officer belongs to which unit and team."""
    horizon = roster.horizon
    return [
        ((move.first - horizon.first).days, units[move.unit], team_name(bureau, move.unit, move.team))
        for move in officer.moves(horizon.first, horizon.last)
        if move.first is not None
    ]


def initials(name: str) -> str:
    """The first letters of a Chinese name (拼音首字母), `zs` of 张三, with a space between several readings.

    Many a character has another reading as a surname, so every reading of a character is there.
    """
    from pypinyin import Style, pinyin  # noqa: PLC0415 (half a second to import)

    read = pinyin(name, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    texts = ("".join(letters) for letters in product(*map(dict.fromkeys, read)))
    return " ".join(islice(dict.fromkeys(texts), MOST_READINGS))
