"""Many nights of a bureau, as they come.

    python -m tests.many_nights --bureau examples/station --nights 400 --seed 1 --out DIR

A copy of the bureau lives date by date through what a seed brings (`happenings`), with the real `nightly`,
`replan`, `swap`, `rollback` and so on. One seed decides everything. A run that was interrupted, or asked for
fewer nights at first, goes on when it is asked again with the same DIR. What is not as it should be is
printed as WRONG with date, seed and command; the bureau as it was then is kept in DIR, and the exit status
is 1. Writes `DIR/nights.json` and `DIR/summary.txt`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.many_nights.course import Course, make_bureau, nights
from tests.many_nights.desk import Desk
from tests.many_nights.happenings import Fate
from tests.many_nights.life import remembered
from tests.many_nights.running import apart, inside
from tests.many_nights.spread import same_from_scratch
from tests.many_nights.summary import summary

EXAMPLES = Path(__file__).parents[2] / "examples"
KEPT_MOST, STUCK = 20, 15
"""How many wrong dates are kept; after so many failed nights in a row the run is given up."""


def main(arguments: Sequence[str]) -> int:
    asked = _asked(arguments)
    fate = Fate(asked.busy, frozenset(filter(None, asked.without.split(","))))
    course = Course(asked.first, asked.nights, asked.seed, fate)
    if not (asked.out / "bureau").exists():
        make_bureau(asked.bureau, asked.out, asked.timezone)
    rows = _so_far(asked.out / "nights.json")
    runner = apart if asked.processes else inside
    desk = Desk(asked.out / "bureau", asked.out, runner, asked.zone, audits=not asked.no_audit)
    failed, seen = 0, set[str]()
    for row in nights(course, desk, remembered(asked.out / "memory.json"), len(rows)):
        rows.append(row)
        (asked.out / "nights.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        wrong = [one for one in row["commands"] if one["wrong"]]
        _say(row, course.seed, quiet=asked.quiet)
        kinds = {_kind(each) for one in wrong for each in one["wrong"]}
        if kinds - seen and len(list(asked.out.glob("wrong-*"))) < KEPT_MOST:
            desk.keep(f"wrong-{row['date']}")
        seen |= kinds
        failed = failed + 1 if any(" nightly " in one["line"] for one in wrong) else 0
        if failed == STUCK:
            print(f"given up: {STUCK} nights in a row are wrong")
            break
    verified = runner("runs", desk.bureau, "--verify")
    drifted = same_from_scratch(desk.bureau)
    text = summary(rows, course.seed, verified, drifted)
    (asked.out / "summary.txt").write_text(text + "\n", encoding="utf-8")
    print(text)
    return (
        1 if verified.code or drifted or any(one["wrong"] for row in rows for one in row["commands"]) else 0
    )


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.many_nights",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--bureau", type=Path, default=EXAMPLES / "station")
    parser.add_argument("--nights", type=int, default=30, help="dates in all, those done before included")
    parser.add_argument("--first", type=date.fromisoformat, default=date(2026, 1, 5))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--timezone", default="", help="lives there instead, for example Europe/Berlin")
    parser.add_argument("--zone", default="+08:00", help="how the planner's clock is written")
    parser.add_argument("--busy", type=float, default=1, help="how many times as often things happen")
    parser.add_argument("--without", default="", help="happenings to leave out, with commas between")
    parser.add_argument("--processes", action="store_true", help="each command as a process of its own")
    parser.add_argument("--no-audit", action="store_true", help="versions are not audited a second time")
    parser.add_argument("--quiet", action="store_true", help="print only what is wrong")
    return parser.parse_args(arguments)


def _so_far(file: Path) -> list[dict[str, Any]]:
    found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return list(found)


def _say(row: dict[str, Any], seed: int, *, quiet: bool) -> None:
    commands = row["commands"]
    if not quiet:
        exits = " ".join(f"{one['line'].split()[1]}:{one['code']}" for one in commands)
        seconds = sum(one["seconds"] for one in commands)
        print(f"{row['date']} {seconds:5.1f} s  {exits}  {', '.join(row['happened'])}", flush=True)
    for one in commands:
        for wrong in one["wrong"]:
            print(f"WRONG: {row['date']}, seed {seed}, `{one['line']}` at {one['at']}: {wrong}", flush=True)


def _kind(wrong: str) -> str:
    """What is wrong without its numbers; of each kind the first date is kept."""
    return re.sub(r"[\dN]+", "#", wrong)[-120:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
