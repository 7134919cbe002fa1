"""What happens to a bureau from one night to the next, drawn from the seed.

Files are edited between two nights, before the night run. Commands are typed at their time of day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tests.many_nights import people, work
from tests.many_nights.desk import FINE, Desk
from tests.many_nights.life import Life

Edit = Callable[[Life], Iterator[str]]
EDITS: Mapping[str, tuple[Edit, int]] = {
    "sickness": (people.sickness, 1),
    "back": (people.back, 1),
    "leave": (people.leave, 1),
    "vehicles": (work.vehicles, 2),
    "transfers": (people.transfers, 12),
    "event": (work.event, 12),
    "rule": (work.rule, 20),
    "course": (people.course, 25),
    "shift-times": (work.shift_times, 25),
    "target": (work.target, 30),
    "succession": (people.succession, 40),
    "post": (work.post, 40),
    "model": (work.model, 50),
    "newcomer": (people.newcomer, 100),
    "maternity": (people.maternity, 120),
}
"""Each happens on one of so many nights."""
MISSED, TWICE, CLOCK_AHEAD, ROLLBACK, EXCHANGE, DAYTIME, NEXT_MONTH = 30, 10, 50, 35, 4, 6, 10
"""And these; a sick call comes on one of so many dates."""
SICK_CALLS = {"23:00": 5, "02:00": 4, "05:40": 2}
LAWFUL_OR_NOT = frozenset((0, 9))
TRIES = 6
"""Pairs that are asked for a swap before the planner gives it up."""


@dataclass(frozen=True)
class Fate:
    """What may happen. With `busy` 10 all of it does ten times as often; `without` leaves some things out."""

    busy: float = 1
    without: frozenset[str] = frozenset()

    def strikes(self, life: Life, name: str, one_in: float) -> bool:
        """Does it happen on this date?"""
        drawn = life.draw.random()
        return drawn < self.busy / one_in and name not in self.without

    def edits(self, life: Life) -> list[str]:
        """What the planner writes on this date, in two words each."""
        said: list[str] = []
        for name, (edit, one_in) in EDITS.items():
            if self.strikes(life, name, one_in):
                said += edit(life)
        return said

    def sick_call(self, desk: Desk, life: Life, clock: str, day: date) -> Iterator[str]:
        """Somebody who is on duty then, or is to come on this date; for one to three dates."""
        if not self.strikes(life, f"sick-{clock}", SICK_CALLS[clock]):
            return
        hour, minute = map(int, clock.split(":"))
        late = clock == "02:00"
        since = day - timedelta(days=1) if late else day
        at = hour * 60 + minute + (1440 if late else 0)
        on_duty = desk.published.of(since) if clock == "05:40" else desk.published.on_duty(since, at)
        able = [who for who in on_duty if who in life.bureau.officers]
        if not able:
            return
        who = life.draw.choice(able)
        until = day + timedelta(days=life.draw.randrange(3))
        desk.sick(who, since, until, day, clock)
        life.memory.sick.append(who)
        yield f"{who} sick at {clock}"

    def exchange(self, desk: Desk, life: Life) -> Iterator[str]:
        """Two officers swap, or one works for another, as soon as somebody may lawfully."""
        if not self.strikes(life, "exchange", EXCHANGE) or desk.published.newest is None:
            return
        today, swap = life.today, life.draw.random() < 0.6
        for _ in range(TRIES):
            day, other_day = (today + timedelta(days=life.draw.randrange(2, 14)) for _ in "12")
            one = _somebody(desk, life, on=day, off=other_day if swap else None)
            alike = desk.published.shifts(one, day)
            other = _somebody(desk, life, on=other_day if swap else None, off=day, shifts=alike)
            if not one or not other or one == other:
                continue
            words = ("swap", one, day, other, other_day) if swap else ("substitute", one, day, other)
            if desk.type((*words, desk.bureau), today, "10:00", LAWFUL_OR_NOT, now=False).code == 0:
                yield f"{one} and {other} swap" if swap else f"{other} for {one}"
                return

    def daytime(self, desk: Desk, life: Life) -> Iterator[str]:
        """At three in the afternoon the planner enters one thing more, or has the edited files repaired."""
        if not self.strikes(life, "daytime", DAYTIME):
            return
        today, words = life.today, ["replan", desk.bureau, "--json"]
        what = life.draw.choice(("vehicle-down", "vehicle-back", "back", "leave", "court", "other", ""))
        pool = life.bureau.vehicles if what.startswith("vehicle") else [one.id for one in life.people()]
        if what and pool:
            words += [f"--{what}", life.draw.choice(sorted(pool))]
        if what in ("leave", "court", "other", "vehicle-down"):
            first = life.in_days(0, 3)
            words += ["--from", first, "--until", first + timedelta(days=life.draw.randrange(3))]
        desk.type(tuple(words), today, "15:00")
        yield f"at three: {what or 'repaired'}"

    def next_month(self, desk: Desk, life: Life) -> Iterator[str]:
        """Late in a month the planner makes a roster for the next one, and publishes it ahead."""
        first = (life.today.replace(day=1) + timedelta(days=32)).replace(day=1)
        days_left = (first - life.today).days
        if not self.strikes(life, "next-month", NEXT_MONTH) or not 4 <= days_left <= 14:
            return
        made = desk.out / "next-month"
        solved = ("solve", desk.bureau, "--from", first, "--out", made, "--quiet")
        if desk.type(solved, life.today, "16:00").code in FINE:
            desk.type(("publish", made, desk.bureau), life.today, "16:30")
            yield "next month published"

    def rollback(self, desk: Desk, life: Life) -> Iterator[str]:
        """The planner goes back some versions, now and then without the dates published after theirs."""
        newest = desk.published.newest
        if self.strikes(life, "rollback", ROLLBACK) and newest is not None and newest.number > 1:
            number = life.draw.randint(max(newest.number - 12, 1), newest.number - 1)
            words = ["rollback", number, desk.bureau, "--because", "it was wrong"]
            if life.draw.random() < 0.3:
                words.append("--drop-later")
            desk.type(tuple(words), life.today, "11:00")
            desk.type(("replan", desk.bureau, "--json"), life.today, "11:05")
            yield "rolled back"

    def clock_ahead(self, desk: Desk, life: Life) -> Iterator[str]:
        """The machine's clock is a week ahead for a night. If the next one refuses, that is rolled back."""
        newest = desk.published.newest
        if not self.strikes(life, "clock", CLOCK_AHEAD) or newest is None:
            return
        today, ahead = life.today, life.today + timedelta(days=7)
        desk.night(ahead)
        if desk.night(today, "12:00", frozenset((0, 2, 6))).code == 2:
            words = ("rollback", newest.number, desk.bureau, "--because", "a wrong clock")
            desk.type((*words, "--drop-later"), today, "12:05")
        yield "clock a week ahead"

    def twice(self, desk: Desk, life: Life) -> Iterator[str]:
        """The night run of the same date again."""
        if self.strikes(life, "twice", TWICE):
            desk.night(life.today, "01:55")
            yield "night run twice"

    def missed(self, life: Life) -> int:
        """For how many nights in a row the machine is off."""
        return life.draw.randint(2, 10) if self.strikes(life, "missed", MISSED) else 0


def _somebody(desk: Desk, life: Life, on: date | None, off: date | None, shifts: tuple[str, ...] = ()) -> str:
    """Who has a duty on one date, and is free on another and on the eve of it; empty for nobody.

    With `shifts` the duty is of these. Whoever has taken a duty of that other date over is not free, even
    if the exchange is void: its row stands in the file.
    """
    yes, no = desk.published.has, [off - timedelta(days=n) for n in range(2)] if off else []
    found = [
        one.id
        for one in life.people()
        if all(one.serves(day) for day in (on, off) if day is not None)
        and (on is None or yes(one.id, on))
        and (on is None or shifts in ((), desk.published.shifts(one.id, on)))
        and not any(yes(one.id, day) for day in no)
        and (one.id, off) not in life.bureau.taken
    ]
    return life.draw.choice(found) if found else ""
