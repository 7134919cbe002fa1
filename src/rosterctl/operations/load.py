"""The bureau that a job works on, with its rules in force.

The intake reads the files and knows nothing of rules; whether the options of the rules make sense is judged
here, so that a planner sees all mistakes at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rulebook import Rulebook
from rosterctl.insight.plain_rotation.breaches import warnings
from rosterctl.intake.load import examine
from rosterctl.intake.text.charsets import decoded
from rosterctl.intake.text.mistakes import line_in
from rosterctl.operations.handed_in import wording
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


def load_bureau(
    folder: Path, carried: Mapping[str, bytes] | None = None
) -> tuple[Bureau, Mapping[str, bytes]]:
    """The bureau and the bytes of its files, each read once; `carried` stands in for files of these names.

    BadInput with every mistake of the files and of the rulebook, each with the user's own line.
    """
    examination = examine(folder, carried)
    wrong = mistakes_in_rules(examination.rulebook)
    if examination.bureau is None or wrong:
        raise BadInput((*examination.problems, *examination.quote(wrong)))
    return examination.bureau, examination.folder.files


def warnings_of(bureau: Bureau, files: Mapping[str, bytes], horizon: Horizon) -> tuple[Problem, ...]:
    """What the rotations come to under the rulebook that nobody can have meant, with the user's own lines.

    And which files Excel saved in GBK: they are read, but what writes to them writes UTF-8.
    """
    of_rotations = (replace(one, source_line=line_in(files, one.place)) for one in warnings(bureau, horizon))
    gbk = [name for name, data in sorted(files.items()) if (found := decoded(data)) is not None and found[1]]
    return (*(Problem(Place(name), say(wording.READ_FROM_GBK)) for name in gbk), *of_rotations)


def mistakes_in_rules(rulebook: Rulebook | None) -> tuple[Problem, ...]:
    """What is wrong with the options of rules; nothing where there is no rulebook to look at."""
    try:
        if rulebook is not None:
            rules_in_force(rulebook)
    except BadInput as mistakes:
        return mistakes.problems
    return ()
