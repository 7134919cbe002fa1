"""Make a roster: plan, audit, write it; keep the best there is if the run is told to stop."""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.export.formats import reports_of_plan
from rosterctl.operations.refusals import Stopped
from rosterctl.planning.budget import Cut
from rosterctl.planning.make import rosters
from rosterctl.planning.request import Hear, Request, nobody
from rosterctl.planning.roster.made import Made
from rosterctl.planning.workers.executor import Executor
from rosterctl.storage.roster.folder import Inputs, write_roster


def make_roster(bureau: Bureau, order: Request, executor: Executor, hear: Hear = nobody) -> Made:
    """Its shortages explained. Stopped when the budget is told to stop before the end; else raises what
    `rosters` raises.
    """
    return best_roster(bureau, order, executor, hear).explained(bureau)


def best_roster(bureau: Bureau, order: Request, executor: Executor, hear: Hear = nobody) -> Made:
    """The same without causes, for one that becomes part of another."""
    best: Made | None = None
    try:
        for made in rosters(bureau, order, executor, hear):
            best = made
            order.budget.left()
    except Cut:
        raise Stopped(best if best is not None and best.verdict.clean else None) from None
    assert best is not None, "there is a first roster or an exception"
    return best


def write_made(out: Path, inputs: Inputs, bureau: Bureau, made: Made) -> None:
    """The roster with its reports in the place of whatever roster is there. BadInput, OSError."""
    write_roster(out, made.roster, inputs, reports_of_plan(bureau, made.roster, made.verdict))


def keep_draft(out: Path, inputs: Inputs, bureau: Bureau, draft: Made, cut_off: str) -> Path:
    """The best roster so far, beside the place of the roster, which may hold a better one from another day.

    `cut_off` says in a word what ended the search. BadInput, OSError; the folder it went to.
    """
    folder = out.parent / f"{out.name or 'roster'}-draft"
    draft = draft.explained(bureau)
    reports = reports_of_plan(bureau, draft.roster, draft.verdict, cut_off)
    write_roster(folder, draft.roster, inputs, reports, {"draft": cut_off})
    return folder
