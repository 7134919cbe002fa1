"""Stages 3 and 4 for one unit: pure functions of the offers and of what stage 2 decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.charges import make_charges, points_of_lines
from rosterctl.planning.cover import Cover, Presence, State, Worked
from rosterctl.planning.dealing import Undealt, deal, make_board
from rosterctl.planning.exchange import even_out
from rosterctl.planning.groups import ChoiceKey, Group, key_of
from rosterctl.planning.offers import Offers
from rosterctl.planning.posting import Crewing, Poster
from rosterctl.planning.settling import SHORTAGES, presences_of
from rosterctl.planning.slicing import make_duties
from rosterctl.rules.auxiliaries import is_auxiliary
from rosterctl.rules.board import Choice, Moment
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Outcome, Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon

MANNING = ("posts", "crews", "vehicles", "events")
"""The rules that decide which posts are manned; the others only look at who is on duty."""


@dataclass(frozen=True)
class Named:
    """What the officers of a unit work, their points by tier, and the counts that could not be dealt.

    `bounds` are the fewest points by tier of all ways to deal what is worked (see `planning.exchange`).
    """

    worked: tuple[Worked, ...]
    points: Mapping[Tier, int]
    undealt: tuple[Undealt, ...]
    bounds: Mapping[Tier, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Posted:
    """The duties served in a unit, and how many posts each state has manned."""

    duties: tuple[Duty, ...]
    manned: Mapping[State, int]


@dataclass(frozen=True)
class Piece:
    """What one unit came to in both stages."""

    named: Named
    posted: Posted


def name_officers(
    offers: Offers,
    rules: Sequence[Rule],
    groups: Sequence[tuple[Group, Mapping[Choice, int]]],
    alone: Collection[ChoiceKey],
    settings: Settings,
) -> Named:
    """Stage 3: names for the counts of the groups of one unit; auxiliaries are let off what is in `alone`."""
    officers = [officer for group, _ in groups for officer in group.officers]
    board = make_board(offers, officers, rules)
    lines, undealt = deal(offers, board, groups, settings)
    for officer in filter(is_auxiliary, officers):
        for choice in lines.worked(officer):
            if key_of(choice) in alone:
                lines.put(officer, choice.day, None)
    charges = make_charges(offers.bureau, offers.horizon, rules, lines, officers)
    bounds = even_out(board, lines, [group for group, _ in groups], charges, settings)
    return Named(tuple(lines.all()), points_of_lines(charges, lines, officers), tuple(undealt), bounds)


def post_officers(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    unit: str,
    worked: Sequence[Worked],
    sites: Mapping[str, Sequence[str]],
    settings: Settings,
    still: Sequence[Worked] = (),
) -> Posted:
    """Stage 4: posts for everybody who serves in one unit. `sites` are the event sites it mans, by event."""
    cover = manning_of(bureau, horizon, rules, unit, presences_of(bureau, rules, worked), sites, still)
    counts = counts_of(cover, minimise(cover.model, goals_of(cover.model, SHORTAGES), settings))
    poster = Poster(bureau, unit, sites)
    present = on_duty(cover.moments, worked)
    for moment in cover.moments:
        poster.name(moment, counts.get(moment, {}), present[moment])
    duties = make_duties(bureau, poster.posting, worked)
    return Posted(tuple(duties), dict(poster.posting.manned()))


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
    hosted = {(event, unit): len(own) for event, own in sites.items()}
    cover = Cover(bureau, days, presences, Model(), hosted=hosted, units=[unit], still=still)
    for rule in rules:
        part = rule.part("cover")
        if part and rule.id in MANNING:
            part(rule.options, cover)
    return cover


def counts_of(cover: Cover, outcome: Outcome) -> dict[Moment, dict[Crewing, int]]:
    """How many posts of each want are manned at each moment, by level and alternative."""
    counts: dict[Moment, dict[Crewing, int]] = {}
    if isinstance(outcome, Solved):
        for (moment, want, level, alternative), number in cover.manning.items():
            if manned := outcome.value(number):
                counts.setdefault(moment, {})[want, level, alternative] = manned
    return counts


def on_duty(moments: Sequence[Moment], worked: Sequence[Worked]) -> dict[Moment, list[str]]:
    """The officers who are on duty all through each moment."""
    found: dict[Moment, list[str]] = {moment: [] for moment in moments}
    for officer, choice in worked:
        for moment in moments:
            if choice.start <= moment.start and moment.end <= choice.end:
                found[moment].append(officer)
    return found
