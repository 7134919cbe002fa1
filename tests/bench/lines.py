"""What one officer's line of duties must obey, and what it costs beyond the rotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ortools.sat.python import cp_model

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon
from tests.bench.law import Law
from tests.bench.options import Option, make, paid
from tests.bench.peer import DAYS_BEFORE, may_work_plainly

DAYS_AFTER = 2
WEEK = 7
HOURS, CHANGES = 1, 100
"""Weights: ten minutes beyond the rotation, and a plain duty that is not worked."""

Days = Mapping[date, Sequence[Option]]


class Lines:
    """Adds the constraints officer by officer; `costs` and `constant` are the sum to be kept small."""

    def __init__(self, model: cp_model.CpModel, bureau: Bureau, horizon: Horizon, law: Law) -> None:
        self.model, self.bureau, self.horizon, self.law = model, bureau, horizon, law
        self.certain = model.new_constant(1)
        self.costs: list[tuple[cp_model.IntVar, int]] = []
        self.constant = 0

    def add(self, options: Iterable[Option]) -> None:
        mine: dict[str, dict[date, list[Option]]] = {one: defaultdict(list) for one in self.bureau.officers}
        for option in options:
            mine[option.officer.id][option.day].append(option)
            change = 0 if option.recall else CHANGES
            self.costs.append((option.literal, HOURS * option.beyond // 10 - change))
        for name, open_ in mine.items():
            officer = self.bureau.officers[name]
            self.constant += CHANGES * sum(any(not one.recall for one in day) for day in open_.values())
            for choices in open_.values():
                self.model.add_at_most_one(one.literal for one in choices)
            line = {**open_, **dict(self._given(officer))}
            self._succession(line)
            self._mean(officer, open_)
            self._weeks(line)

    def _given(self, officer: Officer) -> Iterator[tuple[date, list[Option]]]:
        """The plain duties just before and after the horizon: nobody decides on them here."""
        for n in (*range(-DAYS_BEFORE, 0), *range(len(self.horizon), len(self.horizon) + DAYS_AFTER)):
            day = self.horizon.first + timedelta(days=n)
            shift = self.bureau.plain_shift(officer, day) if self.bureau.is_present(officer, day) else None
            if shift and may_work_plainly(officer, day, shift):
                yield day, [make(self.horizon, officer, day, shift, shift, self.certain)]

    def _succession(self, days: Days) -> None:
        """Rest, the free post-night day, and not too many nights or duty days in a row."""
        for day, choices in days.items():
            later = days.get(day + timedelta(days=1), ())
            apart: dict[tuple[int, ...], list[Option]] = defaultdict(list)
            for one in choices:
                shut = tuple(n for n, other in enumerate(later) if self._clash(one, other))
                apart[shut].append(one)
            for shut, ones in apart.items():
                if shut and not (day not in self.horizon and later[0].day not in self.horizon):
                    self.model.add_at_most_one(
                        one.literal for one in (*ones, *(later[number] for number in shut))
                    )
        nights = {day: [one for one in found if one.shift.all_night] for day, found in days.items()}
        self._runs(nights, self.law.nights)
        self._runs(days, self.law.duty_days)

    def _clash(self, one: Option, other: Option) -> bool:
        if other.start < one.end + self.law.rest:
            return True
        ends = one.end > other.start // DAY * DAY
        return self.law.post_night and one.shift.all_night and ends and not other.shift.all_night

    def _runs(self, days: Days, most: int) -> None:
        """Of any `most` + 1 dates at most `most`; windows with nothing to decide are left alone."""
        first = self.horizon.first - timedelta(days=most)
        for n in range(len(self.horizon) + most if most < DAYS_BEFORE else 0):
            dates = [first + timedelta(days=n + k) for k in range(most + 1)]
            if any(not days.get(day) for day in dates):
                continue
            chosen = [one.literal for day in dates for one in days[day]]
            self.model.add(cp_model.LinearExpr.sum(chosen) <= most)

    def _mean(self, officer: Officer, days: Days) -> None:
        """The mean: the plain duties on the dates present, and what may be earned besides."""
        present = [day for day in self.horizon if self.bureau.is_present(officer, day)]
        plain = (self.bureau.plain_shift(officer, day) for day in present)
        most = sum(paid(shift) for shift in plain if shift)
        most += self.law.may_earn(self.bureau, officer, len(present))
        self._at_most([one for day in present for one in days.get(day, ())], most)

    def _weeks(self, days: Days) -> None:
        """The ceiling on any seven dates that end in the horizon."""
        for last in self.horizon:
            week = (last - timedelta(days=back) for back in range(WEEK))
            self._at_most([one for day in week for one in days.get(day, ())], self.law.week)

    def _at_most(self, chosen: Sequence[Option], minutes: int) -> None:
        if chosen:
            total = cp_model.LinearExpr.weighted_sum(
                [one.literal for one in chosen], [one.paid for one in chosen]
            )
            self.model.add(total <= minutes)
