"""What happens to people, entered by the planner in the bureau's files.

Each is a function of the bureau's life on a date (`life.Life`) and says in two words what it did, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from tests.many_nights.life import Life

SICK_ONE_IN, LEAVE_ONE_IN = 400, 90
MATERNITY_DATES = 98


def sickness(life: Life) -> Iterator[str]:
    """Told in time for the night run; for one to four dates, one in ten for two weeks."""
    sick = [one for one in life.people() if life.draw.random() < 1 / SICK_ONE_IN]
    for one in sick:
        dates = 14 if life.draw.random() < 0.1 else life.draw.randrange(1, 5)
        life.incident("sick", one.id, life.today, life.today + timedelta(days=dates - 1))
        life.memory.sick.append(one.id)
    if sick:
        yield f"{len(sick)} sick"


def back(life: Life) -> Iterator[str]:
    """Somebody is there again, early or not."""
    if life.memory.sick and life.draw.random() < 0.5:
        who = life.memory.sick.pop(0)
        if who in {one.id for one in life.people()}:
            life.incident("back", who, life.today)
            yield "1 back"


def leave(life: Life) -> Iterator[str]:
    """Granted for two to five dates, five to twenty days ahead."""
    rows = []
    for one in life.people():
        if life.draw.random() < 1 / LEAVE_ONE_IN:
            first = life.in_days(5, 20)
            rows.append((one, first, first + timedelta(days=life.draw.randrange(1, 5)), "leave"))
    granted = life.absences(rows)
    if granted:
        yield f"{granted} on leave"


def course(life: Life) -> Iterator[str]:
    """A sixth of a unit goes away together for five to ten dates."""
    unit = life.draw.choice(sorted(life.bureau.units))
    members = [one for one in life.people() if one.on(life.today).unit == unit]
    first = life.in_days(4, 12)
    last = first + timedelta(days=life.draw.randrange(4, 10))
    away = life.draw.sample(members, max(len(members) // 6, 1))
    number = life.absences((one, first, last, "training") for one in away)
    yield f"{number} of {unit} in training"


def maternity(life: Life) -> Iterator[str]:
    """Protected from the week after, away from two months later on."""
    rows = [(n, r) for n, r in life.files.rows("officers/*.csv") if not r["protected_from"] and life.has(r)]
    name, row = life.draw.choice(rows)
    who = row["officer_id"]
    first = life.today + timedelta(days=60)
    last = first + timedelta(days=MATERNITY_DATES - 1)
    if not life.absences([(life.bureau.officers[who], first, last, "maternity")]):
        return
    life.files.change_row(
        name,
        "officer_id",
        who,
        protected_from=(life.today + timedelta(days=7)).isoformat(),
        protected_until=(last + timedelta(days=180)).isoformat(),
    )
    yield "1 pregnant"


def succession(life: Life) -> Iterator[str]:
    """Somebody leaves for good; somebody like them joins some days later."""
    leaver = life.draw.choice(life.people())
    life.incident("left", leaver.id, life.in_days(0, 3))
    yield "1 left"
    yield from _joins(life, leaver)


def newcomer(life: Life) -> Iterator[str]:
    """Somebody joins on top of those who are there."""
    yield from _joins(life, life.draw.choice(life.people()))


def transfers(life: Life) -> Iterator[str]:
    """Two officers alike change teams; half of the time one comes from a night into a day."""
    touching = life.draw.random() < 0.5
    people = [one for one in life.people() if one.id not in life.memory.moved]
    if len(people) < 2:
        return  # everybody has changed teams once
    for _ in range(50):
        one, other = life.draw.sample(people, 2)
        day = life.in_days(1, 12)
        if not _alike(one, other) or one.on(day) == other.on(day) or _team(one, day) == _team(other, day):
            continue
        if touching and not any(_touches(life.bureau, a, b, day) for a, b in ((one, other), (other, one))):
            continue
        life.files.add_rows("transfers.csv", [_row(one, other, day), _row(other, one, day)])
        life.memory.moved += [one.id, other.id]
        yield f"2 transferred{', from a night into a day' if touching else ''}"
        return


def _joins(life: Life, like: Officer) -> Iterator[str]:
    name, row = next((n, r) for n, r in life.files.rows("officers/*.csv") if r["officer_id"] == like.id)
    number = life.memory.number()
    joined = life.in_days(3, 10)
    home = like.on(joined)
    more = {"officer_id": f"N{number}", "badge": f"N{number:05}", "name": f"新{number}", "unit": home.unit}
    dates = {"joined": joined, "protected_from": "", "protected_until": ""}
    zone = home.zone if home.zone in life.bureau.zones else ""
    life.files.add_rows(name, [{**row, **more, **dates, "team": home.team, "zone": zone}])
    yield "1 joins"


def _alike(one: Officer, other: Officer) -> bool:
    return one.id != other.id and (one.role, one.leader) == (other.role, other.leader)


def _team(officer: Officer, day: date) -> tuple[str, str]:
    return officer.on(day).unit, officer.on(day).team


def _touches(bureau: Bureau, mover: Officer, into: Officer, day: date) -> bool:
    """The last night in the old team ends when the first duty in the new one begins, or later."""
    before, after = bureau.plain_shift(mover, day - timedelta(days=1)), bureau.plain_shift(into, day)
    return before is not None and after is not None and before.end - 1440 >= after.start


def _row(officer: Officer, into: Officer, day: date) -> dict[str, object]:
    home = into.on(day)
    return {"officer_id": officer.id, "date": day, "unit": home.unit, "team": home.team, "zone": home.zone}
