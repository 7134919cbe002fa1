"""A fault in one place of the program, and what comes of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rosterctl.audit.audit import audit
from rosterctl.domain.roster import Roster
from rosterctl.storage.roster.folder import open_for_audit, read_roster
from tests.planted.stories import STORIES, Story
from tests.support.repository import ROOT, SOURCE

HOOK = ROOT / "tests" / "mutants" / "hook"
SECONDS = 300


@dataclass(frozen=True)
class Planting:
    """In `place` (a file below src/rosterctl) the text `old` becomes `new`; the bureau of `story` shows it.

    The audit's finding is of one of `rules`. With `shared` the changed program's own audit may miss it,
    because both sides read what is wrong there; otherwise the second reading of the facts must find it.
    """

    name: str
    place: str
    old: str
    new: str
    story: str
    rules: tuple[str, ...]
    shared: bool = False

    @property
    def title(self) -> str:
        """Place and name, by which it can be asked for."""
        return f"{self.place}: {self.name}"

    @property
    def path(self) -> Path:
        return SOURCE / self.place

    @property
    def module(self) -> str:
        return "rosterctl." + self.place.removesuffix(".py").replace("/", ".")

    def planted(self) -> str:
        """The module's text with the fault. ValueError when the place is not there exactly once."""
        text = self.path.read_text(encoding="utf-8")
        if text.count(self.old) != 1 or self.old == self.new:
            raise ValueError(f"{self.name}: {self.place} has the text {text.count(self.old)} times")
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Outcome:
    """What became of one fault: the rules by which the unchanged audit and the changed program's found it.

    `effect` is False when the roster is the one that the unchanged program makes: then nothing was planted.
    `failure` is what the changed program said when it made no roster at all.
    """

    planting: Planting
    effect: bool
    unchanged: tuple[str, ...]
    own: tuple[str, ...]
    failure: str = ""

    @property
    def found(self) -> bool:
        return bool(set(self.unchanged) & set(self.planting.rules))

    @property
    def found_by_own(self) -> bool:
        return bool(set(self.own) & set(self.planting.rules))

    @property
    def as_expected(self) -> bool:
        return self.effect and self.found and (self.planting.shared or self.found_by_own)


def plant(planting: Planting, folder: Path) -> Outcome:
    """Make a roster with the fault and audit it, from disk, without. `folder` is new and empty."""
    mutant = folder / "mutant.py"
    mutant.write_text(planting.planted(), encoding="utf-8")
    story = STORIES[planting.story]
    told = _make(story, folder, {"ROSTERCTL_MUTANT": f"{planting.module}={mutant}"})
    if told.returncode:
        return Outcome(planting, False, (), (), told.stderr[-2000:])
    bureau, roster = open_for_audit(folder / "roster")
    found = sorted({finding.rule for finding in audit(bureau, roster).findings})
    effect = _told(roster) != _told(clean(planting.story, str(folder.parent)))
    return Outcome(planting, effect, tuple(found), tuple(told.stdout.split()))


@cache
def clean(story: str, beside: str) -> Roster:
    """What the unchanged program makes of a story; its own audit finds nothing."""
    folder = Path(beside) / f"clean-{story}"
    folder.mkdir()
    told = _make(STORIES[story], folder, {})
    if told.returncode or told.stdout:
        raise ValueError(f"story {story} is no clean ground: {told.stdout} {told.stderr[-2000:]}")
    return read_roster(folder / "roster")


def _make(story: Story, folder: Path, more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    story.write(folder / "bureau")
    words = [folder / "bureau", story.first.isoformat(), str(story.days), folder / "roster"]
    paths = os.pathsep.join(map(str, (HOOK, ROOT / "src", ROOT)))
    return subprocess.run(
        [sys.executable, "-m", "tests.planted.maker", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


def _told(roster: Roster) -> tuple[object, ...]:
    """What of a roster a fault may change."""
    tiers = tuple((one.tier, one.value, one.bound) for one in roster.tiers)
    return roster.duties, roster.before, tiers
