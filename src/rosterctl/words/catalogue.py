"""The languages that there are, which of them the locale asks for, and what each says for English."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from rosterctl import words
from rosterctl.wording import Language, Words


def modules(language: Language) -> Iterator[tuple[ModuleType, ModuleType]]:
    """The modules of English sentences, each with the one that takes over its keys; none for English itself.

    What `rosterctl/export/ics/wording.py` says is said in Chinese by `words/zh/export/ics/wording.py`.
    """
    if language == Language.ENGLISH:
        return
    folder = import_module(f"{words.__name__}.{language}")
    for found in walk_packages(folder.__path__, f"{folder.__name__}."):
        if found.name.endswith("wording"):
            ours = found.name.replace(f"{folder.__name__}.", f"{__package__.partition('.')[0]}.")
            yield import_module(ours), import_module(found.name)


def sentences(language: Language) -> dict[Words, Words]:
    """What is said for each English sentence; nothing for English itself.

    A sentence without a counterpart is said in English.
    """
    return {
        text: vars(spoken)[key]
        for english, spoken in modules(language)
        for key, text in vars(english).items()
        if key.isupper() and key in vars(spoken)
    }


def help_texts(language: Language) -> Mapping[str, str]:
    """What stands for the English help of commands and options; nothing for English itself."""
    if language == Language.ENGLISH:
        return {}
    texts: Mapping[str, str] = import_module(f"{words.__name__}.{language}.cli.help").HELP
    return texts


LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""In this order, as POSIX has it: the first that is set counts."""


def of_locale() -> Language:
    """Chinese where the locale is `zh_…`, else English."""
    chosen = next((value for name in LOCALES if (value := os.environ.get(name))), "")
    return Language.CHINESE if chosen.startswith(Language.CHINESE) else Language.ENGLISH
