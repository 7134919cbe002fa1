"""bureau.yaml by itself: the bureau's id and time zone, and into which file new rows go."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from rosterctl.intake.build import wording
from rosterctl.intake.build.times import time_zone_of
from rosterctl.intake.contents import BESIDE, BureauContents
from rosterctl.intake.shapes.bureau import BureauShape
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import Item, check_shape
from rosterctl.intake.text.yaml_nodes import Mapped
from rosterctl.problems import BadInput, Place
from rosterctl.wording import say

BUREAU_YAML = "bureau.yaml"


def open_bureau_yaml(folder: Folder) -> BureauContents | None:
    """bureau.yaml itself; None, and a mistake, when there is no bureau to speak of."""
    mistakes = folder.mistakes
    if not folder.root.is_dir():
        mistakes.add(
            Place(str(folder.root)), *wording.no_bureau_folder(BUREAU_YAML, is_file=folder.root.exists())
        )
        return None
    if not (folder.root / BUREAU_YAML).is_file():
        mistakes.add(Place(str(folder.root)), *say(wording.NO_BUREAU, bureau_yaml=BUREAU_YAML))
        return None
    if not folder.may_read(folder.root / BUREAU_YAML, BUREAU_YAML, Place(BUREAU_YAML)):
        return None
    text = folder.text(BUREAU_YAML)
    node = None if text is None else read_document(BUREAU_YAML, text, mistakes)
    if node is None:
        return None
    contents = BureauContents(folder, mistakes, Item(BureauShape.model_construct(), node), frozenset())
    _declare(contents, node)
    head, wrong = check_shape(BureauShape, node, mistakes, BureauShape.STAND_INS)
    if head is None:
        return None
    contents.head, contents.wrong = Item(head, node), wrong
    return contents


def _declare(contents: BureauContents, node: Mapped) -> None:
    contents.shift_ids.declare_all(node, "own_shifts")
    contents.rotation_ids.declare_all(node, "own_rotations")
    contents.crew_ids.declare_all(node, "crews")
    contents.type_ids.declare_all(node, "post_types")
    contents.strength_ids.declare_all(node, "strengths")


def file_for(folder: Path, key: str) -> str:
    """The name of the file under a key of bureau.yaml that a new row belongs into; it may not be there yet.

    BadInput when bureau.yaml cannot be understood or names no file under the key.
    """
    contents, mistakes = _opened(folder)
    named = list(contents.files(key))
    if not (named or mistakes) and key in contents.head.node.values:
        mistakes.add(contents.head.at(key), *say(wording.NO_FILE_NAMED, key=key, beside=BESIDE[key]))
    if mistakes:
        raise BadInput(mistakes.problems)
    return named[-1] if named else BESIDE[key]


def zone_of(folder: Path) -> ZoneInfo:
    """The bureau's time zone. BadInput when bureau.yaml cannot be understood or names none that exists."""
    contents, mistakes = _opened(folder)
    zone = time_zone_of(contents)
    if zone is None:
        raise BadInput(mistakes.problems)
    return zone


def id_of(folder: Path) -> str:
    """The bureau's id, empty when bureau.yaml cannot be understood."""
    try:
        return _opened(folder)[0].head.shape.bureau
    except (BadInput, OSError):
        return ""


def _opened(folder: Path) -> tuple[BureauContents, Mistakes]:
    mistakes = Mistakes()
    contents = open_bureau_yaml(Folder(folder, mistakes))
    if contents is None:
        raise BadInput(mistakes.problems)
    return contents, mistakes
