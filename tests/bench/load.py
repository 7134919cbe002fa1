"""`python -m tests.bench.load`: the same bureaus with the machine to themselves and with other work beside.

    python -m tests.bench.load [--bureaus station,brigade,handan] [--loads quiet,burners,core,slowed]

What is asked is not how fast a busy machine is but what comes of it: whether the limit is kept, every unit is
searched for, and no tier collapses. Prints a line of markdown a run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from tests.bench.contest import MADE, ROOT
from tests.bench.process import ROSTERCTL, Run, run

BURNER = (sys.executable, "-c", "while True: pass")
BUREAUS = ("station", "brigade", "handan")


@dataclass(frozen=True)
class Load:
    """What else runs: so many programs that never stop; and the cores to which ours is held, if to any."""

    burners: int = 0
    cores: str = ""


LOADS = {
    "quiet": Load(),
    "burners": Load(burners=4),
    "core": Load(cores="0"),
    # Of two cores shared by eight processes the two that search have a quarter.
    "slowed": Load(burners=6),
}
COLUMNS = ("load", "bureau", "exit", "s", "processor s", "legal", "plan", "strength", "plain rotation")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("--bureaus", default=",".join(BUREAUS))
    parser.add_argument("--loads", default=",".join(LOADS))
    parser.add_argument("--days", default="28")
    parser.add_argument("--out", type=Path, default=Path(gettempdir()) / "rosterctl-load")
    asked = parser.parse_args(arguments)
    print(_line(COLUMNS), _line(["---"] * len(COLUMNS)), sep="\n", flush=True)
    codes = []
    for bureau in asked.bureaus.split(","):
        for name in asked.loads.split(","):
            out = asked.out / f"{bureau}-{name}"
            with beside(LOADS[name]) as held:
                made = run([*held, *_solve(bureau, asked.days, out)], ROOT)
            codes.append(made.code)
            print(_line([name, bureau, *_told(made, out)]), flush=True)
    return 0 if all(code in MADE for code in codes) else 1


@contextmanager
def beside(load: Load) -> Iterator[tuple[str, ...]]:
    """While it lasts the burners burn; what comes before the command that is measured."""
    burners = [subprocess.Popen(BURNER) for _ in range(load.burners)]
    try:
        yield ("taskset", "-c", load.cores) if load.cores else ()
    finally:
        for one in burners:
            one.kill()
            one.wait()


def _solve(bureau: str, days: str, out: Path) -> tuple[str, ...]:
    when = "--from", "2026-12-01", "--days", days, "--seed", "1"
    return *ROSTERCTL, "solve", f"examples/{bureau}", *when, "--out", str(out), "--json", "--quiet"


def _told(made: Run, out: Path) -> Iterator[str]:
    """Exit, seconds, tiers as value (bound), and the units that were not searched for."""
    yield from (str(made.code), f"{made.seconds:.1f}", f"{made.worked:.0f}")
    if made.code not in MADE:
        yield made.err.strip().rpartition("\n")[2] or f"nothing in {out}"
        return
    facts = json.loads(made.out)
    yield from map(_tier, facts["tiers"][:3])
    yield ", ".join(one["unit"] for one in facts["fallbacks"]) or "none"


def _tier(fields: dict[str, Any]) -> str:
    bound = fields["bound"]
    return f"{fields['value']:,} ({'-' if bound is None else format(bound, ',')})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
