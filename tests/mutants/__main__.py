"""Single mutations of a room against that room's tests: `python -m tests.mutants rules --seconds 600`.

A room is a folder of src/rosterctl (`rules`, `planning/names`) or one module of it (`rules/rest`). Mutations
are drawn by the seed, a module after the other, until the seconds are over (0: every one). A mutant is killed
when the module's own tests fail, or its folder's, or its room's. Survivors are printed with the line and the
change; those that nobody can see stand in equivalent.py with the reason and do not count.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from tests.mutants.equivalent import EQUIVALENT
from tests.mutants.judge import Verdict, judge, load_libraries
from tests.mutants.mutations import Mutation, mutations
from tests.mutants.rooms import modules, name_of, suites
from tests.support.repository import SOURCE

SLOWER = 3.0
"""A suite may take so many times as long with a mutant as without, and ten seconds more."""


def main(words: list[str]) -> int:
    asked = _parser().parse_args(words)
    load_libraries()
    end = time.monotonic() + asked.seconds if asked.seconds else float("inf")
    counts: Counter[tuple[str, str]] = Counter()
    patience = Patience()
    for module, mutation in _drawn(asked.rooms, asked.seed, asked.most):
        if time.monotonic() > end:
            break
        name = name_of(module)
        if mutation.key in EQUIVALENT.get(name.removeprefix("rosterctl."), {}):
            counts[name, "equivalent"] += 1
            continue
        verdict = judge(
            name, mutation.source, ((suite, patience.limit(module, suite)) for suite in suites(module))
        )
        counts[name, verdict] += 1
        if verdict is Verdict.SURVIVED or asked.all:
            print(f"{verdict}: {module.relative_to(SOURCE)}:{mutation.line}: {mutation.key}", flush=True)
    return _summary(counts, asked.least)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="+")
    parser.add_argument("--seconds", type=float, default=600, help="in all; 0 for every mutation")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--most", type=int, default=0, help="of one module; 0 for all")
    parser.add_argument("--all", action="store_true", help="print the killed ones too")
    parser.add_argument("--least", type=float, default=0, help="exit 1 if a smaller part is killed")
    return parser


def _drawn(rooms: list[str], seed: int, most: int) -> Iterator[tuple[Path, Mutation]]:
    """A mutation of each module in turn."""
    queues = []
    for module in (one for room in rooms for one in modules(room)):
        every = mutations(module.read_text(encoding="utf-8"))
        random.Random(f"{seed} {module.name}").shuffle(every)
        queues.append([(module, one) for one in every[: most or None]])
    for turn in zip_longest(*queues):
        yield from (one for one in turn if one is not None)


class Patience:
    """How long a suite may take with a mutant: measured once with the source as it is, which must pass."""

    def __init__(self) -> None:
        self._limits: dict[tuple[str, ...], float] = {}

    def limit(self, module: Path, suite: Sequence[str]) -> float:
        """In seconds."""
        if tuple(suite) not in self._limits:
            began = time.monotonic()
            verdict = judge(name_of(module), module.read_text(encoding="utf-8"), [(suite, 3600.0)])
            if verdict is not Verdict.SURVIVED:
                sys.exit(f"without any mutation these tests fail: {' '.join(suite)}")
            self._limits[tuple(suite)] = SLOWER * (time.monotonic() - began) + 10
        return self._limits[tuple(suite)]


def _summary(counts: Counter[tuple[str, str]], least: float) -> int:
    names = sorted({name for name, _ in counts})
    killed_all = tried_all = 0
    for name in names:
        killed = counts[name, Verdict.KILLED] + counts[name, Verdict.LATE]
        tried = killed + counts[name, Verdict.SURVIVED]
        killed_all, tried_all = killed_all + killed, tried_all + tried
        print(f"{name}: {killed} of {tried} killed, {counts[name, 'equivalent']} equivalent")
    part = killed_all / tried_all if tried_all else 1.0
    print(f"{killed_all} of {tried_all} killed, {part:.1%}")
    return 1 if part < least else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
