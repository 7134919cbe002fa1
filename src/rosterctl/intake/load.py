"""A bureau's folder in, a checked Bureau out, or every mistake in it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rulebook import Rulebook
from rosterctl.intake.build.people.absences import absences_of, wishes_of
from rosterctl.intake.build.people.accounts import ledger_of, lieu_of
from rosterctl.intake.build.people.exchanges import exchanges_of
from rosterctl.intake.build.people.history import history_of
from rosterctl.intake.build.people.incidents import after_incidents
from rosterctl.intake.build.people.officers import declare_officers, officers_of, skills_declared
from rosterctl.intake.build.times import time_zone_of
from rosterctl.intake.build.work.calendar import calendar_of
from rosterctl.intake.build.work.crews import crews_of
from rosterctl.intake.build.work.events import events_of, strengths_of
from rosterctl.intake.build.work.post_types import post_types_of
from rosterctl.intake.build.work.posts import posts_of, vehicles_of, zones_of
from rosterctl.intake.build.work.rotations import rotations_of, shifts_of
from rosterctl.intake.build.work.rulebook import rulebook_of
from rosterctl.intake.build.work.units import units_of
from rosterctl.intake.papers import BureauPapers
from rosterctl.intake.text.files import open_papers, read_papers
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes, quoted
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.timeline.clock import DAY


@dataclass(frozen=True)
class Examination:
    """What came of reading a folder: the bureau (None if anything is wrong), its rulebook, the mistakes.

    `folder` has the bytes of every file and can quote the user's line at a place.
    """

    bureau: Bureau | None
    rulebook: Rulebook | None
    problems: tuple[Problem, ...]
    folder: Folder

    def quote(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The problems, sorted, each with the user's own line."""
        return quoted(problems, self.folder.line)


def examine(folder: Path, carried: Mapping[str, bytes] | None = None) -> Examination:
    """Read everything and go on after a mistake. OSError when a file that is there cannot be read.

    `carried` are files by name that are read as if they stood in the folder.
    """
    mistakes = Mistakes()
    desk = Folder(folder, mistakes, carried=carried or {})
    papers = open_papers(desk)
    bureau = None
    if papers is not None:
        read_papers(papers)
        bureau = _assemble(papers)
    problems = quoted(mistakes.problems, desk.line)
    rulebook = bureau.rulebook if bureau is not None else None
    return Examination(None if problems else bureau, rulebook, problems, desk)


def read_bureau(folder: Path) -> Bureau:
    """The bureau of a folder. BadInput with every mistake; OSError when a file cannot be read."""
    examination = examine(folder)
    if examination.bureau is None:
        raise BadInput(examination.problems)
    return examination.bureau


def input_files(folder: Path) -> Mapping[str, bytes]:
    """The bytes of all input files by name relative to the folder, in order of their names.

    Presets that were used stand under `presets/KIND/NAME.yaml`, so the files alone make up the same bureau.
    BadInput and OSError as in `read_bureau`.
    """
    examination = examine(folder)
    if examination.bureau is None:
        raise BadInput(examination.problems)
    return dict(sorted(examination.folder.files.items()))


def fingerprint(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and contents of the files; where the folder lies does not matter."""
    whole = hashlib.sha256()
    for name, data in sorted(files.items()):
        for part in (name.encode(), data):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()


def _assemble(papers: BureauPapers) -> Bureau:
    head = papers.head.shape
    _clock(papers)
    declare_officers(papers)
    shifts, rotations, crews = shifts_of(papers), rotations_of(papers), crews_of(papers)
    units = units_of(papers, rotations)
    written = officers_of(papers, units)
    zones = zones_of(papers)
    facts = after_incidents(papers, written, vehicles_of(papers), absences_of(papers, written))
    officers, vehicles = facts.officers, facts.vehicles
    skills = skills_declared(papers)
    kinds = frozenset(vehicle.kind for vehicle in vehicles.values())
    return Bureau(
        head.bureau,
        head.name,
        head.timezone,
        head.anchor,
        head.day_starts,
        calendar_of(papers),
        shifts,
        rotations,
        crews,
        post_types_of(papers, crews, skills, kinds),
        units,
        zones,
        posts_of(papers, units, zones),
        vehicles,
        officers,
        rulebook_of(papers),
        facts.absences,
        wishes_of(papers, written),
        events_of(papers, crews, skills, units),
        strengths_of(papers),
        ledger_of(papers),
        history_of(papers, shifts),
        fingerprint(papers.folder.files),
        exchanges_of(papers, written),
        Place("bureau.yaml", 1, 1),
        carried=papers.carried,
        lieu=lieu_of(papers),
        lieu_expires_days=head.lieu_expires_days,
    )


def _clock(papers: BureauPapers) -> None:
    head = papers.head
    if head.shape.day_starts >= DAY:
        papers.mistakes.add(head.at("day_starts"), "day_starts: must lie before 24:00", 'write "00:00"')
    time_zone_of(papers)
