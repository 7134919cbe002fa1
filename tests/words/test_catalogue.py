"""A language has the keys of the English sentences, with the same fields, and one text for one text."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from rosterctl.wording import Language, say, speak
from rosterctl.words.catalogue import (
    LOCALES,
    modules,
    of_locale,
    sentences,
)
from tests.house.test_wording import fields

PAIRS = [
    pytest.param(*pair, id=f"{language} {pair[0].__name__}")
    for language in Language
    for pair in modules(language)
]


def keys(module: object) -> dict[str, str]:
    """The sentences; a table of them is none."""
    return {
        key: text for key, text in vars(module).items() if key.isupper() and isinstance(text, str | tuple)
    }


@pytest.mark.parametrize(("english", "spoken"), PAIRS)
def test_keys_and_fields_are_the_same(english: object, spoken: object) -> None:
    assert list(keys(spoken)) == list(keys(english))
    told = keys(spoken)
    assert [key for key, text in keys(english).items() if fields(text) != fields(told[key])] == []


@pytest.mark.parametrize("language", Language)
def test_what_is_one_text_in_english_is_one_text_here(language: Language) -> None:
    """The English text is the key: two keys with the same one could not be told apart."""
    texts: dict[str, set[str]] = {}
    for english, spoken in modules(language):
        told = keys(spoken)
        for key, text in keys(english).items():
            texts.setdefault(text, set()).add(told.get(key, ""))
    assert {text: found for text, found in texts.items() if len(found) > 1} == {}


NAMES = {
    *("CP", "CSV", "Excel", "HTTP", "HTTPS", "ID", "JSON", "MB", "Python", "SAT", "SQLite", "TLS", "UTC"),
    *("UTF", "YAML", "cron", "dask", "h", "km", "min", "pip", "rosterctl", "s", "systemd", "zh"),
}
"""What is written with Latin letters in Chinese, too."""


TYPED = re.compile(
    r"`[^`]*`|\{[^}]*\}|--[a-z-]+|[\w./*-]+\.(?:csv|yaml|md|json|db|txt)|[a-z_]+[:：]|\b[A-Z_]{2,}\b|/[a-z/.]+"
)


@pytest.mark.parametrize(("english", "spoken"), PAIRS)
def test_chinese_has_no_latin_word_left(english: ModuleType, spoken: ModuleType) -> None:  # noqa: ARG001
    """But for what is typed: in backquotes, options, file names, ids and YAML keys with a colon."""
    left = {}
    for key, text in keys(spoken).items():
        words = set(re.findall("[A-Za-z]+", TYPED.sub("", str(text)))) - NAMES
        if words:
            left[key] = words
    assert left == {}


def test_every_language_has_a_catalogue_and_english_says_what_stands_there() -> None:
    assert all(sentences(one) for one in Language if one is not Language.ENGLISH)
    assert sentences(Language.ENGLISH) == {}


def test_what_is_spoken_is_said_until_another_language_is_spoken() -> None:
    sentence = next(one for one in sentences(Language.CHINESE) if isinstance(one, str) and "{" not in one)
    speak(sentences(Language.CHINESE))
    assert say(sentence) == sentences(Language.CHINESE)[sentence] != sentence
    assert say("no {more}", more="words") == "no words"
    speak(sentences(Language.ENGLISH))
    assert say(sentence) == sentence


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LANG": "fr_FR"}, "en"),
    ],
)
def test_of_the_locale_the_first_that_is_set_counts(
    monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], language: str
) -> None:
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert of_locale() == language
