"""A simple greedy that puts people on duty on posts, so that a peer's roster can be audited like ours.

Time is walked through from one change to the next. Legal minima come first, then the plan, then the target;
a crew that is complete stays where it is; a post that no complete crew can man stays empty. A site of an
event falls to its units in turn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import post_demands, site_ids
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty, Origin, Slice
from rosterctl.domain.shift import Shift
from rosterctl.timeline.clock import DAY
from rosterctl.timeline.horizon import Horizon
from tests.bench.homes import home_of
from tests.bench.picking import Picker
from tests.bench.stands import Stand, Step, Want


@dataclass(frozen=True, slots=True)
class Worked:
    """An officer works a shift on a date, in the own unit."""

    officer: Officer
    day: date
    shift: Shift
    origin: Origin


Piece = tuple[int, int, str, tuple[str, ...]]


def place(bureau: Bureau, horizon: Horizon, worked: Iterable[Worked]) -> Iterator[Duty]:
    """The duties with their slices, by unit and officer."""
    wants = wants_by_unit(bureau, horizon)
    units: dict[str, list[Worked]] = {unit: [] for unit in bureau.units}
    for one in worked:
        units[home_of(one.officer).unit].append(one)
    for unit, own in units.items():
        lines = _Watch(bureau, unit, horizon, own, wants.get(unit, [])).lines()
        for one in own:
            start = _moment(horizon, one.day, one.shift.start)
            midnight = start - one.shift.start
            pieces = (
                piece for piece in lines[one.officer.id] if start <= piece[0] < start + one.shift.length
            )
            slices = tuple(Slice(a - midnight, b - midnight, post, cars) for a, b, post, cars in pieces)
            yield Duty(one.officer.id, one.day, one.shift.id, unit, one.origin, slices)


def wants_by_unit(bureau: Bureau, horizon: Horizon) -> Mapping[str, list[Want]]:
    found: dict[str, list[Want]] = defaultdict(list)
    for day in horizon:
        for demand in post_demands(bureau, day):
            start, end = (_moment(horizon, day, at) for at in (demand.start, demand.end))
            post = demand.post
            found[post.unit].append(Want(post.id, post.zone, start, end, demand.crews, demand.type))
    for event in bureau.events:
        if event.day not in horizon:
            continue
        start, end = (_moment(horizon, event.day, at) for at in (event.start, event.end))
        for number, site in enumerate(site_ids(event)):
            unit = event.units[number % len(event.units)]
            found[unit].append(Want(site, "", start, end, ((event.level, event.crew),), None))
    return found


def _moment(horizon: Horizon, day: date, minute: int) -> int:
    return (day - horizon.first).days * DAY + minute


class _Watch:
    """One unit, walked through in time."""

    def __init__(
        self, bureau: Bureau, unit: str, horizon: Horizon, own: Sequence[Worked], wants: Sequence[Want]
    ) -> None:
        self.horizon, self.day_starts = horizon, bureau.day_starts
        self.fleet = [vehicle for vehicle in bureau.vehicles.values() if vehicle.unit == unit]
        self.picker = Picker(bureau, [one for one in bureau.officers.values() if home_of(one).unit == unit])
        self.wants = sorted(wants, key=lambda want: not want.scarce)
        self.duties = sorted(
            (
                _moment(horizon, one.day, one.shift.start),
                _moment(horizon, one.day, one.shift.end),
                one.officer.id,
            )
            for one in own
        )
        self.stands: dict[str, Stand] = {}

    def lines(self) -> Mapping[str, list[Piece]]:
        """For every officer where he stands when, without a hole while he is on duty."""
        found: dict[str, list[Piece]] = defaultdict(list)
        for start, end, present, wanted in self._stretches():
            self._step(start, present, wanted)
            where = {one: stand for stand in self.stands.values() for one in stand.members}
            for officer in present:
                stand = where.get(officer)
                post, cars = (stand.want.post, stand.vehicles) if stand else ("", ())
                _lengthen(found[officer], (start, end, post, cars))
        return found

    def _stretches(self) -> Iterator[tuple[int, int, set[str], list[Want]]]:
        """From one change to the next: who is on duty and what is wanted, scarce crews first."""
        mornings = {n * DAY + self.day_starts for n in range(len(self.horizon) + 2)}
        changes = {at for start, end, _ in self.duties for at in (start, end)} | mornings
        changes |= {at for want in self.wants for at in (want.start, want.end)}
        ahead = list(reversed(self.duties))
        wants = sorted(enumerate(self.wants), key=lambda one: -one[1].start)
        on_duty: list[tuple[int, str]] = []
        active: list[tuple[int, Want]] = []
        for start, end in pairwise(sorted(changes)):
            on_duty = [one for one in on_duty if one[0] > start]
            active = [one for one in active if one[1].end > start]
            while ahead and ahead[-1][0] <= start:
                _, until, officer = ahead.pop()
                on_duty.append((until, officer))
            while wants and wants[-1][1].start <= start:
                active.append(wants.pop())
            active.sort(key=lambda one: one[0])
            yield start, end, {officer for _, officer in on_duty}, [want for _, want in active]

    def _step(self, at: int, present: set[str], wanted: Sequence[Want]) -> None:
        """Who stands where from now on."""
        step = Step(self.stands, set(present))
        day = self._date(at)
        running = [one for one in self.fleet if not any(out.first <= day <= out.last for out in one.outages)]
        for level in Level:
            for want in wanted:
                crew = dict(want.crews).get(level)
                if crew is None or step.keep(want, level, running):
                    continue
                cars = step.cars(want, running)
                if cars is None:
                    continue
                open_, here = step.open_to(want)
                members = self.picker.crew(crew, want.zone, want.type, open_, here, step.standing)
                if members:
                    step.man(Stand(want, level, members, cars))
        self.stands = step.now

    def _date(self, at: int) -> date:
        return date.fromordinal(self.horizon.first.toordinal() + (at - self.day_starts) // DAY)


def _lengthen(line: list[Piece], piece: Piece) -> None:
    if line and line[-1][1:] == (piece[0], *piece[2:]):
        line[-1] = (line[-1][0], *piece[1:])
    else:
        line.append(piece)
