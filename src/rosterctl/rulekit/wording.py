"""The sentences about a rulebook that names what is not there, and the words for why officers are away."""

from __future__ import annotations

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.wording import say

UNKNOWN_RULE = ("unknown rule '{rule}'{hint}", "`rosterctl rules` lists every rule")
OPTION_WRONG = ("rule '{rule}': {option}: {wrong}", "`rosterctl rules {rule}` shows its options")
UNKNOWN_OPTION = "unknown option{hint}"
OPTION_TOO_SMALL = "Input should be greater than or equal to {least}"
OPTION_NOT_KNOWN = "Input should be {expected}"
OPTION_NO_LIST = "Input should be a valid tuple"
SEVERITY_NOT_ALLOWED = ("rule '{rule}' cannot be {severity}", "write {allowed}")
OR_SEVERITY = " or "

# Why an officer is away

ON_LEAVE = "leave"
IN_TRAINING = "training"
SICK = "sickness"
AT_COURT = "court"
ON_MATERNITY_LEAVE = "maternity"
ON_LIEU = "lieu"
AWAY_OTHERWISE = "other"

_KINDS = {
    AbsenceKind.LEAVE: ON_LEAVE,
    AbsenceKind.TRAINING: IN_TRAINING,
    AbsenceKind.SICKNESS: SICK,
    AbsenceKind.COURT: AT_COURT,
    AbsenceKind.MATERNITY: ON_MATERNITY_LEAVE,
    AbsenceKind.LIEU: ON_LIEU,
    AbsenceKind.OTHER: AWAY_OTHERWISE,
}


def absence_text(kind: AbsenceKind) -> str:
    """`sickness`, as the files have it."""
    return say(_KINDS[kind])
