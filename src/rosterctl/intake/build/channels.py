"""notify.yaml, the one file of a bureau's folder that is not part of the bureau.

It may hold secrets, so it is neither in the fingerprint nor copied into rosters: nothing in bureau.yaml names
it, `Folder` withholds it from every pattern that would catch it, and only this module reads it.
"""

from __future__ import annotations

import os
from pathlib import Path

from rosterctl.domain.channels import Channels
from rosterctl.intake.shapes.notify import NotifyShape
from rosterctl.intake.text.folder import WITHHELD, Folder
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import check_shape
from rosterctl.problems import Place, Problem


def examine_channels(folder: Path) -> tuple[Channels, tuple[Problem, ...]]:
    """The channels of a bureau's folder and the mistakes in its notify.yaml; a wrong channel is left out.

    No mistake quotes the file. OSError when it is there and cannot be read.
    """
    mistakes = Mistakes()
    if not os.path.lexists(folder / WITHHELD):
        return Channels(), ()
    desk = Folder(folder, mistakes, withheld="")
    found = None
    if desk.may_read(folder / WITHHELD, WITHHELD, Place(WITHHELD)):
        text = desk.text(WITHHELD)
        node = None if text is None else read_document(WITHHELD, text, mistakes)
        found = None if node is None else check_shape(NotifyShape, node, mistakes)[0]
    channels = Channels() if found is None else Channels(found.ping, found.webhook, found.command or ())
    return channels, tuple(sorted(set(mistakes.problems)))
