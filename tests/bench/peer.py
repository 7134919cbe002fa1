"""What the peers have in common: how they are called, and how their rosters reach the ruler."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.domain.shift import Shift
from rosterctl.intake.load import read_bureau
from rosterctl.storage.roster.folder import write_roster
from rosterctl.timeline.horizon import Horizon
from tests.bench.homes import home_of
from tests.bench.placing import Worked, place
from tests.support.folders import input_files

DAYS_BEFORE = 7
FACTS = "peer.json"
"""What a peer says of its own search, beside its roster."""


@dataclass(frozen=True)
class Task:
    """What a peer is asked for; `seconds` is the time its search may take."""

    folder: Path
    bureau: Bureau
    horizon: Horizon
    seconds: float
    out: Path


def read_task(arguments: Sequence[str] | None = None) -> Task:
    """The task on the command line: BUREAU --from DATE --days N --time-limit S --out DIR."""
    parser = argparse.ArgumentParser()
    parser.add_argument("bureau", type=Path)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True)
    parser.add_argument("--days", type=int, default=28)
    parser.add_argument("--time-limit", type=float, default=60.0)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(arguments)
    horizon = Horizon(asked.first, asked.days)
    return Task(asked.bureau, read_bureau(asked.bureau), horizon, asked.time_limit, asked.out)


def hand_in(task: Task, worked: Sequence[Worked], **facts: Any) -> None:
    """Put the officers on their posts and write the roster's folder; the roster claims nothing."""
    roster = Roster(
        bureau=task.bureau.id,
        fingerprint=task.bureau.fingerprint,
        horizon=task.horizon,
        seed=0,
        versions={},
        duties=tuple(place(task.bureau, task.horizon, worked)),
        before=tuple(duties_before(task.bureau, task.horizon)),
    )
    write_roster(task.out, roster, input_files(task.folder), {FACTS: json.dumps(facts).encode()})


def may_work_plainly(officer: Officer, day: date, shift: Shift) -> bool:
    """Whether the shift of the rotation may be given to an officer whom the law protects on the date."""
    protected = officer.is_protected(day) or officer.is_protected(day + timedelta(days=1))
    return not (protected and shift.touches_night)


def duties_before(bureau: Bureau, horizon: Horizon) -> Iterator[Duty]:
    """The history's duties; on the dates before the horizon that it does not reach, the plain rotation."""
    known = [duty for duty in bureau.history if duty.day < horizon.first]
    since = min((duty.day for duty in known), default=horizon.first)
    for back in range(DAYS_BEFORE, 0, -1):
        day = horizon.first - timedelta(days=back)
        if day >= since:
            continue
        for officer in bureau.officers.values():
            shift = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if shift and may_work_plainly(officer, day, shift):
                reserve = (Slice(shift.start, shift.end, ""),)
                yield Duty(officer.id, day, shift.id, home_of(officer).unit, Origin.ROTATION, reserve)
    yield from known
