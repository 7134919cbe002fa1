"""The paid time that the rotation alone gives, date by date: what overtime and means are measured against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rosterctl.domain.people.officer import Assignment, Officer
from rosterctl.rulekit.audit.facts.facts import Facts


class PlainTimes:
    """Plain times on these dates. Officers who belong to the same teams have the same, reckoned once."""

    def __init__(self, facts: Facts, days: Sequence[date]) -> None:
        self.facts, self.days = facts, days
        self._by_team: dict[object, Mapping[date, timedelta]] = {}
        self._known: dict[str, Mapping[date, timedelta]] = {}

    def of(self, officer: Officer) -> Mapping[date, timedelta]:
        """By date, present or not; no time on days off."""
        found = self._known.get(officer.id)
        if found is None:
            found = self._known[officer.id] = self._of_team(officer)
        return found

    def _of_team(self, officer: Officer) -> Mapping[date, timedelta]:
        teams = tuple(_team(one) for one in officer.assignments)
        found = self._by_team.get(teams)
        if found is None:
            found = {day: self.facts.usual_time(officer, day) for day in self.days}
            self._by_team[teams] = found
        return found

    def present(self, officer: Officer) -> list[date]:
        """The dates on which the officer is there."""
        return [day for day in self.days if self.facts.is_there(officer, day)]


def _team(assignment: Assignment) -> tuple[str, str, date | None]:
    """What of an assignment decides the plain time: the zone does not."""
    return assignment.unit, assignment.team, assignment.first
