"""What time it is for a command: "now" enters here once, and today is the date in the bureau's time zone.

The machine may stand in another zone than the bureau; between the two midnights they have different dates.
So no command asks the machine for its date. A test or a rehearsal may say what time it is (`--now`), and all
that the run does is done as if it were then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

import click

from rosterctl.cli import wording
from rosterctl.wording import say


def _now(context: click.Context, option: click.Parameter, text: str | None) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        now = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), context, option) from None
    if now.tzinfo is None:
        raise click.BadParameter(say(wording.SAY_THE_ZONE), context, option)
    return now.astimezone(UTC)


now_option = click.option("--now", metavar="INSTANT", hidden=True, callback=_now)
"""For tests and rehearsals; an aware instant in UTC, the clock's if left out."""


def today_in(zone: tzinfo, now: datetime) -> date:
    """The date on which `now` falls in a time zone; the bureau's, wherever this machine stands."""
    return now.astimezone(zone).date()


def later(now: datetime) -> Callable[[], datetime]:
    """The clock from here on: `now` plus what has passed since."""
    started = datetime.now(UTC)
    return lambda: now + (datetime.now(UTC) - started)
