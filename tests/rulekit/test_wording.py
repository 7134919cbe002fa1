"""The sentences about a rulebook; what might be meant follows the name at once."""

from __future__ import annotations

from rosterctl.rulekit import wording
from rosterctl.wording import say


def test_a_hint_follows_the_name_or_nothing_does() -> None:
    hint = "; did you mean 'crews'?"
    assert say(wording.UNKNOWN_RULE, rule="crew", hint=hint) == (
        "unknown rule 'crew'; did you mean 'crews'?",
        "`rosterctl rules` lists every rule",
    )
    assert say(wording.UNKNOWN_OPTION, hint="") == "unknown option"
