"""What happens to the work: times, posts, targets, rules, duty models, written into the bureau's files.

Each is a function of the bureau's life on a date (`life.Life`) and says in two words what it did, or nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from rosterctl.domain.post import Level
from rosterctl.domain.unit import DutyModel
from tests.many_nights.life import Life

OPTIONS: Mapping[str, Mapping[str, tuple[float, ...]]] = {
    "rest": {"hours": (10, 11, 12)},
    "nights-in-a-row": {"most": (2, 3)},
    "duty-days-in-a-row": {"most": (5, 6, 7)},
    "mean-hours": {"sworn": (43, 44, 46, 48), "auxiliary": (43, 44, 46, 48)},
    "overtime-month": {"hours": (30, 33, 36)},
    "hours": {"days7": (54, 60), "days28": (190, 200)},
    "fairness": {"recalls": (2, 3, 5)},
}
"""Options that a planner makes slightly stricter or looser; under each of them the plain rotations stand."""
ROTATIONS = ("cn4x2", "cn4x2-dono", "cn4x2-8")
"""Four teams of twelve hours; a unit that has one of them may change to another."""


def vehicles(life: Life) -> Iterator[str]:
    """One is in the workshop for one to three dates; now and then it runs again before."""
    if not life.bureau.vehicles:
        return
    vehicle = life.draw.choice(sorted(life.bureau.vehicles))
    last = life.today + timedelta(days=life.draw.randrange(3))
    life.incident("vehicle-down", vehicle, life.today, last)
    if life.draw.random() < 0.2:
        life.incident("vehicle-back", vehicle, last)
    yield "1 vehicle down"


def shift_times(life: Life) -> Iterator[str]:
    """A shift begins or ends half an hour later than it did, or as it once did again."""
    plain, others = _shifts_in_use(life)
    pool = plain if life.draw.random() < 0.2 else others
    id = life.draw.choice(sorted(pool))
    shift = life.bureau.shifts[id]
    was = life.memory.times.pop(id, None)
    if was is None:
        new = [shift.start, shift.end + 30] if id in plain else [shift.start + 30, shift.end]
        life.memory.times[id] = [_clock(shift.start), _clock(shift.end)]
        start, end = map(_clock, new)
    else:
        start, end = was
    assert life.files.retime(id, start, end), f"no file gives {id} its times"
    yield f"{id} is {start}-{end}"


def target(life: Life) -> Iterator[str]:
    """Some heads more than usual are wanted for two hours a day over some weeks."""
    first = life.in_days(0, 12)
    last = first + timedelta(days=life.draw.randrange(5, 30))
    heads = max(len(life.people()) // life.draw.randint(4, 8), 2)
    hour = life.draw.randrange(8, 20)
    number = life.memory.number()
    times = f'from: "{hour:02}:00", to: "{hour + 2:02}:00", first: {first}, last: {last}'
    life.files.add_under(
        "bureau.yaml", "strengths", f"{{id: t{number}, name: 目标{number}, heads: {heads}, {times}}}"
    )
    yield "1 target"


def post(life: Life) -> Iterator[str]:
    """A post like another one, for some weeks."""
    posts = [each for each in life.files.lines("zones/*.yaml", "- {id: ") if ", type: " in each[1]]
    plain = [(n, one) for n, one in posts if not _has_minimum(life, one) and ", from: " not in one]
    if not plain:
        return
    name, line = life.draw.choice(plain)
    first = life.in_days(2, 12)
    last = first + timedelta(days=life.draw.randrange(10, 40))
    new = re.sub(r"\{id: [^,]+,", f"{{id: x{life.memory.number()},", line.removeprefix("- "))
    new = re.sub(r", callsign: [^,}]+", "", new).replace("}", f", from: {first}, until: {last}}}")
    life.files.add_under(name, "posts", new)
    yield "1 post"


def event(life: Life) -> Iterator[str]:
    """An operation of one site on one or two dates, by day or into the night."""
    dates = sorted({life.in_days(3, 20), life.in_days(3, 20)})
    start, end = life.draw.choice((("20:30", "00:30"), ("09:00", "12:00"), ("18:00", "23:00")))
    unit, crew = (life.draw.choice(sorted(ids)) for ids in (life.bureau.units, _crews(life)))
    number = life.memory.number()
    life.files.name_in_bureau("events.yaml")
    days = ", ".join(map(str, dates))
    life.files.add_under(
        "events.yaml",
        "events",
        f'{{id: e{number}, name: 行动{number}, dates: [{days}], from: "{start}", to: "{end}", '
        f"units: [{unit}], sites: 1, level: plan, crew: {crew}}}",
    )
    yield "1 operation"


def rule(life: Life) -> Iterator[str]:
    """An option of a rule is a little stricter or looser than it was."""
    named = sorted(name for name in OPTIONS if name in life.bureau.rulebook.settings)
    name = life.draw.choice(named)
    option = life.draw.choice(sorted(OPTIONS[name]))
    value = life.draw.choice(OPTIONS[name][option])
    life.memory.rules.setdefault(name, {})[option] = value
    life.files.set_key("rules", json.dumps(life.memory.rules).replace('"', ""))
    yield f"{name} {option}: {value:g}"


def model(life: Life) -> Iterator[str]:
    """A unit works by another rotation, or by its plain shifts alone, for some weeks."""
    known = life.memory.models_until
    free = [id for id in sorted(life.bureau.units) if known.get(id, "") < life.today.isoformat()]
    if not free:
        return
    unit = life.draw.choice(free)
    now = life.bureau.units[unit].on(life.today)
    main = now.teams[0].rotation
    first = life.in_days(5, 12)
    last = first + timedelta(days=life.draw.randrange(20, 45))
    others = [one for one in ROTATIONS if one != main] if main in ROTATIONS else []
    if others and life.draw.random() < 0.6:
        other = life.draw.choice(others)
        same = f"teams: [{_teams(now, main)}], shifts: {_letters(now)}"
        then, back, what = f"rotation: {other}, {same}", f"rotation: {main}, {same}", f"{unit} on {other}"
    else:
        then, back = "shifts: {N: [night]}", f"shifts: {_letters(now)}"
        what = f"{unit} on its plain shifts"
        if now.shifts.get("N", ("night",)) == ("night",):
            return
    _changes(life, unit, [f"{{from: {first}, {then}}}", f"{{from: {last}, {back}}}"])
    known[unit] = last.isoformat()
    yield what


def _changes(life: Life, unit: str, more: list[str]) -> None:
    """The unit's `changes:`, written anew at the end of its file."""
    file = next(name for name, line in life.files.lines("units/*.yaml", f"- id: {unit}"))
    said = life.memory.models.setdefault(unit, [])
    said += more
    life.files.append_block(file, "    changes:\n" + "\n".join(f"      - {one}" for one in said))


def _teams(model: DutyModel, main: str) -> str:
    """Teams of the unit's rotation take its offsets; others keep their own."""
    return ", ".join(
        f"{{id: {one.id}, name: {one.name}}}"
        if one.rotation == main
        else f"{{id: {one.id}, name: {one.name}, rotation: {one.rotation}, offset: {one.offset}}}"
        for one in model.teams
    )


def _letters(model: DutyModel) -> str:
    return "{" + ", ".join(f"{letter}: [{', '.join(ids)}]" for letter, ids in model.shifts.items()) + "}"


def _shifts_in_use(life: Life) -> tuple[set[str], set[str]]:
    """The plain shifts of the teams, and the others that may be worked."""
    models = [unit.on(life.today) for unit in life.bureau.units.values()]
    cycles = [life.bureau.plain_cycle(one, team) for one in models for team in one.teams]
    plain = {shift.id for cycle in cycles for shift in cycle if shift is not None}
    every = {id for one in models for ids in (*one.shifts.values(), one.recalls) for id in ids}
    return plain, (every - plain) or plain


def _has_minimum(life: Life, line: str) -> bool:
    kind = re.search(r", type: ([^,}]+)", line)
    windows = life.bureau.post_types[kind[1]].windows if kind else ()
    return any(level == Level.MINIMUM for window in windows for level, _ in window.crews)


def _crews(life: Life) -> list[str]:
    """Those that the bureau itself has written down."""
    return [match[1] for _, line in life.files.lines("bureau.yaml", "- {id: ") if (match := _crew(line))]


def _crew(line: str) -> re.Match[str] | None:
    return re.match(r"- \{id: ([^,]+),.*alternatives:", line)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
