"""Stage 4 for the whole bureau: every unit posts those who serve there, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rosterctl.domain.roster import Fallback
from rosterctl.planning.budget import Left
from rosterctl.planning.counts.event_hosts import Hosted, sites_by_unit, with_sites
from rosterctl.planning.cover.presences import Worked, presences_of
from rosterctl.planning.cover.shortfall import short_minutes
from rosterctl.planning.knowledge import Knowledge
from rosterctl.planning.names.stage import NamedPlan, all_worked
from rosterctl.planning.names.unit import Named
from rosterctl.planning.no_roster import NoTimeForAny
from rosterctl.planning.posts.crewed_posts import Posting
from rosterctl.planning.posts.slices import make_duties
from rosterctl.planning.posts.unit import Posted
from rosterctl.planning.rotation.history import as_worked_before
from rosterctl.planning.rotation.plain import on_rotation
from rosterctl.planning.run import Run
from rosterctl.planning.tasks import PlainUnit, PostTask, RotationTask
from rosterctl.planning.workers.batch import Lost


@dataclass(frozen=True)
class PostedPlan:
    """What stage 4 hands on: by unit the named officers and the duties served there, and the event sites.

    `lost` are the units for which the search came to nothing, and why. What a search found has no posts for
    them; the plain rotation, and what is put together from both, has the plain ones.
    """

    named: Mapping[str, Named]
    posted: Mapping[str, Posted]
    hosted: Hosted
    lost: Mapping[str, Lost]

    @property
    def worked(self) -> list[Worked]:
        """What all officers work, in the order of their units."""
        return all_worked(self.named.values())

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """As the roster tells of the units in `lost`."""
        return tuple(Fallback(unit, one.why, one.trace) for unit, one in self.lost.items())


def post_rotation(run: Run, hosted: Hosted) -> PostedPlan:
    """The rotation as it stands, with posts; in reserve where posting failed. NoTimeForAny if it is late."""
    budget = run.order.budget
    sites = sites_by_unit(run.known.bureau, hosted)
    tasks = [RotationTask(unit, sites.get(unit, {})) for unit in run.known.bureau.units]
    found = run.by_unit("first roster", tasks, budget.left)
    lost = {unit: plain for unit, plain in found.items() if isinstance(plain, Lost)}
    if any(one.late for one in lost.values()):
        raise NoTimeForAny(budget.seconds)
    units = {
        unit: unposted_rotation(run.known, unit, hosted) if isinstance(plain, Lost) else plain
        for unit, plain in found.items()
    }
    return PostedPlan(
        {unit: plain.named for unit, plain in units.items()},
        {unit: plain.posted for unit, plain in units.items()},
        hosted,
        lost,
    )


def unposted_rotation(known: Knowledge, unit: str, hosted: Hosted) -> PlainUnit:
    """The plain rotation of a unit without posts, made here, with nothing left to choose."""
    named, served = on_rotation(known.offers.only(known.linked[unit]), known.rules, known.still, unit)
    duties = make_duties(known.bureau, Posting(known.bureau, unit), served)
    taken_over = [one for one in known.before.taken_over if one.unit == unit]
    there = [*served, *as_worked_before(known.bureau, taken_over)]
    own = with_sites(known.bureau, {key: number for key, number in hosted.items() if key[1] == unit})
    how = own, known.horizon, known.rules, presences_of(known.bureau, known.rules, there)
    return PlainUnit(named, Posted(tuple(duties), {}, short_minutes(*how, {}, {}, known.before, [unit])))


def post_units(run: Run, plan: NamedPlan, left: Left, before: PostedPlan | None = None) -> PostedPlan:
    """Posts, a unit at a time, for those who serve there, lent ones too.

    Units in which the same people work the same as `before` have the posts that they had then.
    """
    units = run.known.bureau.units
    serving = _serving(units, plan.named)
    sites = sites_by_unit(run.known.bureau, plan.hosted)
    known: dict[str, Posted] = {}
    if before is not None and before.hosted == plan.hosted:
        then = _serving(units, before.named)
        known = {unit: posts for unit, posts in before.posted.items() if then[unit] == serving[unit]}
    tasks = [PostTask(unit, serving[unit], sites.get(unit, {})) for unit in plan.named if unit not in known]
    again = run.by_unit("posts", tasks, left)
    found = {unit: known[unit] if unit in known else again[unit] for unit in plan.named}
    unposted = {unit: posts for unit, posts in found.items() if isinstance(posts, Lost)}
    lost = {**unposted, **plan.lost}
    return PostedPlan(
        plan.named,
        {unit: posts for unit, posts in found.items() if isinstance(posts, Posted)},
        plan.hosted,
        {unit: lost[unit] for unit in units if unit in lost},
    )


def _serving(units: Iterable[str], named: Mapping[str, Named]) -> dict[str, list[Worked]]:
    """By unit what is worked there, by whomever."""
    found: dict[str, list[Worked]] = {unit: [] for unit in units}
    for one in all_worked(named.values()):
        found[one[1].unit].append(one)
    return found
