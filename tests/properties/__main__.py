"""A long run of the properties: `python -m tests.properties --tiny 200 --planted 500`.

The seeds of each kind follow on from `--seed`. Prints counts and seconds; ends with 1 and the command that
shows it again if any claim of a roster is refuted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial

from tests.properties.carried import judge_carried
from tests.properties.claims import (
    Verdict,
    judge_changing,
    judge_planted,
    judge_priced,
    judge_tiny,
    judge_wild,
)
from tests.properties.monotone import judge_monotone
from tests.properties.peer import judge_whole
from tests.properties.rolling import judge_rolling
from tests.properties.varied import judge_varied

KINDS: dict[str, tuple[Callable[[int], Verdict], str]] = {
    "tiny": (judge_tiny, "tiny bureaus against every roster there is"),
    "priced": (judge_priced, "the same where changes are made for the plan at a price"),
    "changing": (judge_changing, "the same with new duty models and transfers in the horizon"),
    "planted": (judge_planted, "bureaus with a lawful roster planted in them"),
    "wild": (judge_wild, "bureaus drawn without regard to what they can do"),
    "carried": (judge_carried, "tiny published rosters carried on, against every way to do that"),
    "rolling": (judge_rolling, "ten mornings of a bureau in which things happen"),
    "monotone": (judge_monotone, "bureaus that ask for less or have more are served no worse"),
    "joint": (partial(judge_whole, apart=False), "whole bureaus as one model against the boolean model"),
    "station": (judge_varied, "variants of examples/station against the boolean model"),
    "brigade": (partial(judge_varied, example="brigade"), "variants of examples/brigade against it"),
    "apart": (partial(judge_whole, apart=True), "whole bureaus unit by unit against the boolean model"),
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.properties", description=__doc__)
    for kind, (_, what) in KINDS.items():
        parser.add_argument(f"--{kind}", type=int, default=0, metavar="N", help=what)
    parser.add_argument("--seed", type=int, default=0, help="of the first bureau of each kind")
    asked = parser.parse_args(arguments)
    refuted = 0
    for kind, (judge, what) in KINDS.items():
        seeds = range(asked.seed, asked.seed + getattr(asked, kind))
        if seeds:
            print(f"{kind}: {what}, seeds {seeds.start} to {seeds.stop - 1}", flush=True)
            refuted += _run(kind, judge, seeds)
    return 1 if refuted else 0


def _run(kind: str, judge: Callable[[int], Verdict], seeds: range) -> int:
    """How many bureaus refute what their roster claims."""
    started = time.monotonic()
    fates: Counter[str] = Counter()
    refuted = 0
    for seed in seeds:
        verdict = judge(seed)
        fates[verdict.fate] += 1
        if verdict.wrong:
            refuted += 1
            print(f"  REFUTED  python -m tests.properties --{kind} 1 --seed {seed}", flush=True)
            for line in verdict.wrong:
                print(f"    {line}", flush=True)
    for fate, count in fates.most_common():
        print(f"  {count:6,}  {fate}")
    print(f"  {refuted:6,}  refuted, {time.monotonic() - started:.1f} s", flush=True)
    return refuted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
