"""Dates in a row on which something is worked: nights, duties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from rosterctl.rulekit.audit.record import WorkedDuty
from rosterctl.rulekit.model.board import Choice, LineBoard
from rosterctl.timeline.horizon import ONE_DAY


def limit_runs(board: LineBoard, most: int, counts: Callable[[Choice], bool]) -> None:
    """Of any `most + 1` consecutive known dates, one of them in the horizon, at most `most` count."""
    known, horizon = board.known_days, frozenset(board.days)
    firsts = [n for n in range(len(known) - most) if any(day in horizon for day in known[n : n + most + 1])]
    for line in board.lines:
        counted = [[(choice, 1) for choice in line.choices(day) if counts(choice)] for day in known]
        for first in firsts:
            window = counted[first : first + most + 1]
            if all(window):
                board.at_most(line, [term for day in window for term in day], most)


def runs_of(line: Iterable[WorkedDuty], counts: Callable[[WorkedDuty], bool]) -> list[list[WorkedDuty]]:
    """The longest stretches of consecutive dates with a duty that counts; one duty stands for its date.

    Where a date has two, the one that this roster decided stands for it.
    """
    by_date: dict[date, WorkedDuty] = {}
    for worked in line:
        if counts(worked) and (worked.day not in by_date or not worked.given):
            by_date[worked.day] = worked
    runs: list[list[WorkedDuty]] = []
    for day in sorted(by_date):
        if runs and runs[-1][-1].day == day - ONE_DAY:
            runs[-1].append(by_date[day])
        else:
            runs.append([by_date[day]])
    return runs


def too_long(runs: Iterable[Sequence[WorkedDuty]], most: int) -> Iterator[tuple[Sequence[WorkedDuty], int]]:
    """Runs longer than `most`, each with how many stretches of `most + 1` dates in it the roster decided."""
    for run in runs:
        stretches = (run[n : n + most + 1] for n in range(len(run) - most))
        excess = sum(any(not worked.given for worked in stretch) for stretch in stretches)
        if excess:
            yield run, excess


def excess_of_dates(days: Iterable[date], most: int) -> int:
    """How many stretches of `most + 1` consecutive dates are full."""
    worked = set(days)
    return sum(all(day + n * ONE_DAY in worked for n in range(most + 1)) for day in worked)
