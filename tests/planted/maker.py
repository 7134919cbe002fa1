"""Makes a roster and writes it, clean or not: `python -m tests.planted.maker BUREAU FIRST DAYS OUT`.

It runs in a process of its own, with the fault in one module of the program. What the audit of that program
says of the roster is printed, one line a rule. `solve` would not do: it writes no roster that its own audit
rejects.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from rosterctl.operations.load import load_bureau
from rosterctl.operations.make import make_roster
from rosterctl.planning.budget import Budget
from rosterctl.planning.request import Request
from rosterctl.planning.workers.executor import Inline
from rosterctl.problems import BadInput
from rosterctl.storage.roster.folder import write_roster
from rosterctl.timeline.horizon import Horizon

SECONDS = 300.0
"""For the whole run. A reproducible one ends by its branches, long before."""


def main(words: list[str]) -> None:
    folder, first, days, out = words
    try:
        bureau, inputs = load_bureau(Path(folder))
    except BadInput as wrong:
        sys.exit("\n".join(f"{one.place}: {one.message}" for one in wrong.problems))
    order = Request(Horizon(date.fromisoformat(first), int(days)), Budget(SECONDS), 7, reproducible=True)
    with Inline() as executor:
        made = make_roster(bureau, order, executor)
    write_roster(Path(out), made.roster, inputs)
    for rule in sorted({finding.rule for finding in made.verdict.findings}):
        print(rule)


if __name__ == "__main__":
    main(sys.argv[1:])
