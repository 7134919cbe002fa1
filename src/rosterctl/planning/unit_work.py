"""Stages 3 and 4 for one unit: pure functions of the offers and of what stage 2 decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Duty
from rosterctl.domain.tier import Tier
from rosterctl.planning.charges import make_charges, points_of_lines
from rosterctl.planning.cover import Cover, State, Worked
from rosterctl.planning.dealing import Undealt, deal, make_board
from rosterctl.planning.exchange import even_out
from rosterctl.planning.groups import ChoiceKey, Group, key_of
from rosterctl.planning.offers import Offers
from rosterctl.planning.posting import Poster
from rosterctl.planning.settling import SHORTAGES, presences_of
from rosterctl.planning.slicing import make_duties
from rosterctl.rules.auxiliaries import is_auxiliary
from rosterctl.rules.board import Choice, Moment, Want
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Settings, Solved
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
    counts, cover = _count_posts(bureau, horizon, rules, unit, worked, sites, settings, still)
    poster = Poster(bureau, unit, sites)
    on_duty = _on_duty(cover.moments, worked)
    for moment in cover.moments:
        poster.name(moment, counts.get(moment, {}), on_duty[moment])
    duties = make_duties(bureau, poster.posting, worked)
    return Posted(tuple(duties), dict(poster.posting.manned()))


def _count_posts(
    bureau: Bureau,
    horizon: Horizon,
    rules: Sequence[Rule],
    unit: str,
    worked: Sequence[Worked],
    sites: Mapping[str, Sequence[str]],
    settings: Settings,
    still: Sequence[Worked],
) -> tuple[dict[Moment, dict[tuple[Want, Level, int], int]], Cover]:
    """How many posts of each want are manned at each moment, by level and alternative."""
    model = Model()
    hosted = {(event, unit): len(own) for event, own in sites.items()}
    presences = presences_of(bureau, rules, worked)
    cover = Cover(bureau, horizon, presences, model, hosted=hosted, units=[unit], still=still)
    for rule in rules:
        part = rule.part("cover")
        if part and rule.id in MANNING:
            part(rule.options, cover)
    outcome = minimise(model, goals_of(model, SHORTAGES), settings)
    counts: dict[Moment, dict[tuple[Want, Level, int], int]] = {}
    if isinstance(outcome, Solved):
        for (moment, want, level, alternative), number in cover.manning.items():
            if manned := outcome.value(number):
                counts.setdefault(moment, {})[want, level, alternative] = manned
    return counts, cover


def _on_duty(moments: Sequence[Moment], worked: Sequence[Worked]) -> dict[Moment, list[str]]:
    found: dict[Moment, list[str]] = {moment: [] for moment in moments}
    for officer, choice in worked:
        for moment in moments:
            if choice.start <= moment.start and moment.end <= choice.end:
                found[moment].append(officer)
    return found
