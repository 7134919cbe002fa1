"""Stage 2, strength: how many of each group work which choice, for the whole bureau at once.

The model is a relaxation of every lawful roster of named officers: limits per head are summed over
interchangeable heads, crews are counted by Hall's theorem, reach and habit are left out. The proven bound of
each shortage tier is therefore a lower bound for any roster, and the counts are what stage 3 deals out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.roster import Origin
from rosterctl.domain.tally import overtime_minutes
from rosterctl.domain.tier import Tier
from rosterctl.planning.count_board import CountBoard
from rosterctl.planning.cover import Cover, Presence
from rosterctl.planning.groups import Group, make_groups
from rosterctl.planning.offers import Offers
from rosterctl.rules.board import Choice
from rosterctl.rules.registry import Rule
from rosterctl.solver.model import Model, total
from rosterctl.solver.search import Settings, Solved, Stuck, TierOutcome, minimise

TIERS = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH, Tier.CHANGES, Tier.HOURS)


@dataclass(frozen=True)
class StrengthPlan:
    """Counts by group and choice, sites hosted by (event id, unit id), and what each tier came to."""

    counts: Mapping[Group, Mapping[Choice, int]]
    hosted: Mapping[tuple[str, str], int]
    tiers: tuple[TierOutcome, ...]
    proven: bool


def plan_strength(offers: Offers, rules: Sequence[Rule], settings: Settings) -> StrengthPlan | Stuck:
    """The best counts found within the budget; the plain rotation where none was found in time."""
    groups = make_groups(offers)
    model = Model()
    board = CountBoard(offers, groups, model)
    for rule in rules:
        constrain = rule.part("constrain")
        if constrain and not rule.soft:
            constrain(rule.options, board)
    presences = [
        Presence(group.kind, group.officers[0], choice, count, group.members(choice).bit_count())
        for (group, choice), count in board.counts.items()
    ]
    cover = Cover(offers.bureau, offers.horizon, presences, model)
    for rule in rules:
        part = rule.part("cover")
        if part:
            part(rule.options, cover)
    _cost_changes(board, model)
    _cost_hours(board, model)
    outcome = minimise(model, TIERS, settings, board.counts.values())
    if isinstance(outcome, Stuck):
        return outcome
    if not isinstance(outcome, Solved):
        return StrengthPlan(_plain_counts(board), {}, (), False)
    counts: dict[Group, dict[Choice, int]] = {group: {} for group in groups}
    for (group, choice), count in board.counts.items():
        if number := outcome.value(count):
            counts[group][choice] = number
    hosted = {key: outcome.value(number) for key, number in cover.hosting.items()}
    return StrengthPlan(counts, hosted, outcome.tiers, True)


def _cost_changes(board: CountBoard, model: Model) -> None:
    """Officers present whom the rotation calls and who do not work their letter, and officers lent."""
    for group in board.lines:
        for day in board.days:
            plain = _present_on_duty(board, group, day)
            rotation = [
                (choice, board.count(group, choice))
                for choice in group.open.get(day, ())
                if choice.origin is Origin.ROTATION
            ]
            if plain:
                model.penalise(Tier.CHANGES, plain - total(count for _, count in rotation), 1)
            for choice, count in rotation:
                if choice.unit != group.unit:
                    model.penalise(Tier.CHANGES, count, 1)


def _present_on_duty(board: CountBoard, group: Group, day: date) -> int:
    """Members on the roll and not absent whom the rotation calls on this date, protected ones too."""
    if board.bureau.plain_shift(group.officers[0], day) is None:
        return 0
    return sum(board.bureau.is_present(officer, day) for officer in group.officers)


def _cost_hours(board: CountBoard, model: Model) -> None:
    for (group, choice), count in board.counts.items():
        shift = board.bureau.shifts[choice.shift]
        recalled = choice.origin is Origin.RECALL
        extra = overtime_minutes(board.bureau, group.officers[0], choice.day, shift, recalled=recalled)
        model.penalise(Tier.HOURS, count, extra)


def _plain_counts(board: CountBoard) -> dict[Group, dict[Choice, int]]:
    return {
        group: {
            choice: mask.bit_count()
            for per_day in group.open.values()
            for choice, mask in per_day.items()
            if choice.plain
        }
        for group in board.lines
    }
