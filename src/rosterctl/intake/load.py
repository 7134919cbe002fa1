"""A bureau's folder in, a checked Bureau out, or every mistake in it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rulebook import Rulebook
from rosterctl.domain.tier import Prices
from rosterctl.intake.build import wording
from rosterctl.intake.build.gone import beside, gone_nouns
from rosterctl.intake.build.people.absences import absences_of, after_duties_begun, wishes_of
from rosterctl.intake.build.people.accounts import ledger_of, lieu_of, past_shares_of
from rosterctl.intake.build.people.exchanges import exchanges_of
from rosterctl.intake.build.people.history import history_of
from rosterctl.intake.build.people.incidents import after_incidents
from rosterctl.intake.build.people.officers import declare_officers, officers_of, skills_declared
from rosterctl.intake.build.times import time_zone_of
from rosterctl.intake.build.work.calendar import calendar_of
from rosterctl.intake.build.work.crews import crews_of
from rosterctl.intake.build.work.events import events_of
from rosterctl.intake.build.work.post_types import post_types_of
from rosterctl.intake.build.work.posts import posts_of, vehicles_of, zones_of
from rosterctl.intake.build.work.rotations import rotations_of, shifts_of
from rosterctl.intake.build.work.rulebook import rulebook_of
from rosterctl.intake.build.work.strength_targets import strengths_of
from rosterctl.intake.build.work.units import units_of
from rosterctl.intake.build.zeros import restore_zeros
from rosterctl.intake.bureau_yaml import open_bureau_yaml
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.read_files import read_files
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes, quoted
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.timeline.clock import DAY
from rosterctl.wording import say


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
    contents = open_bureau_yaml(desk)
    bureau = None
    if contents is not None:
        read_files(contents)
        bureau = _assemble(contents)
    problems = quoted(mistakes.problems, desk.line)
    rulebook = bureau.rulebook if bureau is not None else None
    return Examination(None if problems else bureau, rulebook, problems, desk)


def read_bureau(folder: Path) -> Bureau:
    """The bureau of a folder. BadInput with every mistake; OSError when a file cannot be read."""
    examination = examine(folder)
    if examination.bureau is None:
        raise BadInput(examination.problems)
    return examination.bureau


def fingerprint(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and contents of the files; where the folder lies does not matter."""
    whole = hashlib.sha256()
    for name, data in sorted(files.items()):
        for part in (name.encode(), data):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()


def _assemble(contents: BureauContents) -> Bureau:
    head = contents.head.shape
    _clock(contents)
    declare_officers(contents)
    restore_zeros(contents)
    shifts, rotations, crews = shifts_of(contents), rotations_of(contents), crews_of(contents)
    units = units_of(contents, rotations)
    written = officers_of(contents, units)
    zones = zones_of(contents)
    facts = after_incidents(contents, written, vehicles_of(contents), absences_of(contents, written))
    gone = gone_nouns(contents)
    skills = skills_declared(contents)
    kinds = frozenset(vehicle.kind for vehicle in facts.vehicles.values())
    return Bureau(
        head.bureau,
        head.name,
        head.timezone,
        head.anchor,
        head.day_starts,
        calendar_of(contents),
        shifts,
        rotations,
        crews,
        beside(post_types_of(contents, crews, skills, kinds), gone.post_types),
        beside(units, gone.units),
        beside(zones, gone.zones),
        beside(posts_of(contents, units, zones), gone.posts),
        beside(facts.vehicles, gone.vehicles),
        beside(facts.officers, gone.officers),
        rulebook_of(contents),
        (
            *after_duties_begun(contents, facts.absences),
            *(one for one in gone.absences if one.officer not in facts.officers),
        ),
        wishes_of(contents, written),
        events_of(contents, crews, skills, units),
        strengths_of(contents),
        ledger_of(contents),
        history_of(contents, shifts),
        fingerprint(contents.folder.files),
        exchanges_of(contents, written),
        Place("bureau.yaml", 1, 1),
        carried=contents.carried,
        lieu=lieu_of(contents),
        lieu_expires_days=head.lieu_expires_days,
        past_shares=past_shares_of(contents),
        prices=Prices(head.prices.let_off, head.prices.loan),
    )


def _clock(contents: BureauContents) -> None:
    head = contents.head
    if head.shape.day_starts >= DAY:
        contents.mistakes.add(head.at("day_starts"), *say(wording.DAY_STARTS_TOO_LATE))
    time_zone_of(contents)
