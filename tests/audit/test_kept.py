"""What stays against a rule: the note of a finding, and the findings that have none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.audit.kept import kept_note, unaccounted, with_kept
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Note, NoteKind, Roster
from rosterctl.domain.rulebook import RuleSetting
from rosterctl.problems import Place
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, findings, line_roster, plain_roster, small_bureau

SHORT = Finding("rest", "nine hours", unit="U1", officer="a", day=MONDAY)


def bureau_at(folder: str, file: str = "bureau.yaml") -> Bureau:
    bureau = small_bureau(rules={"rest": {}})
    setting = RuleSetting("rest", place=Place(file if file.startswith("/") else f"{folder}/{file}", 3, 9))
    book = replace(bureau.rulebook, settings={"rest": setting})
    return replace(bureau, rulebook=book, place=Place(f"{folder}/bureau.yaml"))


def breaches(bureau: Bureau, roster: Roster) -> list[Finding]:
    return [one for one in findings(bureau, roster) if isinstance(one, Finding)]


def test_a_note_names_unit_officer_date_rule_and_file() -> None:
    note = kept_note(bureau_at("/here"), SHORT)
    assert note == Note(NoteKind.KEPT, "U1 a 2026-12-07", "rest (bureau.yaml:3:9): nine hours")
    assert str(note) == "U1 a 2026-12-07: kept, against rest (bureau.yaml:3:9): nine hours"


def test_a_copy_of_the_bureau_elsewhere_says_the_same() -> None:
    assert kept_note(bureau_at("/there/bureau"), SHORT) == kept_note(bureau_at("/here"), SHORT)
    assert kept_note(bureau_at("/here", "/usr/rules/eu-wtd.yaml"), SHORT).why.startswith(
        "rest (eu-wtd.yaml:3:9)"
    )


def test_what_is_told_of_a_shipped_rulebook_holds_for_its_copy_in_a_version() -> None:
    """A version has a copy of all that it was made from, in presets/; `rollback` reads that."""
    shipped = replace(bureau_at(".", "rosterctl/configs/rules/eu-wtd.yaml"), place=Place("bureau.yaml"))
    copied = bureau_at("/state/versions/000001/bureau", "presets/rules/eu-wtd.yaml")
    other = bureau_at("/state/versions/000001/bureau", "presets/rules/uk-police.yaml")
    roster = with_kept(shipped, plain_roster(shipped, MONDAY, 2), [SHORT])
    assert roster.notes[0].why == "rest (rosterctl/configs/rules/eu-wtd.yaml:3:9): nine hours"
    assert list(unaccounted(copied, roster, [SHORT])) == []
    assert list(unaccounted(other, roster, [SHORT])) == [SHORT]


def test_a_rule_of_no_file_and_a_post_without_an_officer() -> None:
    bureau = small_bureau(rules={"crews": {}})
    note = kept_note(bureau, Finding("crews", "nobody leads", unit="U1", post="P1", day=MONDAY))
    assert (note.what, note.why) == ("U1 P1 2026-12-07", "crews: nobody leads")


@pytest.mark.parametrize(("made_in", "read_in"), [("en", "zh"), ("zh", "en"), ("zh", "zh")])
def test_a_note_in_another_language_accounts_for_the_same_finding_and_for_no_other(
    made_in: str, read_in: str
) -> None:
    """A roster is made by night in the language of cron and published by day in that of who publishes it."""
    bureau = small_bureau(rules={"rest": {"hours": 14}, "duty-days-in-a-row": {"most": 1}})
    two, three = (line_roster(bureau, ["day"] * days) for days in (2, 3))
    speak(sentences(made_in))
    told = with_kept(bureau, two, breaches(bureau, two))
    speak(sentences(read_in))
    assert list(unaccounted(bureau, told, breaches(bureau, two))) == []
    more = unaccounted(bureau, told, breaches(bureau, three))
    by_rule = {one.rule: one.day for one in more}
    assert by_rule["duty-days-in-a-row"] == MONDAY + timedelta(days=1)  # the same date, but three days now


def test_only_what_no_note_tells_of_is_unaccounted() -> None:
    bureau = bureau_at("/here")
    other = replace(SHORT, officer="b")
    left_out = Note(NoteKind.LEFT_OUT, "swap of a", "it breaks rest")
    roster = with_kept(bureau, replace(plain_roster(bureau, MONDAY, 2), notes=(left_out,)), [SHORT, SHORT])
    assert roster.notes == (left_out, kept_note(bureau, SHORT))
    assert list(unaccounted(bureau, roster, [SHORT, other])) == [other]
    assert with_kept(bureau, roster, []).notes == (left_out,)
    assert roster.degraded


def test_where_a_shipped_rulebook_lies_is_found_in_any_language() -> None:
    """A night speaks by its locale; whoever rolls back may speak another language, and reads the copy."""
    shipped = replace(bureau_at(".", "rosterctl/configs/rules/eu-wtd.yaml"), place=Place("bureau.yaml"))
    copied = bureau_at("/state/versions/000001/bureau", "presets/rules/eu-wtd.yaml")
    roster = plain_roster(shipped, MONDAY, 2)
    in_english = with_kept(shipped, roster, [SHORT])
    speak(sentences(Language.CHINESE))
    in_chinese = with_kept(shipped, roster, [SHORT])
    assert in_chinese.notes[0].why == "rest（rosterctl/configs/rules/eu-wtd.yaml:3:9）：nine hours"
    other = replace(SHORT, rule="hours")
    assert list(unaccounted(copied, in_english, [SHORT, other])) == [other]
    speak({})
    assert list(unaccounted(copied, in_chinese, [SHORT, other])) == [other]
