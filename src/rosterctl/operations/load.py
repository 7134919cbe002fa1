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
from rosterctl.intake.text.mistakes import line_in
from rosterctl.problems import BadInput, Problem
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon


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
    """What the rotations come to under the rulebook that nobody can have meant, with the user's own lines."""
    return tuple(replace(one, source_line=line_in(files, one.place)) for one in warnings(bureau, horizon))


def mistakes_in_rules(rulebook: Rulebook | None) -> tuple[Problem, ...]:
    """What is wrong with the options of rules; nothing where there is no rulebook to look at."""
    try:
        if rulebook is not None:
            rules_in_force(rulebook)
    except BadInput as mistakes:
        return mistakes.problems
    return ()
