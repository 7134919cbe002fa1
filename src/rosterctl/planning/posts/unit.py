"""Stage 4 for one unit: how many posts are manned when (a model), then who stands where (`assignment`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import SHORTAGES, Tier
from rosterctl.planning.counts.event_hosts import with_sites
from rosterctl.planning.cover.board import Cover, Manned
from rosterctl.planning.cover.presences import Presence, Worked, presences_of
from rosterctl.planning.cover.shortfall import short_minutes
from rosterctl.planning.posts.assignment import Crewing, Poster
from rosterctl.planning.posts.crewed_posts import Posting
from rosterctl.planning.posts.places import timed, with_places
from rosterctl.planning.posts.slices import IN_RESERVE, make_duties, seats
from rosterctl.planning.rotation.history import NOBODY_BEFORE, Before, as_worked_before
from rosterctl.rulekit.model.board import Moment
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Allowance, Outcome, Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class Posted:
    """The duties served in a unit, how many posts each state has manned, and person-minutes `short` by tier.

    `taken_over` are those of the history that last into the horizon, with the posts they man there.
    """

    duties: tuple[Duty, ...]
    manned: Mapping[Manned, int]
    short: Mapping[Tier, int]
    taken_over: tuple[Duty, ...] = ()


def post_officers(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    unit: str,
    worked: Sequence[Worked],
    sites: Mapping[str, Sequence[str]],
    settings: Settings,
    before: Before = NOBODY_BEFORE,
) -> Posted:
    """Stage 4: posts for everybody who serves in one unit. `sites` are the event sites it mans, by event.

    Where nobody knows who is there from before, its own people are posted as well as they can be.
    """
    taken_over = [duty for duty in before.taken_over if duty.unit == unit]
    there = [*worked, *as_worked_before(bureau, taken_over)]
    presences = presences_of(bureau, rules, there)

    def cover_of(days: Iterable[date]) -> Cover:
        return manning_of(bureau, days, rules, unit, presences, sites, before.assumed)

    cover = cover_of(horizon)
    outcome = minimise(cover.model, goals_of(cover.model, SHORTAGES), settings)
    if isinstance(outcome, Solved):
        counts = counts_of(cover, outcome)
    else:
        counts = counted_apart((cover_of([day]) for day in horizon), settings)
    poster = Poster(bureau, unit, sites)
    present = on_duty(cover.moments, there)
    for moment in cover.moments:
        poster.name(moment, counts.get(moment, {}), present[moment])
    duties = make_duties(bureau, poster.posting, worked)
    past = tuple(_with_posts(bureau, duty, poster.posting) for duty in taken_over)
    manned, hosted = dict(poster.posting.manned()), _hosted(unit, sites)
    own = with_sites(bureau, hosted)
    short = short_minutes(own, horizon, rules, presences, manned, hosted, before, [unit])
    return Posted(tuple(duties), manned, short, past)


def _with_posts(bureau: Bureau, duty: Duty, posting: Posting) -> Duty:
    """A duty from before the horizon with its posts in it; earlier it stands where it stood."""
    one = timed(bureau, duty)
    moments = [moment for moment in posting.crews if one.lasts(moment)]
    places = [(moment, dict(seats(posting, moment)).get(duty.officer, IN_RESERVE)) for moment in moments]
    return with_places(bureau, one, places)


def manning_of(
    bureau: Bureau,
    days: Iterable[date],
    rules: Sequence[Rule],
    unit: str,
    presences: Sequence[Presence],
    sites: Mapping[str, Sequence[str]],
    still: Sequence[Worked] = (),
) -> Cover:
    """A model of which posts of one unit are manned on these duty days, with what is short as its costs."""
    cover = Cover(bureau, days, presences, Model(), hosted=_hosted(unit, sites), units=[unit], still=still)
    for rule in rules:
        if rule.cover and rule.decides_manning:
            rule.cover(cover)
    return cover


def _hosted(unit: str, sites: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], int]:
    return {(event, unit): len(own) for event, own in sites.items()}


def counts_of(cover: Cover, outcome: Outcome) -> dict[Moment, dict[Crewing, int]]:
    """How many posts of each want are manned at each moment, by level and alternative."""
    counts: dict[Moment, dict[Crewing, int]] = {}
    if isinstance(outcome, Solved):
        for (moment, want, level, alternative), number in cover.manning.items():
            if manned := outcome.value(number):
                counts.setdefault(moment, {})[want, level, alternative] = manned
    return counts


def counted_apart(covers: Iterable[Cover], settings: Settings) -> dict[Moment, dict[Crewing, int]]:
    """The same, date by date, for a machine that had no time for all at once: each has half a second.

    Posts of one moment take nobody from another, so nothing is lost by it.
    """
    counts: dict[Moment, dict[Crewing, int]] = {}
    for cover in covers:
        goals = goals_of(cover.model, SHORTAGES)
        counts |= counts_of(cover, minimise(cover.model, goals, Allowance(settings).part(0.0)))
    return counts


def on_duty(moments: Sequence[Moment], worked: Sequence[Worked]) -> dict[Moment, list[str]]:
    """The officers who are on duty all through each moment."""
    found: dict[Moment, list[str]] = {moment: [] for moment in moments}
    for officer, choice in worked:
        for moment in moments:
            if choice.start <= moment.start and moment.end <= choice.end:
                found[moment].append(officer)
    return found
