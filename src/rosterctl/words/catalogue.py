"""The languages that there are, which of them the locale asks for, and what each says for English."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import ModuleType

from rosterctl.export.ics import wording as english_ics
from rosterctl.export.xlsx import wording as english_xlsx
from rosterctl.wording import Words
from rosterctl.words.zh import ics as chinese_ics
from rosterctl.words.zh import xlsx as chinese_xlsx

ENGLISH, CHINESE = "en", "zh"
LANGUAGES = (ENGLISH, CHINESE)
CATALOGUES: Mapping[str, tuple[tuple[ModuleType, ModuleType], ...]] = {
    ENGLISH: (),
    CHINESE: ((english_xlsx, chinese_xlsx), (english_ics, chinese_ics)),
}
"""By language the modules of English sentences, each with the one that takes over its keys."""


def sentences(language: str) -> dict[Words, Words]:
    """What is said for each English sentence; nothing for English itself.

    A sentence without a counterpart is said in English, so that a language may grow module by module.
    """
    return {
        text: vars(spoken)[key]
        for english, spoken in CATALOGUES[language]
        for key, text in vars(english).items()
        if key.isupper()
    }


LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In this order, as POSIX has it: the first that is set counts."""


def of_locale() -> str:
    """Chinese where the locale is `zh_…`, else English."""
    chosen = next((value for name in LOCALES if (value := os.environ.get(name))), "")
    return CHINESE if chosen.startswith(CHINESE) else ENGLISH
