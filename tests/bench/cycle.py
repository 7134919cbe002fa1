"""The peer "cycle": what a spreadsheet gives. Everybody present works the plain shift of the rotation."""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.timeline.horizon import Horizon
from tests.bench.peer import hand_in, may_work_plainly, read_task
from tests.bench.placing import Worked


def plain_cycle(bureau: Bureau, horizon: Horizon) -> Iterator[Worked]:
    for officer in bureau.officers.values():
        for day in horizon:
            shift = bureau.plain_shift(officer, day) if bureau.is_present(officer, day) else None
            if shift and may_work_plainly(officer, day, shift):
                yield Worked(officer, day, shift, Origin.ROTATION)


if __name__ == "__main__":
    task = read_task()
    hand_in(task, list(plain_cycle(task.bureau, task.horizon)))
