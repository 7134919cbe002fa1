"""How every room puts its sentences into words, and the words for the nouns.

The sentences of a room stand in its own `wording.py`: `KEY = "a text with {fields}"`, or a pair of such
texts, which say what is wrong and what to do about it. The code names the key and passes the fields:
`say(wording.KEY, unit=unit)`, or `numbered(3, wording.ONE_UNIT, wording.UNITS)` where it takes a plural. A
catalogue of another language takes over the keys with the same fields, in the order that it likes; `say` is
then the one place where the language is chosen. A field may be a part of what is passed, `{horizon.first}`; a
brace that is to be read is written twice, as in any format.
`tests/house/test_wording.py` holds that every call passes the fields of its text, no more and no fewer.

Here stand the few sentences of `problems` and `domain`, which have no `wording.py` of their own: among them
the words for kinds, such as those of absences, which files and programs name by their ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import overload

MISTAKES_IN_INPUT = "{number} mistakes in the input"

LISTED = ", "
"""Between the items of a list."""

# Exchanges, and what stands in accounts of time off in lieu

SUBSTITUTION_OF = "substitution of {exchange.with_officer} for {exchange.officer} on {exchange.day}"
SWAP_OF = "swap of {exchange.officer} on {exchange.day} with {exchange.with_officer} on {exchange.with_day}"
EARNED_BY = "recall {shift} in {unit}"
SPENT_ON = "absence {absence.first} to {absence.last}, {shift}"

# The tiers: a title, and what one unit of the value is

TIER_LEGAL = ("legal minima short", "person-minutes")
TIER_PLAN = ("post plan short", "person-minutes")
TIER_STRENGTH = ("strength target short", "person-minutes")
TIER_CHANGES = ("duties off the rotation", "duties")
TIER_HOURS = ("hours above the rotation", "minutes")
TIER_FAIRNESS = ("unfairness", "points")
TIER_WISHES = ("wishes and familiarity", "points")

# What is not in a roster though it was wanted

NOTE_UNDEALT = "{what}; in the way: {why}"
NOTE_LEFT_OUT = "{what}: left out, because {why}"
NOTE_KEPT = "{what}: kept, against {why}"
NOTE_NOT_BACK = "{what}: not back, because {why}"
NOTE_SPARE = "{what}, because {why}"
NOTE_GAP = "{what}: {why}"

# Words for kinds

ROLE_SWORN, ROLE_AUXILIARY = "sworn", "auxiliary"
SLOT_LEADER, SLOT_ANY = "leader", "any"
SLOTS_OF_A_CREW = "{number} {role}"
SKILLED_SLOTS = "{number} {role}+{skills}"
BETWEEN_SLOTS = " + "

ORIGIN_ROTATION, ORIGIN_RECALL, ORIGIN_EXCHANGE = "rotation", "recall", "exchange"

CHANGE_ADDED, CHANGE_DROPPED = "added", "dropped"
CHANGE_SHIFT, CHANGE_UNIT, CHANGE_TIMES = "other shift", "other unit", "other times"
CHANGE_POST, CHANGE_VEHICLE = "other post", "other vehicle"
CHANGE_END, CHANGE_ORIGIN = "other end", "other origin"

ABSENCE_LEAVE, ABSENCE_TRAINING, ABSENCE_SICKNESS = "leave", "training", "sickness"
ABSENCE_COURT, ABSENCE_MATERNITY, ABSENCE_LIEU, ABSENCE_OTHER = "court", "maternity", "lieu", "other"

INCIDENT_SICK, INCIDENT_BACK, INCIDENT_LEFT = "sick", "back", "left"
INCIDENT_DOWN, INCIDENT_RUNS_AGAIN = "vehicle-down", "vehicle-back"

LIEU_INIT, LIEU_EARN, LIEU_ADJUST, LIEU_SPEND = "init", "earn", "adjust", "spend"


class Language(StrEnum):
    """What may be spoken, and how it is written in options and files."""

    ENGLISH = "en"
    CHINESE = "zh"


Words = str | tuple[str, str]
_spoken: dict[Words, Words] = {}


def speak(texts: Mapping[Words, Words]) -> None:
    """From now on `say` uses these in place of the English ones, which are their keys; those without stay."""
    _spoken.clear()
    _spoken.update(texts)


def spoken() -> Mapping[Words, Words]:
    """What `speak` was told last, for another process that is to say its sentences in the same language."""
    return dict(_spoken)


@overload
def say(sentence: str, /, **fields: object) -> str: ...
@overload
def say(sentence: tuple[str, str], /, **fields: object) -> tuple[str, str]: ...
def say(sentence: Words, /, **fields: object) -> Words:
    """The sentence, or message and hint, in the language spoken, with the fields filled in (`str.format`).

    KeyError when a field is missing.
    """
    sentence = _spoken.get(sentence, sentence)
    if isinstance(sentence, str):
        return sentence.format(**fields)
    message, hint = sentence
    return message.format(**fields), hint.format(**fields)


@overload
def english(sentence: str, /) -> str: ...
@overload
def english(sentence: tuple[str, str], /) -> tuple[str, str]: ...
def english(sentence: Words, /) -> Words:
    """As it stands, for programs, whatever language is spoken."""
    return sentence


def numbered(number: int, one: str, many: str) -> str:
    """The one sentence or the other with the field `number`: `1 unit`, `2 units`."""
    return say(one if number == 1 else many, number=number)
