"""The board of the count stage: how many of each group work each choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Origin
from rosterctl.planning.counts.groups import Counts, Group, key_of, limits_of_members, union
from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.model.board import Choice, Expression, Line
from rosterctl.solver.linear import rounded_sums, total
from rosterctl.solver.model import Model


class CountBoard:
    """One integer for each group and open choice. Implements `rulekit.model.board.LineBoard`.

    Everybody whom the rotation calls works, but on the dates in `release` people may be let off.

    A limit per head becomes the sum of the limits over the heads who have any of the choices. Every lawful
    roster of named officers keeps each single limit and so their sum: what is optimal here bounds them all.
    """

    def __init__(
        self, offers: Offers, groups: Sequence[Group], model: Model, release: Collection[date]
    ) -> None:
        self.bureau: Bureau = offers.bureau
        self.horizon = offers.horizon
        self.days: Sequence[date] = tuple(offers.horizon)
        self.known_days: Sequence[date] = offers.known_days
        self.lines: Sequence[Group] = groups
        self.model = model
        self.counts: dict[tuple[Group, Choice], Expression] = {}
        for group in groups:
            for day, per_day in group.open.items():
                mine = {choice: model.integer(mask.bit_count()) for choice, mask in per_day.items()}
                self.counts.update({(group, choice): count for choice, count in mine.items()})
                if len(mine) > 1:
                    model.require(total(mine.values()) <= union(per_day.values()).bit_count())
                if day not in release:
                    self._keep_rotation(per_day, mine)

    def _keep_rotation(self, per_day: Mapping[Choice, int], mine: Mapping[Choice, Expression]) -> None:
        """Whom the rotation calls and who may come works one of the shifts of the letter."""
        called = {choice: mask for choice, mask in per_day.items() if choice.origin is Origin.ROTATION}
        if called:
            heads = union(called.values()).bit_count()
            self.model.require(total(mine[choice] for choice in called) >= heads)

    @property
    def plain(self) -> dict[int, int]:
        """By variable how many work that choice while everybody who may works what the rotation gives."""
        return {
            number: group.open[choice.day][choice].bit_count() if choice.plain else 0
            for (group, choice), count in self.counts.items()
            if not isinstance(count, int)
            for number in count.terms
        }

    def values(self, worked: Iterable[Worked]) -> dict[int, int]:
        """By variable how many work that choice, if officers work this."""
        numbers = Counter(worked)
        return {
            number: sum(numbers[officer.id, choice] for officer in group.officers)
            for (group, choice), count in self.counts.items()
            if not isinstance(count, int)
            for number in count.terms
        }

    def as_counted(self, counts: Counts) -> dict[int, int]:
        """By variable what is counted of groups like these."""
        return {
            number: counts.get(group.key, {}).get(key_of(choice), 0)
            for (group, choice), count in self.counts.items()
            if not isinstance(count, int)
            for number in count.terms
        }

    def count(self, group: Group, choice: Choice) -> Expression:
        return self.counts.get((group, choice), 0)

    def at_most(
        self,
        line: Line,
        terms: Iterable[tuple[Choice, int]],
        limit: int,
        used: Callable[[Officer], int] | None = None,
    ) -> None:
        assert isinstance(line, Group)
        open_: list[tuple[Choice, int, int]] = []
        bound: list[tuple[int, int]] = []
        most: dict[date, int] = {}
        for choice, coefficient in terms:
            if not coefficient:
                continue
            mask = line.members(choice)
            if mask:
                open_.append((choice, coefficient, mask))
            else:
                mask = line.bound_members(choice)
                bound.append((mask, coefficient))
            if mask and coefficient > most.get(choice.day, 0):
                most[choice.day] = coefficient
        if not open_ or (used is None and sum(most.values()) <= limit):
            return
        members = union(mask for _, _, mask in open_)
        left = limits_of_members(line, members, bound, limit, used)
        reachable = sum(
            max((coefficient for choice, coefficient, _ in open_ if choice.day == day), default=0)
            for day in most
        )
        if reachable <= min(left):
            return
        left = [min(one, reachable) for one in left]
        counts = [(self.counts[line, choice], coefficient) for choice, coefficient, _ in open_]
        for condition in rounded_sums(counts, left):
            self.model.require(condition)
