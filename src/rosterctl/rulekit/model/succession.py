"""How far apart two duties of one officer must lie, said to a board.

Take two dates. For a start `s` among the later date's choices, all choices `a` of the earlier date with
`a.end > s - gap` and all `b` of the later with `b.start <= s` exclude each other: each such `a` ends too late
for each such `b`. So at most one of them is worked, and every pair that is too close stands in the sum of
`s = b.start`.

For a number of interchangeable officers these sums are exact too, not only necessary. Send whoever ends
first (those off first of all) to the duty that starts first. That fails only if for some `s` more officers
start by `s` than have rested by `s`, which is what the sum for `s` forbids (Hall's theorem for nested
neighbourhoods).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rosterctl.rulekit.model.board import Choice, LineBoard
from rosterctl.timeline.clock import DAY


def keep_apart(board: LineBoard, gap: int) -> None:
    """Between the end of a duty and the start of one of a later date lie at least `gap` minutes.

    A shift ends two days after its date begins at the latest, so dates further apart cannot be too close.
    """
    horizon = frozenset(board.days)
    pairs = [pair for ahead in range(1, 3 + gap // DAY) for pair in _dates(board.known_days, ahead, horizon)]
    for line in board.lines:
        offered = {day: line.choices(day) for day in board.known_days}
        first = {day: min((c.start for c in choices), default=0) for day, choices in offered.items()}
        last = {day: max((c.end for c in choices), default=0) for day, choices in offered.items()}
        for earlier, later in pairs:
            if last[earlier] + gap > first[later] and offered[later]:
                for rivals in too_close(offered[earlier], offered[later], gap):
                    board.at_most(line, [(choice, 1) for choice in rivals], 1)


def too_close(earlier: Sequence[Choice], later: Sequence[Choice], gap: int) -> Iterator[list[Choice]]:
    """The sets of choices of two dates of which at most one may be worked; none implies another."""
    late: list[Choice] = []
    early: list[Choice] = []
    for start in sorted({choice.start for choice in later}):
        still = [choice for choice in earlier if choice.end > start - gap]
        if late and len(still) < len(late):
            yield late + early
        late, early = still, [choice for choice in later if choice.start <= start]
        if not late:
            return
    if late:
        yield late + early


def _dates(known: Sequence[date], ahead: int, horizon: frozenset[date]) -> list[tuple[date, date]]:
    """Pairs of known dates of which at least one is to be decided."""
    pairs = zip(known, known[ahead:], strict=False)
    return [(earlier, later) for earlier, later in pairs if earlier in horizon or later in horizon]
