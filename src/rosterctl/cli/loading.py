"""The bureau a command works on, with its rules in force."""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.rulebook import Rulebook
from rosterctl.intake.bureau import examine
from rosterctl.problems import BadInput, Problem
from rosterctl.rules.registry import Rule, rules_in_force


def load_bureau(folder: Path) -> tuple[Bureau, tuple[Rule, ...]]:
    """BadInput with every mistake of the files and of the rulebook, each with the user's own line."""
    examination = examine(folder)
    rules, wrong = _rules(examination.rulebook)
    if examination.bureau is None or wrong:
        raise BadInput((*examination.problems, *examination.quote(wrong)))
    return examination.bureau, rules


def _rules(rulebook: Rulebook | None) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    if rulebook is None:
        return (), ()
    try:
        return rules_in_force(rulebook), ()
    except BadInput as mistakes:
        return (), mistakes.problems
