"""How every room puts its sentences into words, and the words for the nouns.

The sentences of a room stand in its own `wording.py`: `KEY = "a text with {fields}"`. The code names the key
and passes the fields, `say(wording.KEY, unit=unit)`. A catalogue of another language takes over the keys with
the same fields, in the order that it likes; `say` is then the one place where the language is chosen.
Here stand the few sentences of `problems` and `domain`, which have no `wording.py` of their own.
`tests/house/test_sentences.py` holds that every call passes the fields of its text, no more and no fewer.
"""

from __future__ import annotations

MISTAKES_IN_INPUT = "{number} mistakes in the input"
SUBSTITUTION_OF = "substitution of {taker} for {giver} on {day}"
SWAP_OF = "swap of {giver} on {day} with {taker} on {with_day}"

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


def say(sentence: str, /, **fields: object) -> str:
    """The sentence with its fields filled in, as `str.format` does; KeyError when one is missing."""
    return sentence.format(**fields)
