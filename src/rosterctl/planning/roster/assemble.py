"""Putting a roster together from what each unit came to.

The plain rotation gives every unit names and posts at the very start; the search gives better ones, or none
where it failed or time ran out. Old and new do not always fit: an officer who is lent or transferred is named
by one unit and posted by another, and the sites of an event are divided anew only all at once. Such units
change together or not at all.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import version

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Note, NoteKind, Roster
from rosterctl.planning import wording
from rosterctl.planning.counts.event_hosts import Hosted
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.unit import Named
from rosterctl.planning.posts.stage import PostedPlan
from rosterctl.planning.roster.claims import before_posted
from rosterctl.planning.rotation.history import first_known
from rosterctl.planning.run import Run
from rosterctl.planning.workers.batch import Lost
from rosterctl.wording import LISTED, say


def fit_together(bureau: Bureau, plain: PostedPlan, found: PostedPlan) -> PostedPlan:
    """What was found for a unit, if it and all units tied to it came to something; else the plain one."""
    new = {unit for unit in bureau.units if unit not in found.lost}
    old = dict(found.lost)
    ties = [
        *_shared_people(plain.named),
        *_shared_people(found.named),
        *_divided_anew(bureau, plain.hosted, found.hosted),
    ]
    # A unit that turns old may tear another tie, so ties are looked at until none is torn.
    while torn := [tie for tie in ties if tie & old.keys() and tie & new]:
        for unit in sorted(frozenset().union(*torn) & new):
            new.remove(unit)
            old[unit] = Lost(say(wording.TIED_TO_A_LOST_UNIT, unit=sorted(old)[0]))
    source = {unit: found if unit in new else plain for unit in bureau.units}
    changed = {event.id for event in bureau.events if new.intersection(event.units)}
    return PostedPlan(
        {unit: plan.named[unit] for unit, plan in source.items()},
        {unit: plan.posted[unit] for unit, plan in source.items()},
        {
            **{key: number for key, number in found.hosted.items() if key[0] in changed},
            **{key: number for key, number in plain.hosted.items() if key[0] not in changed},
        },
        old,
    )


def _shared_people(named: Mapping[str, Named]) -> Iterator[frozenset[str]]:
    """A unit that named somebody for a duty in another, be they lent or transferred, and that other unit."""
    for unit, names in named.items():
        for other in sorted({choice.unit for _, choice in names.worked} - {unit}):
            yield frozenset((unit, other))


def _divided_anew(bureau: Bureau, before: Hosted, after: Hosted) -> Iterable[frozenset[str]]:
    """For every event whose sites are divided in another way than before, its units."""
    return (
        frozenset(event.units)
        for event in bureau.events
        if any(before.get((event.id, unit), 0) != after.get((event.id, unit), 0) for unit in event.units)
    )


def assemble(run: Run, plan: PostedPlan) -> Roster:
    """The roster of a plan in which every unit has names and posts; it claims nothing yet."""
    duties = (duty for posted in plan.posted.values() for duty in posted.duties)
    return Roster(
        bureau=run.known.bureau.id,
        fingerprint=run.known.bureau.fingerprint,
        horizon=run.known.horizon,
        seed=run.order.seed,
        versions=_versions(),
        duties=tuple(sorted(duties, key=lambda one: (one.officer, one.day))),
        before=before_posted(run.known, plan),
        notes=tuple(_notes(run.known.bureau, plan)),
        fallbacks=plan.fallbacks,
        known_from=_known_from(run.known),
    )


def _known_from(known: Knowledge) -> date | None:
    """The first date of which the duties are known; None where none before it is assumed."""
    since = first_known(known.bureau, known.horizon)
    return since if any(duty.day < since for duty in known.offers.before) else None


def _notes(bureau: Bureau, plan: PostedPlan) -> Iterator[Note]:
    """Why named officers do not reach the counts, for the report."""
    for one in (one for named in plan.named.values() for one in named.undealt):
        shift = bureau.shifts[one.choice.shift].name
        what = say(wording.NOT_DEALT, undealt=one, choice=one.choice, shift=shift)
        yield Note(NoteKind.UNDEALT, what, say(LISTED).join(one.rules) or say(wording.NOBODY_LEFT))


def _versions() -> dict[str, str]:
    return {
        "rosterctl": version("rosterctl"),
        "ortools": version("ortools"),
        "python": platform.python_version(),
    }
