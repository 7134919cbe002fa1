"""Shifts that a published roster works and the bureau's files no longer have: renamed, or taken out.

What was worked of them still counts for rest and hours, and a duty of them that runs goes on; so they are
carried in the bureau's folder (`carried/shifts.yaml`) for as long as the roster looks back at them. Units
cannot offer them any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.domain.shift import Shift
from rosterctl.timeline.clock import DAY, clock_text

RETIRED = "carried/shifts.yaml"


def retired_files(bureau: Bureau, rosters: Iterable[tuple[Bureau, Roster]]) -> Mapping[str, bytes]:
    """The file with the shifts that the rosters work and the bureau does not have; empty when it has all.

    Each roster comes with the bureau for which it was made; the first one that has a shift says what it is.
    """
    found: dict[str, Shift] = {}
    for then, roster in rosters:
        for id in sorted({duty.shift for duty in (*roster.before, *roster.duties)}):
            if id not in bureau.shifts:
                found.setdefault(id, then.shifts[id])
    if not found:
        return {}
    # JSON is YAML, and it quotes whatever a name may hold.
    rows = ",\n".join(json.dumps(dict(_fields(one)), ensure_ascii=False) for one in found.values())
    return {RETIRED: f'{{"shifts": [\n{rows}\n]}}\n'.encode()}


def _fields(shift: Shift) -> Iterator[tuple[str, str | int]]:
    """In the keys and units that the intake reads: clock times, hours of break, minutes of handover."""
    yield from (("id", shift.id), ("name", shift.name), ("symbol", shift.symbol))
    yield "start", clock_text(shift.start) if shift.start < DAY else "24:00"
    yield "end", clock_text(shift.end % DAY)
    yield "break", f"{shift.break_minutes / 60:.2f}"
    yield "handover", shift.handover
