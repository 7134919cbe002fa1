"""What is published and stays though a rule is against it by now: the roster says so, nothing is hidden.

Such a note accounts for one finding about an officer, unit or post and a date. A finding without its note is
a reason not to publish a roster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from rosterctl.audit import wording
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Note, NoteKind, Roster
from rosterctl.problems import NOWHERE, Place
from rosterctl.rulekit.findings import Finding
from rosterctl.wording import say

SHIPPED, OWN = re.compile(r"(?<=[(（])rosterctl/configs/"), "presets/"
"""How a note says where a preset lies. A version has a copy of all that it was made from among its own."""


FACT = re.compile(r"[A-Za-z0-9_]+(?:[-+.:,/][A-Za-z0-9_]+)*")
"""An id, a date, a time, a number, a file with its line, or a word of English."""


def with_kept(bureau: Bureau, roster: Roster, findings: Iterable[Finding]) -> Roster:
    """The roster with a note for each of these findings, and with no other such notes."""
    others = (note for note in roster.notes if note.kind is not NoteKind.KEPT)
    kept = dict.fromkeys(kept_note(bureau, one) for one in findings)
    return replace(roster, notes=(*others, *kept))


def unaccounted(bureau: Bureau, roster: Roster, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that no note of the roster tells of, in whatever language."""
    told = {(note.what, *_facts(note.why)) for note in roster.notes if note.kind is NoteKind.KEPT}
    notes = ((one, kept_note(bureau, one)) for one in findings)
    return (one for one, note in notes if (note.what, *_facts(note.why)) not in told)


def _facts(why: str) -> tuple[str, tuple[str, ...]]:
    """The rule, and whatever has a digit in it, in some order: what no language says otherwise.

    A roster may have been made in English by night and be published in Chinese by day. The rule stands at
    the head of the sentence in every language.
    """
    facts = FACT.findall(SHIPPED.sub(OWN, why, count=1))
    return facts[0] if facts else "", tuple(sorted(one for one in facts if any(map(str.isdigit, one))))


def kept_note(bureau: Bureau, finding: Finding) -> Note:
    """The note that accounts for a finding."""
    return Note(NoteKind.KEPT, *where_and_what(bureau, finding))


def where_and_what(bureau: Bureau, finding: Finding) -> tuple[str, str]:
    """Whose duty it is, where and when; then the rule with the place of its options, and what it finds.

    Officers by id, not by name: it may end in a log.
    """
    setting = bureau.rulebook.settings.get(finding.rule)
    day = "" if finding.day is None else finding.day.isoformat()
    parts = (finding.unit, finding.officer, finding.post, day)
    what = " ".join(part for part in parts if part)
    rule, message = finding.rule, finding.message
    if setting is None or setting.place == NOWHERE:
        return what, say(wording.AGAINST, rule=rule, message=message)
    place = _within(bureau, setting.place)
    return what, say(wording.AGAINST_AT, rule=rule, place=place, message=message)


def _within(bureau: Bureau, place: Place) -> Place:
    """A place as it reads in the bureau's folder, wherever that stands: a copy of it says the same."""
    file, folder = PurePath(place.file), PurePath(bureau.place.file).parent
    near = file.relative_to(folder) if file.is_relative_to(folder) else PurePath(file.name)
    return replace(place, file=near.as_posix())
