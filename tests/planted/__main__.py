"""Plant every fault, or those whose place or name holds a word, and print what found it.

`python -m tests.planted [WORD …]`; exit 1 when one is not found, or has no effect.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

from tests.planted.planting import Outcome, plant
from tests.planted.plantings import PLANTINGS

HEADERS = ("place", "fault", "findings of", "unchanged audit", "own audit")


def main(words: list[str]) -> int:
    asked = [one for one in PLANTINGS if not words or any(word in one.title for word in words)]
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(asked, 1):
            place = Path(folder) / str(number)
            place.mkdir()
            outcomes.append(plant(one, place))
            print(f"{number} of {len(asked)}: {one.title}", file=sys.stderr, flush=True)
    print(tabulate([_row(one) for one in outcomes], HEADERS, tablefmt="simple", disable_numparse=True))
    for one in outcomes:
        if one.failure:
            print(f"\n{one.planting.title}: no roster was made\n{one.failure}")
    print(
        f"\n{len(outcomes)} planted; with an effect: {sum(one.effect for one in outcomes)}; found by the "
        f"unchanged audit: {sum(one.effect and one.found for one in outcomes)}; by the changed program's "
        f"own: {sum(one.effect and one.found_by_own for one in outcomes)}"
    )
    return 0 if all(one.as_expected for one in outcomes) else 1


def _row(one: Outcome) -> tuple[str, ...]:
    unchanged = "NO EFFECT" if not one.effect else "found" if one.found else "NOT FOUND"
    own = "found" if one.found_by_own else "shared" if one.planting.shared else "NOT FOUND"
    return one.planting.place, one.planting.name, " ".join(one.unchanged), unchanged, own


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
