"""How every room puts its sentences into words, and the words for the nouns.

The sentences of a room stand in its own `wording.py`: `KEY = "a text with {fields}"`, or a pair of such
texts, which say what is wrong and what to do about it. The code names the key and passes the fields:
`say(wording.KEY, unit=unit)`. A catalogue of another language takes over the keys with the same fields, in
the order that it likes; `say` is then the one place where the language is chosen. What needs a plural, a
list or a condition is a function there. A field may be a part of what is passed, `{horizon.first}`; a brace
that is to be read is written twice, as in any format.
`tests/house/test_wording.py` holds that every call passes the fields of its text, no more and no fewer.

Here stand the few sentences of `problems` and `domain`, which have no `wording.py` of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

MISTAKES_IN_INPUT = "{number} mistakes in the input"
SUBSTITUTION_OF = "substitution of {exchange.with_officer} for {exchange.officer} on {exchange.day}"
SWAP_OF = "swap of {exchange.officer} on {exchange.day} with {exchange.with_officer} on {exchange.with_day}"

TITLES = {
    1: ("legal minima short", "person-minutes"),
    2: ("post plan short", "person-minutes"),
    3: ("strength target short", "person-minutes"),
    4: ("duties off the rotation", "duties"),
    5: ("hours above the rotation", "minutes"),
    6: ("unfairness", "points"),
    7: ("wishes and familiarity", "points"),
}
"""By the number of a tier its title, and what one unit of its value is."""


Words = str | tuple[str, str]
_spoken: dict[Words, Words] = {}


def speak(texts: Mapping[Words, Words]) -> None:
    """From now on `say` uses these in place of the English ones, which are their keys; those without stay."""
    _spoken.clear()
    _spoken.update(texts)


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
