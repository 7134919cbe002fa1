"""A long run of random kills: `python -m tests.crash --kills 2000 --nights 500 --seed 1`.

Ends with an AssertionError at the first kill after which a published roster is lost, damaged or half there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.crash.faults import EVERY_CALL
from tests.crash.nights import soak_nights
from tests.crash.soak import soak


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument(
        "--kills", type=int, default=200, metavar="N", help="how many publications are killed"
    )
    parser.add_argument("--nights", type=int, default=0, metavar="N", help="how many nights and repairs are")
    parser.add_argument("--seed", type=int, default=0, help="of the moments")
    parser.add_argument("--every-call", action="store_true", help="kill and refuse at every call that writes")
    asked = parser.parse_args(arguments)
    if asked.kills:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            toll = soak(Path(folder), asked.kills, asked.seed)
        print(f"{toll.kills:6,}  kills, seed {asked.seed}, {time.monotonic() - started:.0f} s")
        print(f"{toll.unfinished:6,}  of them left something to mend, which the next run mended")
        print(f"{toll.acknowledged:6,}  versions acknowledged, none of them lost or damaged")
    if asked.nights:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            lost = soak_nights(Path(folder), asked.nights, asked.seed)
        print(f"{lost.kills:6,}  nights and repairs, seed {asked.seed}, {time.monotonic() - started:.0f} s")
        print(f"{lost.struck:6,}  killed before their end, {lost.unfinished:,} published nothing by then")
        print(f"{lost.versions:6,}  versions published, all lawful, none of them lost or damaged")
    return _every_call() if asked.every_call else 0


def _every_call() -> int:
    """The tests of single calls, without drawing a sample."""
    os.environ[EVERY_CALL] = "1"
    here = Path(__file__).parent
    return int(pytest.main([str(here / name) for name in ("test_state_faults.py", "test_night_faults.py")]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
