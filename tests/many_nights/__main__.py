"""Thirty nights of a whole bureau, as they come: `python -m tests.many_nights --nights 30 --out DIR`.

A copy of `examples/handan` is run night after night by real `rosterctl nightly` processes, and each morning
at 05:40 `rosterctl replan` takes a sick call. What happens in between is drawn from a seed (`happenings`):
sickness, leave, people coming back, vehicles, a course of forty, a new post, an operation, one new duty
model. Every version is audited again from disk; at the end the journal's chain is verified and the ledger
counted from scratch. Prints a row a night and writes all of them to `DIR/nights.json`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tabulate import tabulate

from tests.many_nights.happenings import Happenings
from tests.many_nights.running import Ran, rosterctl
from tests.many_nights.spread import nights_apart, same_from_scratch

HANDAN = Path(__file__).parents[2] / "examples" / "handan"
HEADERS = {
    "date": "date",
    "happened": "happened before",
    "exit": "exit",
    "seconds": "s",
    "changes": "changes",
    "weight": "weight",
    "replan_seconds": "replan s",
    "replan_changes": "its changes",
    "replan_weight": "its weight",
    "legal": "legal short",
    "plan": "plan short",
    "strength": "strength short",
    "duties": "duties",
    "apart": "nights apart",
    "audited": "audited",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.many_nights", description=__doc__)
    parser.add_argument("--nights", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bureau", type=Path, default=HANDAN)
    parser.add_argument("--first", type=date.fromisoformat, default=date(2026, 12, 1))
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(arguments)
    bureau = Path(shutil.copytree(asked.bureau, asked.out / "bureau"))
    rows, wrong = [], []
    for row in nights(bureau, asked.first, asked.nights, asked.seed):
        rows.append(row)
        wrong += row["wrong"]
        print(
            f"{row['date']}: exit {row['exit']}, {row['seconds']:.1f} s, {row['changes']} changes", flush=True
        )
        (asked.out / "nights.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1))
    shown = [[row[key] for key in HEADERS] for row in rows]
    print(tabulate(shown, headers=list(HEADERS.values()), tablefmt="github", floatfmt=".1f"))
    verified = rosterctl("runs", bureau, "--verify")
    print(verified.out.strip())
    wrong += [] if verified.code == 0 else [verified.out]
    wrong += same_from_scratch(bureau)
    for one in wrong:
        print(f"WRONG: {one}")
    return 1 if wrong else 0


def nights(bureau: Path, first: date, number: int, seed: int) -> Any:
    happenings = Happenings(bureau, seed)
    for n in range(number):
        today = first + timedelta(days=n)
        happened = happenings.before(n, today) if n else []
        ran = rosterctl("nightly", bureau, "--today", today, "--json")
        told = json.loads(ran.out) if ran.out else {}
        morning = _morning(bureau, happenings, today)
        yield {
            "date": today.isoformat(),
            "happened": ", ".join(happened),
            "exit": ran.code,
            "seconds": ran.seconds,
            "changes": len(told.get("changes", ())),
            "weight": told.get("weight"),
            **morning,
            **_tiers(told),
            "duties": told.get("duties"),
            "apart": nights_apart(bureau, today),
            **_judged(bureau, ran),
        }


def _morning(bureau: Path, happenings: Happenings, today: date) -> dict[str, Any]:
    """A sick call at 05:40 of somebody who is on duty today."""
    who = happenings.caller(today)
    ran = rosterctl("replan", bureau, "--sick", who, "--now", f"{today}T05:40+08:00", "--json")
    told = json.loads(ran.out) if ran.out else {}
    proven = told.get("weight") == told.get("bound")
    return {
        "replan_exit": ran.code,
        "replan_seconds": ran.seconds,
        "replan_changes": len(told.get("changes", ())),
        "replan_weight": f"{told.get('weight')}{'' if proven else ' (not proven)'}",
    }


def _tiers(told: dict[str, Any]) -> dict[str, Any]:
    values = {one["tier"]: one["value"] for one in told.get("tiers", ())}
    names = {"legal minima short": "legal", "post plan short": "plan", "strength target short": "strength"}
    return {key: values.get(name) for name, key in names.items()}


def _judged(bureau: Path, ran: Ran) -> dict[str, Any]:
    """The current version, audited again from its files."""
    current = json.loads((bureau / "state" / "current").read_text())
    audited = rosterctl("audit", bureau / "state" / "versions" / f"{current['version']:06}")
    wrong = [] if ran.code in (0, 6) else [f"nightly ended with {ran.code}: {ran.err.strip()}"]
    wrong += [] if audited.code == 0 else [f"the audit found something: {audited.out[:500]}"]
    return {"audited": "clean" if audited.code == 0 else "findings", "wrong": wrong}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
