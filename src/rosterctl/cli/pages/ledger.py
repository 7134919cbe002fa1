"""The ledger of a bureau or a unit: what every officer has borne, the fair share beside it, time in lieu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.accounts.lieu import Movement
from rosterctl.domain.bureau import Bureau
from rosterctl.export.plain_text import clean, counted, table
from rosterctl.export.report.pay import pay_rows, pay_text
from rosterctl.export.spreadsheet import decimal_hours
from rosterctl.operations.accounts.balances import OfficerBalance
from rosterctl.rulekit.parts import PayPeriod

LEDGER_ROWS_SHOWN = 20
LEDGER_HEADERS = (
    *("unit", "team", "id", "name", "nights", "weekends", "holidays", "eves", "recalls", "overtime h"),
    *("brought", "earned", "spent", "expired", "left", "overdrawn"),
)
HOURS_FOR_PAY = "Hours that count for pay"
COUNTS = ("nights", "weekends", "holidays", "eves", "recalls")


def ledger(bureau: Bureau, standings: Sequence[OfficerBalance], on: date) -> Page:
    """A row an officer, and below it who took more time in lieu than there was."""
    head = f"{bureau.name}: borne / fair share by {on}; time off in lieu in hours"
    rows = [
        (one.home.unit, one.home.team, one.officer.id, one.officer.name, *_borne(one), *_lieu(one))
        for one in standings
    ]
    parts = [clean(head), table(rows, LEDGER_HEADERS, range(4, len(LEDGER_HEADERS)))]
    overdrawn = overdrafts(standings)
    if overdrawn:
        parts.append("\n".join(overdrawn))
    return Page(
        "\n\n".join(parts), {"until": on.isoformat(), "officers": [balance_fields(one) for one in standings]}
    )


def with_pay(page: Page, bureau: Bureau, periods: Sequence[PayPeriod]) -> Page:
    """The page with the hours that count for pay below it, if anything counts."""
    if not periods:
        return page
    fields = page.fields | {"pay_periods": pay_rows(bureau, periods)}
    return Page(f"{page.text}\n\n{HOURS_FOR_PAY}\n{pay_text(bureau, periods)}", fields)


def overdrafts(standings: Sequence[OfficerBalance]) -> list[str]:
    """A line for every time in lieu that was not there, the first of them, and how many there are."""
    found = [_overdraft(one, move) for one in standings for move in one.movements if move.overdrawn]
    if len(found) > LEDGER_ROWS_SHOWN:
        return [
            *found[:LEDGER_ROWS_SHOWN],
            f"{LEDGER_ROWS_SHOWN} of {counted(len(found), 'overdraft')} shown; --json lists all",
        ]
    return found


def _overdraft(one: OfficerBalance, move: Movement) -> str:
    missing, asked = decimal_hours(move.overdrawn), decimal_hours(-move.minutes)
    return clean(
        f"overdrawn: {one.officer.name} ({one.officer.id}), {move.day}: {missing} of {asked} hours were not "
        "there. Mend the absence, or add an init or adjust of that date or an earlier one."
    )


def balance_fields(one: OfficerBalance) -> dict[str, Any]:
    """For programs; hours with decimals, dates as text."""
    coming = one.lieu.expiring_next
    return {
        "officer": one.officer.id,
        "name": one.officer.name,
        "unit": one.home.unit,
        "team": one.home.team,
        "borne": burden_fields(one.borne),
        "fair": burden_fields(one.fair) if one.fair else None,
        "lieu_hours": {
            "brought": in_hours(one.brought),
            "earned": in_hours(one.earned),
            "spent": in_hours(one.spent),
            "expired": in_hours(one.lieu.expired),
            "left": in_hours(one.lieu.minutes),
            "overdrawn": in_hours(one.lieu.overdrawn),
        },
        "lieu_expires_next": {"date": coming.day.isoformat(), "hours": in_hours(coming.minutes)}
        if coming
        else None,
        "overdrawn": [
            {"date": move.day.isoformat(), "hours": in_hours(move.overdrawn)}
            for move in one.movements
            if move.overdrawn
        ],
    }


def burden_fields(borne: Tally) -> dict[str, float]:
    """Overtime in hours, the rest as they are."""
    counts = asdict(borne)
    return {**{name: counts[name] for name in COUNTS}, "overtime_hours": in_hours(borne.overtime_minutes)}


def in_hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _borne(one: OfficerBalance) -> list[str]:
    fair = burden_fields(one.fair) if one.fair else {}
    return [
        f"{number:g} / {fair[name]:g}" if fair else f"{number:g} / -"
        for name, number in burden_fields(one.borne).items()
    ]


def _lieu(one: OfficerBalance) -> list[str]:
    minutes = (one.brought, one.earned, one.spent, one.lieu.expired, one.lieu.minutes, one.lieu.overdrawn)
    return [decimal_hours(number) for number in minutes]
