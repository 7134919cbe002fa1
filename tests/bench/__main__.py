"""`python -m tests.bench`: runs the bench, prints one table, writes the same as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from tests.bench.rows import Row, below_bound
from tests.bench.sections import Bench
from tests.bench.table import table

SECTIONS = ("cover", "handan", "growth", "reaches")


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    if asked.show:
        print(_page(json.loads(asked.show.read_text(encoding="utf-8")), asked.markdown))
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bench = Bench(asked.out.resolve(), asked.quick, asked.time_limit)
    rows: list[Row] = []
    written: dict[str, Any] = {}
    for name in asked.only or SECTIONS:
        for row in bench.sections[name]():
            print(f"{name}: {row.input}, {row.who}: {row.seconds:.1f} s, exit {row.exit}", file=sys.stderr)
            rows.append(row)
            written = {"machine": _machine(), "notes": bench.notes, "rows": [one.as_json() for one in rows]}
            _write(asked.out / "bench.json", written)
    written["notes"] = [*bench.notes, *filter(None, map(below_bound, rows))]
    _write(asked.out / "bench.json", written)
    print(_page(written, asked.markdown))
    print(f"written to {asked.out / 'bench.json'}", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", type=_names, help=f"some of {','.join(SECTIONS)}")
    parser.add_argument("--quick", action="store_true", help="small inputs, to see that the bench works")
    parser.add_argument("--time-limit", type=float, help="seconds for everybody; else as README.md says")
    parser.add_argument("--out", type=Path, default=Path(gettempdir()) / "rosterctl-bench")
    parser.add_argument("--markdown", action="store_true", help="the table as it stands in README.md")
    parser.add_argument("--show", type=Path, metavar="JSON", help="run nothing, show an earlier bench.json")
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in SECTIONS]:
        raise argparse.ArgumentTypeError(f"there is no {unknown[0]}; there are {', '.join(SECTIONS)}")
    return names


def _write(file: Path, written: Mapping[str, Any]) -> None:
    """After every row, so that a long run that is cut off has not been for nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _page(written: Mapping[str, Any], markdown: bool) -> str:
    rows = [Row.from_json(row) for row in written["rows"]]
    notes = "\n".join(f"- {note}" for note in written["notes"])
    return "\n\n".join(filter(None, [written["machine"], table(rows, markdown=markdown), notes]))


def _machine() -> str:
    """When and on what, for comparing figures of the same machine only."""
    now = datetime.now(UTC).date()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    cpu = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"Measured on {now}: {os.cpu_count()} cores ({cpu}), {memory:.0f} GB, load {load:.1f} at the end; "
        f"Python {platform.python_version()}, OR-Tools {version('ortools')}."
    )


if __name__ == "__main__":
    sys.exit(main())
