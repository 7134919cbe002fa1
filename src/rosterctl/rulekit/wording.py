"""The sentences about a rulebook that names rules or options that are not there."""

from __future__ import annotations

UNKNOWN_RULE = ("unknown rule '{rule}'{hint}", "`rosterctl rules` lists every rule")
OPTION_WRONG = ("rule '{rule}': {option}: {wrong}", "`rosterctl rules {rule}` shows its options")
UNKNOWN_OPTION = "unknown option{hint}"
SEVERITY_NOT_ALLOWED = ("rule '{rule}' cannot be {severity}", "write {allowed}")
