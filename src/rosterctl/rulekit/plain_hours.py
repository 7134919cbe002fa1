"""Hours that the rotation alone gives: what overtime and mean hours are measured against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rosterctl.domain.accounts.tally import paid_minutes, plain_shift
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.rulekit.model.board import Choice, Line, LineBoard


def plain_minutes(bureau: Bureau, officer: Officer, day: date) -> int:
    """Paid minutes of the plain shift on a date, present or not; 0 on a day off."""
    shift = bureau.plain_shift(officer, day)
    return 0 if shift is None else paid_minutes(bureau, day, shift)


def minutes_beyond(bureau: Bureau, officer: Officer, choice: Choice) -> int:
    """Minutes of a duty beyond the rotation: of a recall all, otherwise what passes the plain shift."""
    shift = plain_shift(bureau, officer, choice.day, choice.origin)
    return max(choice.paid - (0 if shift is None else paid_minutes(bureau, choice.day, shift)), 0)


class PlainLines:
    """`plain_minutes` for every date of a horizon, reckoned once a team. The checks have their own."""

    def __init__(self, bureau: Bureau, days: Sequence[date]) -> None:
        self.bureau, self.days = bureau, days
        self._teams: dict[object, dict[date, int]] = {}

    def of(self, officer: Officer) -> Mapping[date, int]:
        """By date, present or not."""
        found = self._teams.get(officer.teams)
        if found is None:
            found = {day: plain_minutes(self.bureau, officer, day) for day in self.days}
            self._teams[officer.teams] = found
        return found

    def present(self, officer: Officer) -> list[date]:
        """The dates on which the officer is there."""
        return [day for day in self.days if self.bureau.is_present(officer, day)]


def at_most_each(
    board: LineBoard, line: Line, terms: Sequence[tuple[Choice, int]], limits: Mapping[str, int]
) -> None:
    """At most `limits[officer id]` for each officer of the line, unless no limit can be passed anyway."""
    longest: dict[date, int] = {}
    for choice, value in terms:
        longest[choice.day] = max(longest.get(choice.day, 0), value)
    highest = max(limits.values())
    if sum(longest.values()) <= min(limits.values()):
        return
    if min(limits.values()) == highest:
        board.at_most(line, terms, highest)
    else:
        board.at_most(line, terms, highest, used=lambda officer: highest - limits[officer.id])
