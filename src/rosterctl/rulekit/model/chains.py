"""Which duties together leave no long rest in a stretch of time, as sets a board can forbid.

A stretch has no rest of `rest` minutes when its duties follow each other closely: the first starts less than
`rest` after the stretch begins, each starts less than `rest` after one before has ended, and the last ends
less than `rest` before the stretch does. A *chain* is a list of sets of choices, one set a date, of which
every selection (one choice from each set) does this. An officer's line leaves a rest if and only if it works
no selection of any chain, that is: of each chain at most all but one.

Between two dates choices differ only by what they can be followed by, so those that end late enough to reach
the same starts are taken together. That keeps chains few: one or two for each way to fill a week.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rosterctl.rulekit.model.board import Choice

Chain = tuple[tuple[Choice, ...], ...]


def chains(menus: Sequence[Sequence[Choice]], begin: int, end: int, rest: int) -> list[Chain]:
    """All chains over the choices of consecutive dates for the stretch from `begin` to `end` (minutes).

    A chain of which another asks less is left out.
    """
    if end - begin < rest:
        return []
    found = sorted(_continue(menus, 0, begin + rest, end, rest), key=len)
    kept: list[Chain] = []
    for chain in dict.fromkeys(found):
        if not any(_implies(other, chain) for other in kept):
            kept.append(chain)
    return kept


def _continue(
    menus: Sequence[Sequence[Choice]], place: int, reach: int, end: int, rest: int
) -> Iterator[Chain]:
    """Chains from date `place` on; a duty that starts before `reach` leaves no rest before it."""
    for here in range(place, len(menus)):
        close = [choice for choice in menus[here] if choice.start < reach < choice.end + rest]
        later = sorted({choice.start for menu in menus[here + 1 :] for choice in menu})
        for least in _distinct_ends(close, later, end, rest):
            chosen = tuple(choice for choice in close if choice.end >= least)
            if least + rest > end:
                yield (chosen,)
            else:
                for chain in _continue(menus, here + 1, least + rest, end, rest):
                    yield (chosen, *chain)


def _distinct_ends(close: Sequence[Choice], later: Sequence[int], end: int, rest: int) -> list[int]:
    """The ends worth telling apart: for each set of later starts, the earliest end that reaches it."""
    earliest: dict[int, int] = {}
    for finish in sorted({choice.end for choice in close}):
        reached = sum(start < finish + rest for start in later) if finish + rest <= end else -1
        earliest.setdefault(reached, finish)
    return sorted(earliest.values())


def _implies(stronger: Chain, weaker: Chain) -> bool:
    """Whoever works a selection of `weaker` works one of `stronger` too."""
    sets = [frozenset(chosen) for chosen in weaker]
    return all(any(one <= frozenset(chosen) for one in sets) for chosen in stronger)
