"""The words that people write in the cells of a list, and what the bureau's files say for them.

What is not known is handed back as it was: it goes into the file like that, where `validate` finds it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Role
from rosterctl.domain.people.wish import WishKind
from rosterctl.intake.sheets.grid import folded
from rosterctl.intake.text.scalars import read_date

SWORN_WORDS = "民警|警察|交警|巡警|人民警察|公务员|在编民警|正式民警|在编|police|sworn|officer"
AUXILIARY_WORDS = "辅警|协警|辅助警员|协管员|勤务辅警|文职辅警|辅助人员|auxiliary|aux"
YES_WORDS = "是|有|对|可|能|√|✓|✔|1|y|yes|true|带班"
NO_WORDS = "否|无|不|不是|没有|×|✗|✘|x|0|n|no|false|-|—|/"

ABSENCE_WORDS = {
    AbsenceKind.LEAVE: "年休假|年假|休假|公休|公休假|事假|婚假|丧假|探亲假|探亲|陪产假|护理假|"
    "育儿假|请假|假|休|vacation",
    AbsenceKind.SICKNESS: "病假|病休|住院|工伤|病|sick|ill",
    AbsenceKind.TRAINING: "培训|集训|轮训|训练|学习|封闭培训|党校|训|course",
    AbsenceKind.COURT: "出庭|开庭|庭",
    AbsenceKind.MATERNITY: "产假|生育假|产",
    AbsenceKind.LIEU: "调休|补休|倒休|调",
    AbsenceKind.OTHER: "其他|其它|抽调|借调|出差|公出|公差|外派",
}
WISH_WORDS = {
    WishKind.OFF: "休|休息|想休|要休|请休|不上班|不排班|不值班|off",
    WishKind.NO_RECALL: "不召回|勿召回|不加班|不备勤|no_recall",
    WishKind.RECALL: "可召回|愿召回|召回|愿加班|可加班|加班|备勤|recall",
}

SKILL_WORDS: Mapping[str, str] = {
    "driver": r"(?<![a-z])[ABC][1-6]|汽车|小车|大车|驾驶|驾照|开车|car",
    "rider": r"^([ABC]\d)*[DEF]$|摩托|骑行|motorcycle",
    "patrol": r"巡逻|巡警|巡防|巡控|巡特警",
    "traffic": r"交警|交管|交通|疏导|事故",
}
"""By the skill as the examples call it, what it is called in lists: licences of cars (A1 to C6) and
motorcycles (D, E, F), and the two trades of the traffic-patrol police."""

_BETWEEN = re.compile(r"[\s,、;/+|和及]+")
_DATES = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_SECOND = re.compile(r"(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*日?\s*$")


def role_of(text: str) -> str:
    """`sworn` or `auxiliary`."""
    word = folded(text).casefold()
    if word in SWORN_WORDS.split("|"):
        return Role.SWORN
    return Role.AUXILIARY if word in AUXILIARY_WORDS.split("|") or "辅警" in word else text


def flag_of(text: str) -> str:
    """`yes` or `no`; nothing where nothing stands."""
    word = folded(text).casefold()
    return "yes" if word in YES_WORDS.split("|") else "no" if word in NO_WORDS.split("|") else text


def absence_of(text: str) -> str:
    """The kind of an absence."""
    return _one_of(ABSENCE_WORDS, text)


def wish_of(text: str) -> str:
    """The kind of a wish."""
    return _one_of(WISH_WORDS, text)


def _one_of(words: Mapping[AbsenceKind, str] | Mapping[WishKind, str], text: str) -> str:
    word = folded(text).casefold()
    found = (
        kind for kind, known in words.items() if word == kind or word.replace(" ", "_") in known.split("|")
    )
    return next(found, text)


def skills_of(text: str, known: Collection[str]) -> tuple[list[str], list[str]]:
    """The skills in a cell, of those that the bureau knows, and the words that are none.

    `C1D` is a car's licence and a motorcycle's. A word may only stand for a skill that the bureau has.
    """
    found, strange = dict[str, None](), []
    for word in filter(None, _BETWEEN.split(folded(text))):
        skills = [word] if word in known else [one.casefold() for one in [word] if one.casefold() in known]
        skills = skills or [
            one
            for one, names in SKILL_WORDS.items()
            if one in known and re.search(names, word, re.IGNORECASE)
        ]
        found.update(dict.fromkeys(skills))
        strange += [] if skills or flag_of(word) == "no" else [word]
    return list(found), strange


def day_of(text: str) -> str:
    """A date as the files have it; what is none, or has no year, as it was. A time behind it is left out."""
    word = folded(text)
    try:
        return read_date(word.partition(" ")[0]).isoformat()
    except ValueError:
        found = _DATES.fullmatch(word)
        return _iso(*found.groups()) or text if found else text


def period_of(text: str) -> tuple[str, str] | None:
    """First and last date of `2027年1月3日至1月5日` or `2027-01-03~2027-01-05`; None if it is none.

    The last one has the year, and the month, of the first where it has none of its own.
    """
    word = folded(text)
    first = _DATES.match(word)
    if first is None:
        return None
    start = _iso(*first.groups())
    rest = word[first.end() :].strip(" -~至到—–")
    whole, short = _DATES.fullmatch(rest), _SECOND.fullmatch(rest)
    if not rest:
        end = start
    elif whole is not None:
        end = _iso(*whole.groups())
    elif short is not None:
        end = _iso(first[1], short[1] or first[2], short[2])
    else:
        return None
    return (start, end) if start and end else None


def _iso(*parts: str) -> str:
    try:
        return read_date("-".join(parts)).isoformat()
    except ValueError:
        return ""


def numbers_in(text: str) -> Iterator[int]:
    """The whole numbers in a text: `3天` has one."""
    yield from (int(one) for one in re.findall(r"\d+", folded(text)))
