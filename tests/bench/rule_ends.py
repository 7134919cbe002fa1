"""`python -m tests.bench.rule_ends`: a bureau with each limit of its rulebook at both ends of what is
sensible.

    python -m tests.bench.rule_ends [--bureau examples/brigade] [--days 28] [--only rest,hours] [--out DIR]

Of a limit the tighter end comes first: what is asked is whether any of them ends in a collapse (no roster, or
a unit on the plain rotation), and whether the looser end misses more of the legal minima. Prints a line of
markdown a run; the exit status is 1 where that is so.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from tests.bench.contest import MADE, ROOT
from tests.bench.process import ROSTERCTL, run

ENDS = {
    "rest": ("{hours: 12}", "{hours: 8}"),
    "nights-in-a-row": ("{most: 1}", "{most: 7}"),
    "duty-days-in-a-row": ("{most: 3}", "{most: 12}"),
    "hours": ("{days7: 60, days28: 180}", "{days7: 84, days28: 300}"),
    "mean-hours": ("{sworn: 42, auxiliary: 42}", "{sworn: 60, auxiliary: 60}"),
    "overtime": ("{monthly: 0, daily: 1}", "{monthly: 72, daily: 6}"),
    "weekly-rest": ("{severity: hard, hours: 35}", "{severity: hard, hours: 24}"),
    "pay-threshold": ("{severity: soft, hours: 140}", "{severity: soft, hours: 240}"),
}
"""By rule what it is at its tighter and at its looser end, as a bureau writes it."""
COLUMNS = ("rule", "at", "exit", "s", "legal", "plan", "strength", "off the rotation", "plain rotation")


@dataclass(frozen=True)
class Outcome:
    """`tiers` are values and bounds of legal minima, plan and strength; `off` duties off the rotation."""

    code: int
    seconds: float
    tiers: tuple[tuple[int, int | None], ...] = ()
    off: int = 0
    fallbacks: tuple[str, ...] = ()
    said: str = ""

    def line(self, rule: str, at: str) -> str:
        tiers = [f"{value:,} ({'-' if bound is None else format(bound, ',')})" for value, bound in self.tiers]
        last = [str(self.off), ", ".join(self.fallbacks) or "none"] if self.tiers else [self.said]
        return _line([rule, at, str(self.code), f"{self.seconds:.1f}", *tiers, *last])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rule_ends", description=__doc__)
    parser.add_argument("--bureau", type=Path, default=ROOT / "examples/brigade")
    parser.add_argument("--days", default="28")
    parser.add_argument("--only", default=",".join(ENDS))
    parser.add_argument("--out", type=Path, default=Path(gettempdir()) / "rosterctl-rule-ends")
    asked = parser.parse_args(arguments)
    print(_line(COLUMNS), _line(["---"] * len(COLUMNS)), sep="\n", flush=True)
    wrong = 0
    for rule in asked.only.split(","):
        both = []
        for end in ENDS[rule]:
            both.append(_solved(asked.bureau, asked.out, rule, end, asked.days))
            print(both[-1].line(rule, end), flush=True)
        tight, loose = both
        worse = [value for value, _ in loose.tiers[:1]] > [value for value, _ in tight.tiers[:1]]
        wrong += worse or any(one.code not in MADE or one.fallbacks for one in both)
    return 1 if wrong else 0


def _solved(bureau: Path, out: Path, rule: str, end: str, days: str) -> Outcome:
    folder = out / rule
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bureau, folder)
    _set(folder / "bureau.yaml", rule, end)
    when = "--from", "2026-12-01", "--days", days, "--seed", "1"
    made = run([*ROSTERCTL, "solve", str(folder), *when, "--out", str(out / "roster"), "--json", "--quiet"])
    if made.code not in MADE:
        return Outcome(made.code, made.seconds, said=made.err.strip().rpartition("\n")[2])
    facts = json.loads(made.out)
    tiers = tuple((one["value"], one["bound"]) for one in facts["tiers"][:3])
    lost = tuple(one["unit"] for one in facts["fallbacks"])
    return Outcome(made.code, made.seconds, tiers, facts["tiers"][3]["value"], lost)


def _set(file: Path, rule: str, end: str) -> None:
    """The option below the bureau's own `rules:`, which it may have already."""
    text = file.read_text(encoding="utf-8")
    if re.search(r"^rules:", text, re.MULTILINE):
        text = re.sub(r"^rules:\n", f"rules:\n  {rule}: {end}\n", text, count=1, flags=re.MULTILINE)
    else:
        text = f"{text}\nrules:\n  {rule}: {end}\n"
    file.write_text(text, encoding="utf-8")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
