"""The count model of a block: one unit, or several that are solved together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rosterctl.domain.post import Level
from rosterctl.domain.tier import Tier
from rosterctl.planning.counts.costs import LENT, LET_OFF, cost_changes, cost_hours
from rosterctl.planning.counts.event_hosts import Hosted, with_sites
from rosterctl.planning.counts.groups import ChoiceKey, Counts, Group, GroupKey, key_of, make_groups
from rosterctl.planning.counts.line_board import CountBoard
from rosterctl.planning.counts.plan import Block, Start, sites_of
from rosterctl.planning.cover.board import Cover
from rosterctl.planning.cover.presences import Presence, presences_of
from rosterctl.planning.params import PARAMS
from rosterctl.planning.rotation.history import Before, as_worked_before
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule
from rosterctl.solver.linear import Linear
from rosterctl.solver.model import Model
from rosterctl.solver.outcome import Solved


class BlockModel:
    """The model with its two boards: who works what, and what is manned by them.

    `hosting_rules` are the rules whose costs depend on who hosts events; `paid` is what those `let_off` and
    `lent` cost by the bureau's prices.
    """

    def __init__(self, offers: Offers, rules: Sequence[Rule], block: Block, before: Before) -> None:
        self.block = block
        self.model = Model()
        self.hosting_rules = frozenset(rule.id for rule in rules if rule.hosted)
        bureau = offers.bureau if block.hosted is None else with_sites(offers.bureau, sites_of(block))
        self.groups = make_groups(offers, rules, block.units, block.help, singly=block.singly)
        self.board = CountBoard(offers, self.groups, self.model, release=block.help)
        for rule in rules:
            if rule.constrain and not rule.soft:
                rule.constrain(self.board)
        presences = [
            Presence(group.kind, group.officers[0], choice, count, group.members(choice).bit_count())
            for (group, choice), count in self.board.counts.items()
        ]
        taken_over = presences_of(bureau, rules, as_worked_before(bureau, before.taken_over))
        presences += [one for one in taken_over if one.choice.unit in block.units]
        self.cover = Cover(
            bureau,
            offers.horizon,
            presences,
            self.model,
            hosted=None if block.hosted is None else sites_of(block),
            units=block.units,
            elsewhere=block.others,
            still=before.assumed,
            unknown=before.unknown,
        )
        for rule in rules:
            if rule.cover:
                rule.cover(self.cover)
        cost_changes(self.board, self.model)
        prices = offers.bureau.prices
        self.let_off = self.model.cost(Tier.CHANGES, without=(LENT,))
        self.lent = self.model.cost(Tier.CHANGES, without=(LET_OFF,))
        self.paid: Linear = self.let_off * prices.let_off + self.lent * prices.loan
        alike = ((group.officers[0], choice, count) for (group, choice), count in self.board.counts.items())
        cost_hours(self.board.bureau, self.model, alike)

    def values(self, start: Start) -> Mapping[int, int]:
        """By variable what is worked or counted already, or what the rotation gives if nothing is."""
        if start.worked:
            return self.board.values(start.worked)
        return self.board.as_counted(start.counted) if start.counted else self.board.plain

    def counts(self, solved: Solved) -> Counts:
        counts: dict[GroupKey, dict[ChoiceKey, int]] = {group.key: {} for group in self.groups}
        for (group, choice), count in self.board.counts.items():
            if number := solved.value(count):
                counts[group.key][key_of(choice)] = number
        return counts

    def hosted(self, solved: Solved) -> Hosted:
        """The event sites by event and unit."""
        hosting = self.cover.hosting.items()
        return {key: solved.value(number) for key, number in hosting if key[1] in self.block.units}

    def short_days(self, solved: Solved) -> frozenset[date]:
        """Dates on which a post with a legal minimum stands empty."""
        cover = self.cover
        wanted = {
            (moment, want): len(want.posts)
            for moment in cover.moments
            for want in cover.wants(moment)
            if want.crews[0][0] is Level.MINIMUM and not want.event
        }
        for (moment, want, _, _), manned in cover.manning.items():
            if (moment, want) in wanted:
                wanted[moment, want] -= solved.value(manned)
        return frozenset(moment.day for (moment, _), empty in wanted.items() if empty)


def plain_counts(groups: Sequence[Group]) -> Counts:
    """Everybody who may works what the rotation gives."""
    return {
        group.key: {
            (choice.day, choice.shift, choice.unit): mask.bit_count()
            for per_day in group.open.values()
            for choice, mask in per_day.items()
            if choice.plain
        }
        for group in groups
    }


def is_small(built: BlockModel) -> bool:
    """Small enough to be solved to the end with everything open."""
    return sum(len(group.officers) for group in built.groups) <= PARAMS.counts.small_block
