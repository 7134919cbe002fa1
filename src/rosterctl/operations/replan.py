"""Repair the published roster after something has happened, with the fewest changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.incident import AGAIN_THERE, LASTING, OF_VEHICLES, Incident, IncidentKind
from rosterctl.domain.roster import Roster
from rosterctl.insight.typed_names import are_ids, incidents_meant
from rosterctl.intake.bureau_yaml import file_for
from rosterctl.intake.text.mistakes import Sentence
from rosterctl.operations import wording
from rosterctl.operations.current_roster import Published, continued, instant_of, proved, published_now
from rosterctl.operations.incident_times import at_their_time
from rosterctl.operations.make import best_roster
from rosterctl.operations.next_version import Renewed, checked, load_for, publish_renewed
from rosterctl.operations.publish import Publication
from rosterctl.planning.budget import Budget
from rosterctl.planning.params import PARAMS
from rosterctl.planning.request import Request
from rosterctl.planning.workers.executor import Inline
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.storage.bureau_files.added_rows import held, replace_known
from rosterctl.storage.bureau_files.entries import with_incidents
from rosterctl.storage.roster.folder import Inputs
from rosterctl.storage.state.state import State
from rosterctl.storage.state.versions import horizon_of
from rosterctl.timeline.clock import MIDNIGHT, Instant, clock_text
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


@dataclass(frozen=True)
class Ready:
    """What a repair starts from: the published roster and the bureau as it is now, with its files as read.

    `first` is the first date that can still change. `entered_in` is the file into which the incidents were
    entered, empty where none were, and `entered` are these. `told` are sentences about incidents that change
    nothing, or less than one might think.
    """

    published: Published
    bureau: Bureau
    inputs: Inputs
    first: date
    entered_in: str = ""
    entered: tuple[Incident, ...] = ()
    told: tuple[str, ...] = ()


def make_ready(folder: Path, state: State, order: Publication, incidents: Sequence[Incident] = ()) -> Ready:
    """Read the bureau as if the incidents stood in their file, and enter them there if it is sound.

    A dry run enters nothing. BadInput when nothing is published, all of it is over, or the files have
    mistakes; NotOne where an incident names nobody, or several; OSError when the disk refuses. Nothing is
    entered then.
    """
    published = published_now(state)
    if published is None:
        raise _refused(state, say(wording.NO_ROSTER_PUBLISHED))
    today = published.bureau.clock.local(order.now).date()
    first = max(today, published.roster.horizon.first)
    left = published.horizon(first, order.now)
    if left.first >= left.end:
        raise _refused(state, say(wording.ROSTER_OVER, last=published.roster.horizon.last))
    instant = instant_of(published.bureau, first, order.now)
    if not incidents:
        bureau, inputs = load_for(folder, state, published, left.first, now=instant)
        return Ready(published.in_shifts_then(bureau), bureau, inputs, first)
    now, unchanged = published.bureau, None
    if any(one.kind in AGAIN_THERE for one in incidents) or not are_ids(now, incidents):
        # What was entered since stands in the files.
        now, unchanged = load_for(folder, state, published, left.first, now=instant)
    incidents = incidents_meant(now, incidents)
    known = tuple(at_their_time(now, published.roster, incidents, instant))
    name = file_for(folder, "incidents")
    before = held(folder / name)

    def entered(those: Sequence[Incident]) -> tuple[Bureau, Inputs, bytes]:
        data = with_incidents(folder / name, before, those)
        return *load_for(folder, state, published, left.first, {name: data}, now=instant), data

    bureau, inputs, data = entered(known)
    idle = [one for one in known if one.kind in AGAIN_THERE and _is_as_before(now, bureau, one)]
    told = (
        *(say(wording.NOT_AWAY, one=one) for one in idle),
        *_stays_ended(bureau, published, known, instant),
        *_are_over(bureau, published.roster, known, instant),
    )
    if idle and unchanged is not None:
        known = tuple(one for one in known if one not in idle)
        if not known:
            return Ready(published.in_shifts_then(now), now, unchanged, first, told=told)
        bureau, inputs, data = entered(known)
    published = published.in_shifts_then(bureau)
    if order.dry_run:
        return Ready(published, bureau, inputs, first, told=told)
    replace_known(folder / name, before, data)
    return Ready(published, bureau, inputs, first, name, known, told)


def _is_as_before(before: Bureau, now: Bureau, one: Incident) -> bool:
    """Does nothing change for the officer or the vehicle? Then they are not away, or not in the workshop."""
    if one.kind in OF_VEHICLES:
        return before.vehicles.get(one.id) == now.vehicles.get(one.id)
    absences = (bureau.absences_by_officer.get(one.id, ()) for bureau in (before, now))
    return before.officers.get(one.id) == now.officers.get(one.id) and len(set(absences)) == 1


def _stays_ended(
    bureau: Bureau, published: Published, incidents: Sequence[Incident], now: Instant
) -> Iterator[str]:
    """Of those who are back while the duty would still run that was broken off when they fell away."""
    number = bureau.clock.number
    back = {
        one.id
        for one in incidents
        if one.kind is IncidentKind.BACK and number(one.first, one.at or MIDNIGHT) <= now
    }
    for duty in published.in_shifts_then(bureau).roster.duties:
        shift = bureau.shifts.get(duty.shift)
        if duty.officer not in back or shift is None or duty.until == shift.end:
            continue
        if number(duty.day, duty.until) <= now < number(duty.day, shift.end):
            clock = clock_text(duty.until)
            yield say(wording.STAYS_ENDED, officer=duty.officer, day=duty.day, clock=clock)


def _are_over(bureau: Bureau, roster: Roster, incidents: Sequence[Incident], now: Instant) -> Iterator[str]:
    """Of those who were away, as is said now, on a date whose duty they have worked to its end."""
    for one in incidents:
        if one.at is not None or one.kind in LASTING | OF_VEHICLES:
            continue
        for duty in roster.duties:
            is_meant = duty.officer == one.id and one.first <= duty.day <= (one.last or one.first)
            if is_meant and bureau.clock.number(duty.day, duty.until) <= now:
                yield say(wording.WORKED_TO_ITS_END, one=one, day=duty.day)


def replan(state: State, ready: Ready, order: Publication, *, plan_first: bool = False) -> Renewed:
    """Carry the published roster on in the bureau as it is now, and publish it if that changes anything.

    The state is locked and settled, unless this is a dry run. Rejected when the audit finds something in the
    result; OSError when the disk refuses.
    """
    published, bureau = ready.published, ready.bureau
    found = continued(bureau, published, ready.first, order.now, _search, plan_first=plan_first)
    made, found = proved(bureau, published, found, found.roster, order.now)
    renewed = checked(
        Renewed(
            bureau,
            made,
            found.changes,
            found.weight,
            found.bound,
            found.unmended,
            before=published.roster,
            earliest=instant_of(bureau, ready.first, order.now),
        )
    )
    if order.dry_run or not found.changes:
        return renewed
    number = published.version.number
    version = publish_renewed(state, "replan", renewed, ready.inputs, number, order)
    return replace(renewed, version=version)


def left_unrepaired(state: State, renewed: Renewed, now: datetime) -> int | None:
    """The version that has today, when the current one begins later: a roster for next month, say.

    What happens today is then repaired nowhere.
    """
    today, first = renewed.bureau.clock.local(now).date(), renewed.made.roster.horizon.first
    if today >= first:
        return None
    horizons = ((one.number, horizon_of(one)) for one in reversed(state.versions()))
    return next((number for number, horizon in horizons if horizon and today in horizon), None)


def _search(bureau: Bureau, horizon: Horizon) -> Roster:
    """Of a unit alone."""
    with Inline() as executor:
        return best_roster(bureau, Request(horizon, Budget(PARAMS.repair.renewal_seconds)), executor).roster


def _refused(state: State, why: Sentence) -> BadInput:
    return BadInput([Problem(Place(str(state.folder)), *why)])
