"""Two commits give the same rosters byte for byte: `python -m tests.same_bytes BEFORE AFTER`.

Each commit is installed into an environment of its own and asked to solve, export, publish, repair and carry
on the same bureaus: the shipped ones, Thames and thirty small random ones. `record` does it for one program,
`python -m tests.same_bytes record --program .venv/bin/rosterctl --out DIR`; `compare DIR DIR` compares two.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.same_bytes.record import compare, record
from tests.support.repository import ROOT

SMALL = 30


def main(words: list[str]) -> int:
    if words[:1] == ["record"]:
        asked = _parser("record").parse_args(words[1:])
        record(asked.program.resolve(), asked.out.resolve(), asked.small, asked.skip)
        return 0
    if words[:1] == ["compare"]:
        return _told(Path(words[1]), Path(words[2]))
    before, after = words
    with tempfile.TemporaryDirectory() as folder:
        records = [_recorded(commit, Path(folder) / name) for name, commit in (("a", before), ("b", after))]
        return _told(*records)


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(name)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--small", type=int, default=SMALL, help="how many small random bureaus")
    parser.add_argument("--skip", nargs="*", default=(), help="cases left out, such as handan")
    return parser


def _recorded(commit: str, folder: Path) -> Path:
    """The commit's program in an environment of its own, and what it makes."""
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", ROOT, folder / "repo"], check=True)
    subprocess.run(["git", "checkout", "-q", commit], cwd=folder / "repo", check=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    install = [folder / "env/bin/pip", "install", "-q", "-c", "constraints.txt", "."]
    subprocess.run(install, cwd=folder / "repo", check=True)
    record(folder / "env/bin/rosterctl", folder / "record", SMALL, ())
    return folder / "record"


def _told(before: Path, after: Path) -> int:
    found = compare(before, after)
    for one in found.different:
        print(f"different: {one}")
    print(f"{found.same} files are the same, {len(found.different)} differ")
    return 1 if found.different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
