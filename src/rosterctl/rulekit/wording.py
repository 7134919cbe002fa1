"""The sentences about a rulebook that names rules or options that are not there."""

from __future__ import annotations

UNKNOWN_RULE = ("unknown rule '{rule}'{hint}", "`rosterctl rules` lists every rule")
OPTION_WRONG = ("rule '{rule}': {option}: {wrong}", "`rosterctl rules {rule}` shows its options")
UNKNOWN_OPTION = "unknown option{hint}"
OPTION_TOO_SMALL = "Input should be greater than or equal to {least}"
OPTION_NOT_KNOWN = "Input should be {expected}"
OPTION_NO_LIST = "Input should be a valid tuple"
SEVERITY_NOT_ALLOWED = ("rule '{rule}' cannot be {severity}", "write {allowed}")
OR_SEVERITY = " or "
