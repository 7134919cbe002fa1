"""Every date as the first of a published roster with a night after it.

    python -m tests.many_nights.first_dates --out DIR [--from DATE] [--until DATE] [--step 1] [--bureau DIR]

For each date: `solve --from` it, `publish`, and `nightly --today` the date after. Every one of them must end
with 0 or 6, without a traceback. A date on which that is not so is printed as WRONG with the commands, and
its roster and state folder are kept under DIR. Exit status 1 when there was any. Writes `DIR/dates.json`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.many_nights.running import Ran, Runner, apart, inside

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
ZONE = "+08:00"


@dataclass(frozen=True)
class Tried:
    """What came of one first date: the exit codes of the commands as far as they went, and what was wrong."""

    first: str
    exits: tuple[int, ...]
    seconds: float
    wrong: str = ""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.many_nights.first_dates", description=__doc__)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=FIRST)
    parser.add_argument("--until", type=date.fromisoformat, default=LAST)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--bureau", type=Path, default=EXAMPLES / "station")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--processes", action="store_true", help="each command as a process of its own")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    days = list(every(asked.first, asked.until, asked.step))
    tried = []
    for one in try_dates(
        asked.bureau, days, asked.out, asked.time_limit, apart if asked.processes else inside
    ):
        tried.append(one)
        if one.wrong:
            print(f"WRONG: {one.first}: {one.wrong}", flush=True)
        (asked.out / "dates.json").write_text(json.dumps([asdict(each) for each in tried], indent=1))
    exits = Counter(code for one in tried for code in one.exits)
    print(
        f"{len(tried)} dates, exits {dict(sorted(exits.items()))}, {sum(one.seconds for one in tried):.0f} s"
    )
    return 1 if any(one.wrong for one in tried) else 0


def every(first: date, last: date, step: int) -> Iterator[date]:
    """Every so manieth date from the first to the last."""
    for n in range(0, (last - first).days + 1, step):
        yield first + timedelta(days=n)


def try_dates(
    bureau: Path, days: Sequence[date], out: Path, seconds: float, rosterctl: Runner
) -> Iterator[Tried]:
    """One after the other, in one copy of the bureau, each with a state folder of its own."""
    copy = out / "bureau"
    if not copy.exists():
        shutil.copytree(bureau, copy, ignore=shutil.ignore_patterns("state"))
    for day in days:
        place = out / day.isoformat()
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        tried = _try(copy, day, place, seconds, rosterctl)
        if not tried.wrong:
            shutil.rmtree(place)
        yield tried


def _try(bureau: Path, day: date, place: Path, seconds: float, rosterctl: Runner) -> Tried:
    before, after = day - timedelta(days=5), day + timedelta(days=1)
    roster, state, limit = place / "roster", place / "state", ("--time-limit", f"{seconds:g}")
    commands = (
        ("solve", bureau, "--from", day, "--out", roster, "--quiet", *limit, "--now", _at(before)),
        ("publish", roster, bureau, "--state", state, "--now", _at(before)),
        ("nightly", bureau, "--state", state, "--today", after, *limit, "--now", _at(after)),
    )
    ran: list[Ran] = []
    for words in commands:
        ran.append(rosterctl(*words))
        wrong = _wrong(ran[-1])
        if wrong:
            break
    total = sum(one.seconds for one in ran)
    return Tried(day.isoformat(), tuple(one.code for one in ran), round(total, 1), wrong)


def _wrong(ran: Ran) -> str:
    if ran.code in (0, 6) and "Traceback" not in ran.err:
        return ""
    return f"exit {ran.code} of `{ran.line}`: {ran.err.strip()}"


def _at(day: date) -> str:
    return f"{day}T01:40{ZONE}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
