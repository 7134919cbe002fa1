"""Repair the published roster after something has happened, with the fewest changes."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.operations.make import make_roster
from rosterctl.operations.publish import Publication
from rosterctl.operations.publish_carried import Load, Papers, Renewed, checked, load_for, publish_renewed
from rosterctl.operations.published import continued, published_now
from rosterctl.planning.budget import Budget
from rosterctl.planning.params import PARAMS
from rosterctl.planning.request import Request
from rosterctl.planning.roster.made import prove_changed
from rosterctl.planning.workers.executor import Inline
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.state.state import State
from rosterctl.timeline.horizon import Horizon


def replan(
    state: State, load: Load, order: Publication, papers: Papers, *, plan_first: bool = False
) -> Renewed:
    """Carry the published roster on in the bureau as it is now, and publish it if that changes anything.

    The state is locked and settled, unless this is a dry run. BadInput when nothing is published or all of
    it is over; Rejected when the audit finds something in the result; OSError when the disk refuses.
    """
    published = published_now(state)
    if published is None:
        raise _refused(state, "nothing is published yet", "`rosterctl publish ROSTER` publishes a roster")
    today = published.bureau.clock.local(order.now).date()
    first = max(today, published.roster.horizon.first)
    if first >= published.roster.horizon.end:
        message = f"the published roster ended on {published.roster.horizon.last}"
        raise _refused(state, message, "`rosterctl nightly` makes the next one")
    bureau, inputs = load_for(state, published, load, first)
    found = continued(bureau, published, first, order.now, _search, plan_first=plan_first)
    made = prove_changed(bureau, found.roster)
    renewed = checked(Renewed(bureau, made, found.changes, found.weight, found.bound, found.unmended))
    if order.dry_run or not found.changes:
        return renewed
    number = published.version.number
    version = publish_renewed(state, "replan", renewed, inputs, number, order, papers)
    return replace(renewed, version=version)


def _search(bureau: Bureau, horizon: Horizon) -> Roster:
    with Inline() as executor:
        return make_roster(bureau, Request(horizon, Budget(PARAMS.repair.renewal_seconds)), executor).roster


def _refused(state: State, message: str, hint: str) -> BadInput:
    return BadInput([Problem(Place(str(state.folder)), message, hint)])
