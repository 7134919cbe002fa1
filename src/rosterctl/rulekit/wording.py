"""The sentences about a rulebook that names rules or options that are not there."""

from __future__ import annotations

UNKNOWN_RULE = "unknown rule '{rule}'{hint}"
RULES_LISTS_THEM = "`rosterctl rules` lists every rule"
OPTION_WRONG = "rule '{rule}': {option}: {wrong}"
RULES_SHOWS_OPTIONS = "`rosterctl rules {rule}` shows its options"
UNKNOWN_OPTION = "unknown option{hint}"
SEVERITY_NOT_ALLOWED = "rule '{rule}' cannot be {severity}"
WRITE_SEVERITY = "write {allowed}"
