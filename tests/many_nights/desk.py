"""The duty planner's desk: types the commands, and judges what comes of each."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.many_nights.published import Published, current_number
from tests.many_nights.running import Ran, Runner

FINE, REJECTED = frozenset((0, 6)), 9
MOST_LINES, MOST_TEXT = 8, 900


@dataclass
class Done:
    """One command: when, what, and what came of it."""

    at: str
    line: str
    code: int
    seconds: float
    changes: int
    wrong: list[str]


@dataclass
class Desk:
    """`zone` is the offset from UTC in which the planner's clock is written. `audits` says whether every new
    version is judged again from its files."""

    bureau: Path
    out: Path
    rosterctl: Runner
    zone: str = "+08:00"
    audits: bool = True
    done: list[Done] = field(default_factory=list)
    heard: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state = self.bureau / "state"
        self.published = Published(self.state)
        self.published.look(date.max)

    def night(self, today: date, clock: str = "01:40", fine: frozenset[int] = FINE) -> Done:
        """The night run."""
        words = ("nightly", self.bureau, "--today", today, "--json")
        return self.type(words, today, clock, fine)

    def sick(self, who: str, since: date, until: date, day: date, clock: str) -> Done:
        """A sick call at that time of that day."""
        words = ("replan", self.bureau, "--sick", who, "--from", since, "--until", until, "--json")
        return self.type(words, day, clock)

    def type(
        self, words: tuple[object, ...], day: date, clock: str, fine: frozenset[int] = FINE, now: bool = True
    ) -> Done:
        """One command at a time of a day; its exit codes that are `fine` are no fault of the program."""
        at = f"{day}T{clock}{self.zone}"
        before = current_number(self.state)
        ran = self.rosterctl(*words, *(("--now", at) if now else ()))
        wrong = [] if ran.code in fine else [f"exit {ran.code}: {_last(ran)}"]
        if "Traceback" in ran.err:
            wrong = [f"exit {ran.code}, a bug: {_where(ran.err)}"]
        changes, unexplained = self.published.look(day - timedelta(days=1))
        wrong += unexplained
        if current_number(self.state) != before:
            wrong += self._state_is_whole()
        self.heard = _json(ran.out)
        done = Done(at, ran.line, int(ran.code), round(ran.seconds, 2), changes, wrong)
        self.done.append(done)
        return done

    def kept(self) -> int:
        """How many breaches the current version keeps because no lawful repair was found."""
        return len(self.published.newest.kept) if self.published.newest is not None else 0

    def keep(self, name: str) -> Path:
        """The bureau with its state as it is now, kept for whoever looks into it. Versions are linked."""
        kept = self.out / name
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.bureau, kept, ignore=shutil.ignore_patterns("versions"))
        versions = Path("state") / "versions"
        if (self.bureau / versions).exists():
            shutil.copytree(self.bureau / versions, kept / versions, copy_function=_link)
        return kept

    def _unrecorded(self, judged: Ran) -> list[str]:
        """What an audit found and the roster does not tell of as kept."""
        if judged.code == 0:
            return []
        newest, findings = self.published.newest, _json(judged.out).get("findings", ())
        kept = newest.kept if newest is not None else ()
        new = [one for one in findings if not _recorded(one, kept)]
        if judged.code == REJECTED and findings and not new:
            return []
        return [
            f"audit: exit {judged.code}, {len(new)} findings not recorded as kept: {new[:2]} {judged.err}"
        ]

    def _state_is_whole(self) -> list[str]:
        """The tables are those of the current version, and the audit of it finds nothing."""
        number, wrong = current_number(self.state), []
        tables = self.state / "tables" / "version.txt"
        written = tables.read_text(encoding="utf-8").strip() if tables.exists() else "none"
        if written != str(number):
            wrong.append(f"tables/ is of version {written}, current is {number}")
        if self.audits:
            judged = self.rosterctl("audit", self.state / "versions" / f"{number:06}", "--json")
            wrong += self._unrecorded(judged)
        return wrong


def _recorded(finding: dict[str, Any], kept: tuple[tuple[str, str], ...]) -> bool:
    """A note of the roster tells of the same rule, and of whom and when."""
    about = [finding[key] or "" for key in ("unit", "officer", "post", "day")]
    return any(finding["rule"] in rule and all(one in duty for one in about) for duty, rule in kept)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def _last(ran: Ran) -> str:
    said = (ran.err.strip() or ran.out.strip()).splitlines()
    return " / ".join(line.strip() for line in said[-MOST_LINES:])[-MOST_TEXT:]


def _where(trace: str) -> str:
    """The last places and the error of a traceback."""
    lines = [line.strip() for line in trace.splitlines() if "^^" not in line and line.strip()]
    places = [line.partition("src/")[2] for line in lines if line.startswith("File ")]
    return " / ".join((*places[-3:], next(line for line in reversed(lines) if "Error" in line)))


def _json(text: str) -> dict[str, Any]:
    """What a command said for programs; nothing where it printed something else."""
    start = text.find("{")
    if start < 0:
        return {}
    try:
        found = json.loads(text[start:])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
