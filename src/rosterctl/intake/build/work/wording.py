"""The sentences about units, posts, crews, rotations and events: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rosterctl.intake.build.wording import dates_text
from rosterctl.intake.text.mistakes import Sentence, did_you_mean, listed
from rosterctl.intake.text.synonyms import offered, spellings
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

CHANGE_NOT_AFTER_UNIT = (
    "from: {first} does not lie after the unit's own, {earlier}",
    "write the changes in the order of their dates",
)
CHANGE_NOT_AFTER_CHANGE = (
    "from: {first} does not lie after the change before it, {earlier}",
    "write the changes in the order of their dates",
)


def change_out_of_turn(first: date, earlier: date, number: int) -> Sentence:
    """Change `number` (from 0) of a unit does not lie after what comes before it, which is from `earlier`."""
    return say(CHANGE_NOT_AFTER_CHANGE if number else CHANGE_NOT_AFTER_UNIT, first=first, earlier=earlier)


NO_SUCH_VEHICLE = "vehicle: the bureau has no vehicle of the kind '{kind}'{hint}"
KNOWN_KINDS = "known: {known}"
NO_FILES_WITH_VEHICLES = "name the files with the vehicles under `vehicles:`"


def no_such_vehicle(kind: str, known: Sequence[str]) -> Sentence:
    message = say(NO_SUCH_VEHICLE, kind=kind, hint=did_you_mean(kind, known))
    return message, say(KNOWN_KINDS, known=listed(known)) if known else say(NO_FILES_WITH_VEHICLES)


NOBODY_LICENSED = "licence: a post nobody is licensed for: no officer has the skill '{licence}'{hint}"
NOBODY_FOR_CREW = (
    "{key}: a post nobody is licensed for: "
    "crew '{crew}' needs the skill '{skill}', which no officer has{hint}"
)
NOBODY_SKILLED = "skills stand in the column `skills` of the officers' files"
SKILLS_THERE = "skills that officers have: {skills}"


def nobody_licensed(licence: str, skills: Sequence[str]) -> Sentence:
    """`skills` are those that officers have, in order."""
    message = say(NOBODY_LICENSED, licence=licence, hint=did_you_mean(licence, skills))
    return message, _who_has(skills)


def nobody_for_crew(key: str, crew: str, skill: str, skills: Sequence[str]) -> Sentence:
    message = say(NOBODY_FOR_CREW, key=key, crew=crew, skill=skill, hint=did_you_mean(skill, skills))
    return message, _who_has(skills)


def _who_has(skills: Sequence[str]) -> str:
    return say(SKILLS_THERE, skills=listed(skills)) if skills else say(NOBODY_SKILLED)


DATE_OF_TWO_KINDS = ("{key}: {day} stands already under `{other}`", "keep one of the two")
UNKNOWN_ROLE = (
    "unknown role '{role}'{hint}",
    "write one of {roles}, and skills after a plus sign: sworn+driver",
)


def unknown_role(role: str, roles: Sequence[str]) -> Sentence:
    hint = did_you_mean(role, spellings(roles))
    return say(UNKNOWN_ROLE, role=role, hint=hint, roles=listed(offered(role, roles)))


AUXILIARY_ARMED = ("an auxiliary never carries a gun", "make it `sworn+armed`")
AUXILIARY_ALONE = ("an auxiliary never works without a sworn officer", "add `sworn: 1`")
NOT_A_SLOT = ("{slot}: {error}", "write a role and skills, such as sworn+driver")
NO_HEADS = ("{slot}: 0 heads", "delete it")
TOO_MANY_HEADS = ("{slot}: more than {most} heads at one post", "write several posts")
ACROSS_THE_HANDOVER = (
    "the event runs across the morning handover at {clock}",
    "write two events, one that ends and one that begins there",
)


def event_across_the_handover(day_starts: int) -> Sentence:
    return say(ACROSS_THE_HANDOVER, clock=clock_text(day_starts))


UNIT_NOT_AT_EVENT = ("units: unit '{unit}' is not there on {day}, only {dates}", "take it out of the event")


def unit_not_at_event(unit: str, day: date, first: date | None, last: date | None) -> Sentence:
    return say(UNIT_NOT_AT_EVENT, unit=unit, day=day, dates=dates_text(first, last))


EVENT_DATE_TWICE = ("dates: {day} is there twice", "keep one")
WINDOW_WITHOUT_A_CREW = ("the window names no crew", "write minimum, plan or target with the id of a crew")
WINDOWS_OVERLAP = (
    "the window overlaps that of line {line}: a post is wanted once at a time",
    "end one where the other begins, or give them different `days` or dates",
)
POST_ON_NO_DATE = (
    "post '{post}' stands on no date: {around} is there {dates}",
    "mend the dates, or delete the post",
)


def post_on_no_date(post: str, around: str, first: date | None, last: date | None) -> Sentence:
    """`around` is the unit or the zone, as it is called in a sentence."""
    return say(POST_ON_NO_DATE, post=post, around=around, dates=dates_text(first, last))


OUTAGES_OVERLAP = ("outages: two of them include {day}", "join them into one")
BREAK_TOO_LONG = ("break: as long as the whole shift", "write the break in hours")
HANDOVER_TOO_LONG = ("handover: as long as the whole shift", "write the handover in minutes")
LETTER_WITHOUT_A_SHIFT = (
    "letter {letter} of the cycle {cycle} has no shift",
    "name it under `shifts:`, or write {rest} (the letter) for a day off",
)
SHIFT_OF_THE_DAY_OFF = ("{rest} is the day off and has no shift", "delete it")
LETTER_OF = "letter {letter}"
OFFSET_OUTSIDE = ("offset {offset} lies outside the cycle {cycle}", "offsets run from 0 to {most}")


def offset_outside(offset: int, cycle: str) -> Sentence:
    return say(OFFSET_OUTSIDE, offset=offset, cycle=cycle, most=len(cycle) - 1)


LETTER_NOT_IN_THE_CYCLE = ("letter {letter} is not in the cycle {cycle}", "delete it, or mend the cycle")
NEW_TEAM_WITHOUT_A_NAME = (
    "team '{team}' is new from {first} and has no name",
    "add `name: …`, or mend the id of a team that was there before",
)
TEAM_WITHOUT_A_ROTATION = ("team '{team}' has no rotation", "name one for the unit: `rotation: …`")
TEAM_WITHOUT_AN_OFFSET = (
    "team '{team}' has no offset: rotation '{rotation}' has only {offsets}",
    "give the team its own: `offset:` 0 to {most}",
)


def team_without_an_offset(team: str, rotation: str, offsets: Sequence[int], cycle: str) -> Sentence:
    number, most = len(offsets), len(cycle) - 1
    return say(TEAM_WITHOUT_AN_OFFSET, team=team, rotation=rotation, offsets=number, most=most)


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
LETTER_NOBODY_WORKS = (
    "no team of unit '{unit}' ever works a letter '{letter}'",
    "the letters of its rotations: {letters}",
)


def letter_nobody_works(unit: str, letter: str, letters: Sequence[str]) -> Sentence:
    return say(LETTER_NOBODY_WORKS, unit=unit, letter=letter, letters=listed(letters))
