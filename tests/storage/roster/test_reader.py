"""A roster comes back as it went, and whatever is not a roster is refused with its line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from rosterctl.domain.roster import (
    Duty,
    Note,
    NoteKind,
    OffCause,
    OffRotation,
    Origin,
    Roster,
    Shortage,
    Slice,
)
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.problems import BadInput
from rosterctl.storage.roster.reader import parse_roster
from rosterctl.storage.roster.writer import roster_text, run_text
from tests.support.bureaus import MONDAY, plain_roster, small_bureau

SECONDS = {"1": 0.25}


def rich_roster() -> Roster:
    roster = plain_roster(small_bureau(), MONDAY, 7)
    split = (Slice(420, 540, "P-1", ("CAR1", "CAR2")), Slice(540, 1140, "check@2026-12-07/1"))
    odd = Duty('q"uote', MONDAY, "day", "U1", Origin.RECALL, split)
    return replace(
        roster,
        fingerprint="f" * 64,
        versions={"rosterctl": "0.1", "ortools": "9.15"},
        duties=(*roster.duties, odd),
        tiers=(TierResult(Tier.LEGAL, 3, 2, 0.25), TierResult(Tier.PLAN, 4, None, 0.0)),
        shortages=(Shortage(1, "P-1", "U1", MONDAY, 420, 540, 2, "nobody is left"),),
        notes=(
            Note(NoteKind.UNDEALT, "2026-12-07: 1 of team A of 一条 \u2028 could not be given day", "rest"),
            Note(NoteKind.LEFT_OUT, "swap of a", "it breaks rest: nine hours"),
            Note(NoteKind.KEPT, "U1 a 2026-12-07", "rest (bureau.yaml:3): nine hours"),
        ),
    )


def edited(**changes: Any) -> str:
    return json.dumps(json.loads(roster_text(rich_roster())) | changes, indent=0, ensure_ascii=False)


def complaint(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        parse_roster(text, "roster.json", {})
    (problem,) = caught.value.problems
    assert problem.hint
    return f"{problem.place}: {problem.message}"


def test_round_trip() -> None:
    roster = rich_roster()
    assert parse_roster(roster_text(roster), "roster.json", SECONDS) == roster


def test_empty_lists_round_trip() -> None:
    roster = replace(plain_roster(small_bureau(), MONDAY, 1), duties=(), before=())
    assert parse_roster(roster_text(roster), "roster.json", {}) == roster


def test_seconds_stand_apart_so_that_the_roster_is_the_same_bytes() -> None:
    roster = rich_roster()
    slower = replace(roster, tiers=tuple(replace(one, seconds=one.seconds + 1) for one in roster.tiers))
    assert roster_text(slower) == roster_text(roster)
    assert json.loads(run_text(slower, {"memory": 3})) == {"memory": 3, "seconds": {"1": 1.25, "2": 1.0}}


def test_one_duty_a_line_and_sorted_keys() -> None:
    roster = rich_roster()
    text = roster_text(roster)
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert '["a","2026-12-07","day","U1","rotation",[[420,1140,"",""]]],' in text.splitlines()
    one_less = roster_text(replace(roster, duties=roster.duties[1:]))
    assert len(text.splitlines()) - len(one_less.splitlines()) == 1


def test_a_truncated_file() -> None:
    text = roster_text(rich_roster())
    assert "the file is cut off or damaged" in complaint(text[: len(text) // 2])
    assert complaint("").startswith("roster.json:1:1: the file is cut off")


@pytest.mark.parametrize("text", ["[]", "3", '"roster"'])
def test_json_that_is_no_roster(text: str) -> None:
    assert complaint(text) == "roster.json: this is not a roster"


def test_nesting_without_end() -> None:
    assert complaint("[" * 100_000) == "roster.json: the file is damaged"


def test_a_newer_format() -> None:
    assert (
        complaint(edited(schema=3)) == "roster.json: the roster has format 3, this rosterctl reads format 2"
    )


def test_no_format() -> None:
    assert complaint("{}") == "roster.json: this is not a roster: it has no schema number"


def test_an_unknown_field() -> None:
    assert complaint(edited(extra=1)) == "roster.json: unknown field 'extra'"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("bureau", 3, "bureau: 3 is not a text"),
        ("first", "2026-02-30", "first: '2026-02-30' is not a date such as 2026-12-01"),
        ("first", "20261201", "first: '20261201' is not a date such as 2026-12-01"),
        ("days", True, "days: True is not a whole number"),
        ("days", 0, "days: 0 is not a number of days"),
        ("seed", 1.5, "seed: 1.5 is not a whole number"),
        ("versions", {"python": 3}, "versions: 3 is not a text"),
        ("notes", [1], "notes: entry 1: 1 is not a text"),
        ("duties", {}, "duties: {} is not a list"),
        ("tiers", [{"tier": 9, "value": 1, "bound": 1}], "tiers: entry 1: there is no tier 9"),
        ("tiers", [{"tier": 1, "value": 1}], "tiers: entry 1: it must have the fields tier, value, bound"),
        ("tiers", [{"tier": 1, "value": "1", "bound": 1}], "tiers: entry 1: value: '1' is of the wrong kind"),
    ],
)
def test_fields_of_the_wrong_kind(field: str, value: Any, message: str) -> None:
    assert complaint(edited(**{field: value})).endswith(message)


@pytest.mark.parametrize(
    ("duty", "message"),
    [
        (["a", "2026-12-07"], "a duty is [officer, date, shift, unit, origin, slices]"),
        ([1, "2026-12-07", "day", "U1", "rotation", [[0, 1, "", ""]]], "a duty is [officer, date"),
        (["a", "2026-12-07", "day", "U1", "rotation", []], "a duty is [officer, date"),
        (["a", "7 Dec", "day", "U1", "rotation", [[0, 1, "", ""]]], "'7 Dec' is not a date"),
        (
            ["a", "2026-12-07", "day", "U1", "swap", [[0, 1, "", ""]]],
            "'swap' is neither rotation, recall nor exchange",
        ),
        (["a", "2026-12-07", "day", "U1", "rotation", [[0, "1", "", ""]]], "a slice is [start, end, post"),
        (["a", "2026-12-07", "day", "U1", "rotation", [[0, 1, ""]]], "a slice is [start, end, post"),
        (["a", "2026-12-07", "day", "U1", "rotation", [[9, 9, "", ""]]], "a slice cannot last from minute 9"),
        (["a", "2026-12-07", "day", "U1", "rotation", [7]], "a slice is [start, end, post"),
    ],
)
def test_duties_of_the_wrong_kind(duty: list[Any], message: str) -> None:
    assert message in complaint(edited(duties=[duty]))


def test_the_line_of_a_wrong_duty_is_named() -> None:
    lines = roster_text(rich_roster()).split("\n")
    wrong = next(number for number, line in enumerate(lines) if line.startswith('["b","2026-12-07"'))
    lines[wrong] = lines[wrong].replace("2026-12-07", "2026-13-07")
    assert complaint("\n".join(lines)).startswith(f"roster.json:{wrong + 1}: duties: entry 2: '2026-13-07'")


UNDEALT = "2026-12-07: 1 of team A of U1 could not lawfully be given day in U1; in the way: rest, hours"


def test_notes_of_what_could_not_be_dealt_are_sentences_and_add_no_key() -> None:
    note = Note(NoteKind.UNDEALT, UNDEALT.split("; in the way", maxsplit=1)[0], "rest, hours")
    text = roster_text(replace(rich_roster(), notes=(note,)))
    assert f'"notes": [\n"{UNDEALT}"\n]' in text
    assert "left_out" not in text
    assert '"kept"' not in text
    assert parse_roster(text, "roster.json", SECONDS).notes == (note,)


def test_what_was_lost_by_being_away_and_who_is_called_in_for_nothing_are_read_back() -> None:
    roster = rich_roster()
    notes = (
        Note(NoteKind.NOT_BACK, "a's day of 2026-12-07", "rest"),
        Note(NoteKind.SPARE, "b", "all is met"),
        Note(NoteKind.GAP, "U1 720", "no time was left"),
    )
    more = replace(roster, notes=notes, lost=roster.duties[:1])
    assert parse_roster(roster_text(more), "roster.json", SECONDS) == more
    assert not {"lost", "not_back", "spare", "gaps"} & json.loads(roster_text(roster)).keys()
    assert "it must have the fields duty, why" in complaint(edited(not_back=[{"duty": "a"}]))
    assert "it must have the fields plan, why" in complaint(edited(gaps=[{"plan": "a"}]))
    assert "it must have the fields recalls, why" in complaint(edited(spare=[{"duty": "a"}]))
    assert "a duty is [officer, date" in complaint(edited(lost=[7]))


def test_an_exchange_that_was_left_out_is_known_in_an_older_file_too() -> None:
    """Older files have it as a sentence among the notes; the key of its own is not there."""
    note = Note(NoteKind.LEFT_OUT, "swap of a on 2026-12-07 with d on 2026-12-09", "it breaks rest: 9 hours")
    fields = json.loads(roster_text(rich_roster()))
    del fields["left_out"]
    older = json.dumps(fields | {"notes": [str(note), UNDEALT]}, indent=0, ensure_ascii=False)
    found = parse_roster(older, "roster.json", SECONDS).notes
    assert found[0] == note
    assert [one.kind for one in found] == [NoteKind.LEFT_OUT, NoteKind.UNDEALT, NoteKind.KEPT]


def test_a_text_that_is_no_note_is_refused() -> None:
    assert "'well done' is not a note" in complaint(edited(notes=["well done"]))
    assert "it must have the fields exchange, why" in complaint(edited(left_out=[{"exchange": "a"}]))
    assert "it must have the fields duty, rule" in complaint(edited(kept=[{"duty": "a"}]))


def test_who_is_off_the_rotation_is_said_for_nobody_too_and_unknown_in_older_files() -> None:
    for off in (None, (), (OffRotation("a", MONDAY, "day", "U1", OffCause.PERSON, "protected"),)):
        roster = replace(rich_roster(), off_rotation=off)
        text = roster_text(roster)
        assert ("off_rotation" in json.loads(text)) is (off is not None)
        assert parse_roster(text, "roster.json", SECONDS) == roster


def test_a_cause_that_is_none_is_refused() -> None:
    row = {"officer": "a", "day": "2026-12-07", "shift": "day", "unit": "U1", "cause": "mood", "rule": ""}
    assert complaint(edited(off_rotation=[row])).endswith("'mood' is no cause to be off the rotation")
    del row["rule"]
    assert "off_rotation: entry 1" in complaint(edited(off_rotation=[row]))
