"""The night run: the published roster moves on to today, is repaired, grows at its end, and is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster
from rosterctl.insight.calendar_ends import ends_to_remind
from rosterctl.operations import wording
from rosterctl.operations.current_roster import Published, continued, instant_of, proved, published_now
from rosterctl.operations.make import best_roster
from rosterctl.operations.next_version import NotAdded, Renewed, checked, load_for, publish_renewed
from rosterctl.operations.publish import Publication
from rosterctl.operations.refusals import Stopped, WrongClock
from rosterctl.planning.budget import Budget
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.extend import dates_to_add, join
from rosterctl.planning.repair.renew_unit import Search
from rosterctl.planning.request import Hear, Request, nobody
from rosterctl.planning.roster.made import Made
from rosterctl.planning.workers.batch import late
from rosterctl.planning.workers.executor import Executor
from rosterctl.rulekit.past_shares import with_borne
from rosterctl.storage.state.state import State
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

GROWTH_DAYS = 7
"""The roster grows by whole weeks, so that most nights search for nothing."""
ENOUGH_AHEAD = 14
"""With so many dates published a week that came out badly is left to another night. A custom."""
LONGEST_GAP = 60
"""Days without a publication after which a clock is doubted rather than believed."""


@dataclass(frozen=True)
class Plan:
    """`days` from `today` are to be published at least; searches take at most what `budget` has."""

    today: date
    days: int
    budget: Budget
    seed: int = 0
    keep: int = 0


def nightly(
    folder: Path,
    state: State,
    plan: Plan,
    order: Publication,
    executor: Callable[[], Executor],
    hear: Hear = nobody,
) -> Renewed | None:
    """None when there is nothing to do: this night is published, and the bureau is what it was then.

    `folder` is the bureau's. The state is locked and settled, unless this is a dry run. WrongClock, BadInput,
    what `best_roster` may raise (Stopped whenever the budget is told to before the publication); Rejected
    when the audit finds something in the result; OSError when the disk refuses. The last good version stays
    current then.
    """
    published = published_now(state)
    if published is not None:
        _check_clock(published, plan.today)
        plan = replace(plan, today=max(plan.today, published.roster.horizon.today))
    horizon = None if published is None else published.horizon(plan.today, order.now)
    first = plan.today if horizon is None else horizon.first
    at = Instant(0) if published is None else instant_of(published.bureau, plan.today, order.now)
    bureau, inputs = load_for(folder, state, published, first, now=at)
    published = None if published is None else published.in_shifts_then(bureau)
    if published is None or published.roster.horizon.end <= plan.today:
        renewed = _first(bureau, plan, executor, hear)
    elif _is_done(published, bureau, plan):
        return None
    else:
        renewed = _moved_on(bureau, published, plan, order, executor, hear)
    if plan.budget.told_to_stop:
        raise Stopped
    told = None if published is None else published.roster
    last_night = None if told is None else told.horizon.to_come
    reminders = ends_to_remind(bureau, last_night, renewed.roster.horizon.to_come)
    now = instant_of(bureau, plan.today, order.now)
    renewed = replace(renewed, reminders=reminders, before=told, earliest=now)
    if order.dry_run:
        return checked(renewed)
    base = None if published is None else published.version.number
    version = publish_renewed(state, "nightly", checked(renewed), inputs, base, order)
    if plan.keep:
        state.prune(plan.keep)
    return replace(renewed, version=version)


def _check_clock(published: Published, today: date) -> None:
    """A roster may be published before its first date; the nights until then keep it in step."""
    horizon = published.roster.horizon
    if today < min(horizon.today, published.bureau.clock.local(published.version.deed.when).date()):
        raise WrongClock(say(wording.BEFORE_WHAT_IS_PUBLISHED, today=today, first=horizon.today))
    if (today - horizon.today).days > LONGEST_GAP and today >= horizon.end:
        raise WrongClock(say(wording.LONG_AFTER_WHAT_IS_PUBLISHED, today=today, last=horizon.last))


def _is_done(published: Published, bureau: Bureau, plan: Plan) -> bool:
    horizon = published.roster.horizon
    same = published.bureau.fingerprint == bureau.fingerprint
    return same and horizon.today == plan.today and horizon.ahead >= plan.days


def _first(bureau: Bureau, plan: Plan, executor: Callable[[], Executor], hear: Hear) -> Renewed:
    made = _search(bureau, Horizon(plan.today, plan.days), plan, executor, hear)
    return Renewed(bureau, made.explained(bureau), (), 0, 0, ())


def _moved_on(
    bureau: Bureau,
    published: Published,
    plan: Plan,
    order: Publication,
    executor: Callable[[], Executor],
    hear: Hear,
) -> Renewed:
    def search(some: Bureau, horizon: Horizon) -> Roster:
        return _search(some, horizon, plan, executor, hear).roster

    more = dates_to_add(published.horizon(plan.today, order.now), plan.days, GROWTH_DAYS)
    growth = 0 if more is None else more.days
    seconds = PARAMS.repair.night_share * plan.budget.seconds
    found = continued(bureau, published, plan.today, order.now, search, growth=growth, seconds=seconds)
    roster, missing = found.roster, None
    if more is not None:
        stands = with_borne(bureau, roster.duties, roster.horizon)
        known = replace(stands, history=(*roster.before, *roster.duties))
        new, missing = _added(known, more, roster.horizon.ahead, search)
        if new is not None:
            roster = join(bureau, roster, new, plan.seed)
            found = found.as_changed(published.roster, roster)
    renewed = _renewed(bureau, *proved(bureau, published, found, roster, order.now))
    return replace(renewed, not_added=missing)


def _renewed(bureau: Bureau, made: Made, found: Carried) -> Renewed:
    return Renewed(bureau, made, found.changes, found.weight, found.bound, found.unmended)


def _added(
    bureau: Bureau, more: Horizon, ahead: int, search: Search
) -> tuple[Roster | None, NotAdded | None]:
    """The dates that are to be added, or why they are not; what was repaired is published either way.

    A roster that a busy machine left half searched would stand for good. While there are dates enough `ahead`
    another night may make a better one.
    """
    try:
        made = search(bureau, more)
    except (Contradiction, NoTimeForAny) as why:
        return None, NotAdded(more, why)
    unfinished = tuple(one.unit for one in made.fallbacks if one.why == late().why)
    if unfinished and ahead >= ENOUGH_AHEAD:
        return None, NotAdded(more, None, unfinished)
    return made, None


def _search(
    bureau: Bureau, horizon: Horizon, plan: Plan, executor: Callable[[], Executor], hear: Hear
) -> Made:
    with executor() as running:
        return best_roster(bureau, Request(horizon, plan.budget, plan.seed), running, hear)
