"""What one installed rosterctl makes of the same bureaus, and whether two records are the same."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.golden.test_thames import THAMES
from tests.same_bytes.small_bureaus import draw
from tests.support.repository import ROOT

TIMED = {"run.json", "lock", "history.sqlite", "journal.jsonl", "current", "version.json"}
"""What keeps seconds or the moment of writing."""
LAWFUL = (0, 6)


@dataclass(frozen=True)
class Case:
    """A bureau, its first date, how many dates, and whether nights and a sick call follow."""

    name: str
    bureau: Path
    first: str
    days: int
    sick: str = ""


@dataclass(frozen=True)
class Compared:
    same: int
    different: tuple[str, ...]


def record(program: Path, out: Path, small: int, skip: Sequence[str]) -> None:
    """Solve, export and carry on every case with this program; `out` is made anew."""
    shutil.rmtree(out, ignore_errors=True)
    with TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        for case in _cases(inputs, small):
            if case.name in skip:
                continue
            work = Path(folder) / "work"
            shutil.copytree(case.bureau, work / "bureau")
            _solve(program, case, work)
            if case.sick:
                _carry_on(program, case, work)
            _keep(work, out / case.name)
            shutil.rmtree(work)
            print(f"{case.name}: recorded", flush=True)


def _cases(inputs: Path, small: int) -> Iterator[Case]:
    for name, sick in (("station", "P003"), ("brigade", "HS1-014"), ("handan", "")):
        yield Case(name, ROOT / "examples" / name, "2026-12-01", 28, sick)
    yield Case("thames", THAMES, "2026-10-19", 14)
    for seed in range(small):
        bureau = draw(inputs / f"small-{seed:02}", seed)
        sick = "" if seed % 3 else _first_officer(bureau)
        yield Case(bureau.name, bureau, "2026-12-01", 14, sick)


def _first_officer(bureau: Path) -> str:
    return (bureau / "officers/S01.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]


def _solve(program: Path, case: Case, work: Path) -> None:
    dates = ["--from", case.first, "--days", str(case.days)]
    repeatable = ["--reproducible", "--seed", "7", "--time-limit", "3000", "--quiet"]
    _run(program, work, "solve", "bureau", *dates, "--out", "roster", *repeatable)
    if (work / "roster").exists():
        _run(program, work, "export", "csv", "roster", "--out", "tables")
        _run(program, work, "show", "roster", "--date", case.first)
        _run(program, work, "show", "roster", "--coverage")


def _carry_on(program: Path, case: Case, work: Path) -> None:
    """Publish, a sick call, two nights: what `replan` and `nightly` make of it."""
    now = ["--now", f"{case.first}T05:40+08:00"]
    _run(program, work, "publish", "roster", "bureau", *now)
    _run(program, work, "replan", "bureau", "--sick", case.sick, *now)
    for day in ("2026-12-02", "2026-12-04"):
        clock = ["--today", day, "--now", f"{day}T03:40+08:00"]
        _run(program, work, "nightly", "bureau", *clock, "--days", "14")
    _run(program, work, "ledger", "bureau", "--until", "2026-12-04")


def _run(program: Path, work: Path, *words: str) -> None:
    """Run a command; what it said on stdout and its exit code are part of the record."""
    done = subprocess.run([program, *words], cwd=work, capture_output=True, check=False)
    said = work / "said"
    said.mkdir(exist_ok=True)
    path = said / f"{len(list(said.iterdir())):02}-{words[0]}.txt"
    path.write_bytes(f"exit {done.returncode}\n".encode() + (b"" if words[0] == "solve" else done.stdout))
    if done.returncode not in LAWFUL:
        print(f"  exit {done.returncode}: {' '.join(words)}: {done.stderr.decode()[-300:]}", flush=True)


def _keep(work: Path, place: Path) -> None:
    """All but the bureau itself, with what was timed left out."""
    for path in sorted(work.rglob("*")):
        part = path.relative_to(work)
        if path.is_file() and path.name not in TIMED and (part.parts[0] != "bureau" or "state" in part.parts):
            target = place / part
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def compare(before: Path, after: Path) -> Compared:
    """Every file of both records by its path."""
    names = sorted({str(path.relative_to(folder)) for folder in (before, after) for path in _files(folder)})
    same = [name for name in names if _bytes(before / name) == _bytes(after / name)]
    return Compared(len(same), tuple(name for name in names if name not in set(same)))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
