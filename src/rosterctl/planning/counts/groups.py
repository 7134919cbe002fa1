"""Officers who are interchangeable for the count stage, and the counts of them that work each choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Slot
from rosterctl.domain.people.officer import Officer
from rosterctl.planning.rotation.offers import Offers
from rosterctl.planning.rotation.transfers import Moves, moves_of
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.parts import Accepts
from rosterctl.rulekit.registry import Rule

Kind = tuple[bool, ...]
GroupKey = tuple[str, str, Kind, bool, Moves, str]
"""Unit, team, kind, whether ever protected, transfers; the officer's id where each is a group."""
ChoiceKey = tuple[date, str, str]
"""Date, shift and unit."""
Counts = Mapping[GroupKey, Mapping[ChoiceKey, int]]


def one_of(key: GroupKey, officer: str) -> GroupKey:
    """The key of a member of the group who is a group of their own; of all of them with an empty text."""
    return (*key[:-1], officer)


def key_of(choice: Choice) -> ChoiceKey:
    """What a choice is called in the counts: date, shift and the unit in which it is served."""
    return choice.day, choice.shift, choice.unit


@dataclass(frozen=True, eq=False)
class Group:
    """Officers of one team who count the same in every rule: a line of the count board.

    Unit and team are those of the first date; `moves` are the transfers they have in common. `alone` is the
    officer's id where everybody is a group of their own.

    `open` and `fixed` give for each date the choices of any member with the members who have it, as a bit
    mask over `officers`.
    """

    unit: str
    team: str
    kind: Kind
    protected: bool
    moves: Moves
    officers: tuple[Officer, ...]
    open: Mapping[date, Mapping[Choice, int]]
    fixed: Mapping[date, Mapping[Choice, int]]
    alone: str = ""

    @property
    def key(self) -> GroupKey:
        """The same in every process and every block."""
        return self.unit, self.team, self.kind, self.protected, self.moves, self.alone

    def home(self, day: date) -> str:
        """The unit to which they belong on a date of the horizon."""
        return self.officers[0].on(day).unit if self.moves else self.unit

    def wanted(self, counts: Mapping[ChoiceKey, int]) -> dict[Choice, int]:
        """Counts by the choices of this process."""
        every = (choice for per_day in self.open.values() for choice in per_day)
        keyed = ((choice, counts.get(key_of(choice), 0)) for choice in every)
        return {choice: count for choice, count in keyed if count}

    def choices(self, day: date) -> Sequence[Choice]:
        return tuple(self.open.get(day) or self.fixed.get(day) or ())

    def members(self, choice: Choice) -> int:
        """The mask of the members to whom a choice is open."""
        return self.open.get(choice.day, {}).get(choice, 0)

    def bound_members(self, choice: Choice) -> int:
        """The mask of the members for whom a choice outside the horizon is already fixed."""
        return self.fixed.get(choice.day, {}).get(choice, 0)


def kind_of(officer: Officer, slots: Sequence[Slot], apart: Sequence[Accepts]) -> Kind:
    """What distinguishes officers in cover rules: role, leading, whom rules tell apart, slots of crews."""
    told = [accepts(officer) for accepts in apart]
    accepted = [slot.accepts(officer) for slot in slots]
    return (officer.role == "sworn", officer.leader, *told, *accepted)


def slots_of(bureau: Bureau) -> tuple[Slot, ...]:
    """Every slot that any crew of a post or event asks for, in order of appearance."""
    crews = [
        crew for kind in bureau.post_types.values() for window in kind.windows for _, crew in window.crews
    ]
    crews += [event.crew for event in bureau.events]
    return tuple(
        dict.fromkeys(slot for crew in crews for alternative in crew.alternatives for slot in alternative)
    )


def told_apart(bureau: Bureau, rules: Sequence[Rule]) -> tuple[Accepts, ...]:
    """Whom any rule counts apart from the others, rule by rule."""
    return tuple(one for rule in rules if rule.tells_apart for one in rule.tells_apart(bureau))


def make_groups(
    offers: Offers,
    rules: Sequence[Rule],
    units: Iterable[str],
    loans: Collection[date],
    *,
    singly: Collection[GroupKey] = (),
) -> tuple[Group, ...]:
    """Groups of these units by team, kind, whether ever protected and transfers, in the officers' order.

    What is served in another of the units stays open to them on the dates in `loans` only. Of the groups in
    `singly` everybody is one of their own.
    """
    wanted = frozenset(units)
    bureau = offers.bureau
    slots = slots_of(bureau)
    apart = told_apart(bureau, rules)
    found: dict[GroupKey, list[Officer]] = {}
    for officer in bureau.officers.values():
        home = officer.on(offers.horizon.first)
        if home.unit not in wanted or officer.id not in offers.open:
            continue
        protected = any(officer.is_protected(day) for day in offers.horizon)
        moves = moves_of(officer, offers.horizon)
        key = (home.unit, home.team, kind_of(officer, slots, apart), protected, moves, "")
        found.setdefault(one_of(key, officer.id) if key in singly else key, []).append(officer)
    return tuple(
        Group(
            unit,
            team,
            kind,
            protected,
            moves,
            tuple(officers),
            _masks(officers, offers.open, _Served(unit, moves, wanted, frozenset(loans))),
            _masks(officers, offers.fixed, None),
            alone,
        )
        for (unit, team, kind, protected, moves, alone), officers in found.items()
    )


@dataclass(frozen=True)
class _Served:
    """Where the officers of a unit may serve: at home, and on some dates in any of several units."""

    home: str
    moves: Moves
    units: frozenset[str]
    loans: frozenset[date]

    def open_to(self, choice: Choice) -> bool:
        home = self._on(choice.day) if self.moves else self.home
        return choice.unit == home or (choice.day in self.loans and choice.unit in self.units)

    def _on(self, day: date) -> str:
        reached = [unit for first, unit, _ in self.moves if first is not None and first <= day]
        return reached[-1] if reached else self.home


def _masks(
    officers: Iterable[Officer],
    offered: Mapping[str, Mapping[date, tuple[Choice, ...]]],
    served: _Served | None,
) -> dict[date, dict[Choice, int]]:
    masks: dict[date, dict[Choice, int]] = {}
    for place, officer in enumerate(officers):
        bit = 1 << place
        for day, choices in offered[officer.id].items():
            per_day = masks.setdefault(day, {})
            for choice in choices:
                if served is not None and not served.open_to(choice):
                    continue
                per_day[choice] = per_day.get(choice, 0) | bit
    return masks


def union(masks: Iterable[int]) -> int:
    """The members that any of the masks has; each bit is a member."""
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def limits_of_members(
    group: Group,
    members: int,
    bound: Sequence[tuple[int, int]],
    limit: int,
    used: Callable[[Officer], int] | None,
) -> list[int]:
    """What is left of a limit for each member in the mask.

    `bound` are (mask, coefficient) of choices already fixed. Never below zero: what is past cannot be
    undone, it only leaves nothing more to give.
    """
    left = []
    for place, officer in enumerate(group.officers):
        if not members >> place & 1:
            continue
        spent = sum(coefficient for mask, coefficient in bound if mask >> place & 1)
        left.append(max(limit - spent - (used(officer) if used else 0), 0))
    return left
