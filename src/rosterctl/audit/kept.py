"""What is published and stays though a rule is against it by now: the roster says so, nothing is hidden.

Such a note accounts for one finding about an officer, unit or post and a date. A finding without its note is
a reason not to publish a roster. A note may be in another language than the finding: then it accounts for
whatever its rule finds there on that date, because nobody can compare what the two say.
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

SHIPPED, OWN = re.compile(r"([(（])rosterctl/configs/"), r"\1presets/"
"""How a note says where a preset lies. A version has a copy of all that it was made from among its own."""
HALF_WIDTH = str.maketrans({"（": " (", "）": ")", "：": ": "})


def with_kept(bureau: Bureau, roster: Roster, findings: Iterable[Finding]) -> Roster:
    """The roster with a note for each of these findings, and with no other such notes."""
    others = (note for note in roster.notes if note.kind is not NoteKind.KEPT)
    kept = dict.fromkeys(kept_note(bureau, one) for one in findings)
    return replace(roster, notes=(*others, *kept))


def unaccounted(bureau: Bureau, roster: Roster, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that no note of the roster tells of."""
    told: dict[str, set[str]] = {}
    for note in roster.notes:
        if note.kind is NoteKind.KEPT:
            told.setdefault(note.what, set()).add(_as_copied(note.why))
    for one in findings:
        what, why = where_and_what(bureau, one)
        against = _as_copied(why)
        notes, start = told.get(what, set()), against.removesuffix(one.message)
        if against not in notes and not any(_is_translated(note, start) for note in notes):
            yield one


def _as_copied(why: str) -> str:
    return SHIPPED.sub(OWN, why, count=1)


def _is_translated(why: str, start: str) -> bool:
    """Does it begin with the same rule and place, in the punctuation of another language?"""
    return not why.startswith(start) and why.translate(HALF_WIDTH).startswith(start.translate(HALF_WIDTH))


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
