"""The Chinese words that a file takes for an English one: what a planner writes in the trade's own words.

They stand by what is asked: 病假 is `sickness` in a file of absences, and `sick` in one of incidents. What
rosterctl writes itself is in English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

CHINESE: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {"yes": ("是",), "no": ("否",)},
    # Roles of officers, and in crews
    {"sworn": ("民警",), "auxiliary": ("辅警",), "leader": ("带班", "带班领导"), "any": ("不限",)},
    # Kinds of absences
    {
        "leave": ("休假", "年假", "年休假"),
        "training": ("培训",),
        "sickness": ("病假",),
        "court": ("出庭",),
        "maternity": ("产假",),
        "lieu": ("调休", "补休"),
        "other": ("其他", "其它"),
    },
    # Kinds of incidents
    {
        "sick": ("病假",),
        "leave": ("休假", "年假", "年休假"),
        "training": ("培训",),
        "court": ("出庭",),
        "other": ("其他", "其它"),
        "back": ("返岗", "销假"),
        "left": ("离任",),
        "vehicle-down": ("车辆停用",),
        "vehicle-back": ("车辆恢复",),
    },
    # Exchanges, wishes, time off in lieu
    {"swap": ("换班",), "substitution": ("顶班",)},
    {"off": ("休息",), "no-recall": ("不召回",), "recall": ("召回",)},
    {"init": ("期初",), "adjust": ("调整",)},
    # Units
    {"point": ("点",), "line": ("线",), "area": ("面",)},
    # The day off in a cycle; every other letter is the planner's own in any case
    {"O": ("休",)},
)
"""For each question the words that answer it; of the Chinese ones the first is offered."""


def synonyms(words: Iterable[str]) -> Mapping[str, str]:
    """The English word for each Chinese one that may stand for one of these."""
    every = list(words)
    return {chinese: word for word in every for chinese in _table(every).get(word, ())}


def in_english(words: Iterable[str]) -> Callable[[Any], Any]:
    """A reader that gives the English word for a Chinese one, and everything else back as it is."""
    known = synonyms(words)
    return lambda value: known.get(value, value) if isinstance(value, str) else value


def spellings(words: Iterable[str]) -> list[str]:
    """All that may be written for these: the words themselves, then the Chinese ones."""
    every = list(words)
    return [*every, *synonyms(every)]


def offered(word: str, words: Iterable[str]) -> list[str]:
    """What to offer to somebody who wrote another word: one for each, in the language that they wrote in."""
    every = list(words)
    return every if word.isascii() else [_table(every).get(one, (one,))[0] for one in every]


def _table(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """That of the question which all of these answer; an empty one for words without Chinese ones."""
    every = set(words)
    return next((table for table in CHINESE if every <= table.keys()), {})
