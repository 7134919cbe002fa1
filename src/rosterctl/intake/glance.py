"""What bureau.yaml alone tells: the time zone, and to which file rows are added."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from rosterctl.intake.build.times import time_zone_of
from rosterctl.intake.papers import BESIDE, BureauPapers
from rosterctl.intake.text.files import open_papers
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import BadInput


def file_for(folder: Path, key: str) -> str:
    """The name of the file under a key of bureau.yaml that a new row belongs into; it may not be there yet.

    BadInput when bureau.yaml cannot be understood or names no file under the key.
    """
    papers, mistakes = _opened(folder)
    named = list(papers.files(key))
    if not (named or mistakes) and key in papers.head.node.values:
        hint = f"name one, or delete the line: {BESIDE[key]} is found by itself"
        mistakes.add(papers.head.at(key), f"{key}: no file is named", hint)
    if mistakes:
        raise BadInput(mistakes.problems)
    return named[-1] if named else BESIDE[key]


def zone_of(folder: Path) -> ZoneInfo:
    """The bureau's time zone. BadInput when bureau.yaml cannot be understood or names none that exists."""
    papers, mistakes = _opened(folder)
    zone = time_zone_of(papers)
    if zone is None:
        raise BadInput(mistakes.problems)
    return zone


def id_of(folder: Path) -> str:
    """The bureau's id, empty when bureau.yaml cannot be understood."""
    try:
        return _opened(folder)[0].head.shape.bureau
    except (BadInput, OSError):
        return ""


def _opened(folder: Path) -> tuple[BureauPapers, Mistakes]:
    mistakes = Mistakes()
    papers = open_papers(Folder(folder, mistakes))
    if papers is None:
        raise BadInput(mistakes.problems)
    return papers, mistakes
