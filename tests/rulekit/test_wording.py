"""The sentences about a rulebook; what might be meant follows the name at once."""

from __future__ import annotations

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.rulekit import wording
from rosterctl.rulekit.wording import absence_text
from rosterctl.wording import Language, say, speak
from rosterctl.words.catalogue import sentences


def test_a_hint_follows_the_name_or_nothing_does() -> None:
    hint = "; did you mean 'crews'?"
    assert say(wording.UNKNOWN_RULE, rule="crew", hint=hint) == (
        "unknown rule 'crew'; did you mean 'crews'?",
        "`rosterctl rules` lists every rule",
    )
    assert say(wording.UNKNOWN_OPTION, hint="") == "unknown option"


def test_a_kind_of_absence_is_told_as_the_files_have_it_or_in_chinese() -> None:
    assert [absence_text(kind) for kind in AbsenceKind] == list(AbsenceKind)
    speak(sentences(Language.CHINESE))
    assert absence_text(AbsenceKind.SICKNESS) == "病假"
