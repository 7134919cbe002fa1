"""The sentences about units, posts, crews, rotations and events: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.intake.build.wording import dates_text
from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.timeline.clock import clock_text


def change_out_of_turn(first: date, earlier: date, number: int) -> Sentence:
    """Change `number` (from 0) of a unit does not lie after what comes before it, which is from `earlier`."""
    what = "the change before it" if number else "the unit's own"
    message = f"from: {first} does not lie after {what}, {earlier}"
    return message, "write the changes in the order of their dates"


def no_such_word(key: str, word: str, known: Sequence[str]) -> Sentence:
    message = f"{key}: unknown word '{word}'{did_you_mean(word, known)}"
    return message, f"write one of: {', '.join(known)}"


def no_such_vehicle(kind: str, known: Sequence[str]) -> Sentence:
    message = f"vehicle: the bureau has no vehicle of the kind '{kind}'{did_you_mean(kind, known)}"
    hint = f"known: {listed(known)}" if known else "name the files with the vehicles under `vehicles:`"
    return message, hint


def nobody_licensed(licence: str, skills: Sequence[str]) -> Sentence:
    """`skills` are those that officers have, in order."""
    return (
        "licence: a post nobody is licensed for: "
        f"no officer has the skill '{licence}'{did_you_mean(licence, skills)}",
        _who_has(skills),
    )


def nobody_for_crew(key: str, crew: str, skill: str, skills: Sequence[str]) -> Sentence:
    return (
        f"{key}: a post nobody is licensed for: crew '{crew}' needs the skill '{skill}', "
        f"which no officer has{did_you_mean(skill, skills)}",
        _who_has(skills),
    )


def _who_has(skills: Sequence[str]) -> str:
    if not skills:
        return "skills stand in the column `skills` of the officers' files"
    return f"skills that officers have: {listed(skills)}"


DATE_OF_TWO_KINDS = ("{key}: {day} stands already under `{other}`", "keep one of the two")


def unknown_role(role: str, roles: Sequence[str]) -> Sentence:
    message = f"unknown role '{role}'{did_you_mean(role, roles)}"
    return message, f"write one of {', '.join(roles)}, and skills after a plus sign: sworn+driver"


AUXILIARY_ARMED = ("an auxiliary never carries a gun", "make it `sworn+armed`")
AUXILIARY_ALONE = ("an auxiliary never works without a sworn officer", "add `sworn: 1`")
NOT_A_SLOT = ("{slot}: {error}", "write a role and skills, such as sworn+driver")
NO_HEADS = ("{slot}: 0 heads", "delete it")
TOO_MANY_HEADS = ("{slot}: more than {most} heads at one post", "write several posts")


def event_across_the_handover(day_starts: int) -> Sentence:
    message = f"the event runs across the morning handover at {clock_text(day_starts)}"
    return message, "write two events, one that ends and one that begins there"


def unit_not_at_event(unit: str, day: date, first: date | None, last: date | None) -> Sentence:
    message = f"units: unit '{unit}' is not there on {day}, only {dates_text(first, last)}"
    return message, "take it out of the event"


EVENT_DATE_TWICE = ("dates: {day} is there twice", "keep one")
WINDOW_WITHOUT_A_CREW = ("the window names no crew", "write minimum, plan or target with the id of a crew")
WINDOWS_OVERLAP = (
    "the window overlaps that of line {line}: a post is wanted once at a time",
    "end one where the other begins, or give them different `days` or dates",
)


def post_on_no_date(post: str, noun: str, name: str, first: date | None, last: date | None) -> Sentence:
    message = f"post '{post}' stands on no date: {noun} '{name}' is there {dates_text(first, last)}"
    return message, "mend the dates, or delete the post"


OUTAGES_OVERLAP = ("outages: two of them include {day}", "join them into one")
BREAK_TOO_LONG = ("break: as long as the whole shift", "write the break in hours")
HANDOVER_TOO_LONG = ("handover: as long as the whole shift", "write the handover in minutes")
LETTER_WITHOUT_A_SHIFT = (
    "letter {letter} of the cycle {cycle} has no shift",
    "name it under `shifts:`, or write {rest} (the letter) for a day off",
)
SHIFT_OF_THE_DAY_OFF = ("{rest} is the day off and has no shift", "delete it")


def offset_outside(offset: int, cycle: str) -> Sentence:
    return f"offset {offset} lies outside the cycle {cycle}", f"offsets run from 0 to {len(cycle) - 1}"


LETTER_NOT_IN_THE_CYCLE = ("letter {letter} is not in the cycle {cycle}", "delete it, or mend the cycle")
NEW_TEAM_WITHOUT_A_NAME = (
    "team '{team}' is new from {first} and has no name",
    "add `name: …`, or mend the id of a team that was there before",
)
TEAM_WITHOUT_A_ROTATION = ("team '{team}' has no rotation", "name one for the unit: `rotation: …`")


def team_without_an_offset(team: str, rotation: str, offsets: Sequence[int], cycle: str) -> Sentence:
    message = f"team '{team}' has no offset: rotation '{rotation}' has only {len(offsets)}"
    return message, f"give the team its own: `offset:` 0 to {len(cycle) - 1}"


CHANGE_AFTER_THE_END = (
    "from: {first} lies after the unit's last date, {last}",
    "mend one of the two dates, or delete the change",
)
CHANGE_OF_NOTHING = (
    "the change changes nothing",
    "name what is new from that date: rotation, teams, shifts, recalls or borrows_from",
)
SHIFTS_OF_ANOTHER_ROTATION = (
    (
        "unit '{unit}' works another rotation from {first}, but `shifts` speaks of the letters of the "
        "one before"
    ),
    "write `shifts` anew in the change; `{{}}` for the plain shift of every letter",
)
BORROWS_FROM_ITSELF = ("borrows_from: a unit cannot borrow from itself", "delete it")


def letter_nobody_works(unit: str, letter: str, letters: Sequence[str]) -> Sentence:
    message = f"no team of unit '{unit}' ever works a letter '{letter}'"
    return message, f"the letters of its rotations: {listed(letters)}"
