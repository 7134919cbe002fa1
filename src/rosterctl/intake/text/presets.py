"""Presets: calendars, rotations, shifts and rulebooks by name, the bureau's own before the shipped ones."""

from __future__ import annotations

from pathlib import Path

import rosterctl
from rosterctl.intake.text import wording
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import did_you_mean, listed
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_nodes import Mapped
from rosterctl.problems import Place
from rosterctl.wording import say

UNKNOWN_PRESETS = {
    "calendars": wording.UNKNOWN_CALENDAR,
    "rotations": wording.UNKNOWN_FILE_OF_ROTATIONS,
    "shifts": wording.UNKNOWN_FILE_OF_SHIFTS,
    "rules": wording.UNKNOWN_RULEBOOK,
}


def shipped() -> Path:
    """The folder of the presets that come with rosterctl: in the wheel, or at the top of the repository."""
    package = Path(rosterctl.__file__).parent
    return package / "configs" if (package / "configs").is_dir() else package.parents[1] / "configs"


def read_preset(folder: Folder, kind: str, name: str, place: Place) -> Mapped | None:
    """The preset `name` of a kind: calendars, rotations, shifts or rules.

    None, and a mistake, if there is none or it cannot be read.
    """
    own = f"presets/{kind}/{name}.yaml"
    theirs = shipped() / kind / f"{name}.yaml"
    if (folder.root / own).exists():
        if not folder.may_read(folder.root / own, own, place):
            return None
        text, shown = folder.text(own), own
    elif theirs.is_file():
        if own in folder.files:
            folder.mistakes.add(place, *say(wording.PRESET_TWICE, name=name))
            return None
        shown = f"rosterctl/configs/{kind}/{name}.yaml"
        text = folder.text(own, theirs, shown)
    else:
        known = names(folder, kind)
        message = say(UNKNOWN_PRESETS[kind], name=name, hint=did_you_mean(name, known))
        folder.mistakes.add(place, message, say(wording.KNOWN_PRESETS, known=listed(known), own=own))
        return None
    return None if text is None else read_document(shown, text, folder.mistakes)


def names(folder: Folder, kind: str) -> list[str]:
    """The presets that could be named."""
    places = (folder.root / "presets" / kind, shipped() / kind)
    return sorted({path.stem for place in places if place.is_dir() for path in place.glob("*.yaml")})
