"""Where the officers of the bench belong: nobody is transferred in its bureaus."""

from __future__ import annotations

from rosterctl.domain.people.officer import Assignment, Officer


def home_of(officer: Officer) -> Assignment:
    (home,) = officer.assignments
    return home
