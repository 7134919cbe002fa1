"""A language has the keys of the English sentences, with the same fields, and one text for one text."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from rosterctl.wording import say, speak
from rosterctl.words.catalogue import (
    CATALOGUES,
    CHINESE,
    ENGLISH,
    LANGUAGES,
    LOCALES,
    of_locale,
    sentences,
)
from rosterctl.words.zh import ics, xlsx
from tests.house.test_wording import fields

PAIRS = [(language, *pair) for language, pairs in CATALOGUES.items() for pair in pairs]


def keys(module: object) -> dict[str, str]:
    return {key: text for key, text in vars(module).items() if key.isupper()}


@pytest.mark.parametrize(("language", "english", "spoken"), PAIRS)
def test_keys_and_fields_are_the_same(language: str, english: object, spoken: object) -> None:
    assert list(keys(spoken)) == list(keys(english)), language
    told = keys(spoken)
    assert [key for key, text in keys(english).items() if fields(text) != fields(told[key])] == []


@pytest.mark.parametrize(("language", "english", "spoken"), PAIRS)
def test_what_is_one_text_in_english_is_one_text_here(language: str, english: object, spoken: object) -> None:
    """The English text is the key: two keys with the same one could not be told apart."""
    told = keys(spoken)
    texts: dict[str, set[str]] = {}
    for key, text in keys(english).items():
        texts.setdefault(text, set()).add(told[key])
    assert {text: found for text, found in texts.items() if len(found) > 1} == {}, language


@pytest.mark.parametrize("module", [ics, xlsx])
def test_chinese_has_no_latin_word_left(module: ModuleType) -> None:
    texts = {key: re.sub(r"{[^}]*}", "", text) for key, text in keys(module).items()}
    assert [key for key, text in texts.items() if re.search("[A-Za-z]", text)] == []


def test_every_language_has_a_catalogue_and_english_says_what_stands_there() -> None:
    assert set(CATALOGUES) == set(LANGUAGES)
    assert sentences(ENGLISH) == {}


def test_what_is_spoken_is_said_until_another_language_is_spoken() -> None:
    sentence = next(iter(sentences(CHINESE)))
    speak(sentences(CHINESE))
    assert say(sentence) == sentences(CHINESE)[sentence] != sentence
    assert say("no {more}", more="words") == "no words"
    speak(sentences(ENGLISH))
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
