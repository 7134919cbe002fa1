"""Template and script say nothing that has no words, and no words are left over."""

from __future__ import annotations

import re
from importlib.resources import files

from rosterctl.export.html import wording
from rosterctl.export.html.labels import labels
from rosterctl.export.html.page import SCRIPTS
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences

FOLDER = files("rosterctl.export.html") / "files"
SOURCES = ["page.html", *(f"{one}.js" for one in SCRIPTS)]


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in SOURCES)
    assert set(re.findall(r"\bwords\.(\w+)", text)) == labels().keys()


def test_the_script_is_all_the_files_that_there_are() -> None:
    assert sorted(one.name for one in FOLDER.iterdir()) == sorted([*SOURCES, "page.css"])


def test_no_sentence_stands_in_template_or_script() -> None:
    """Between tags, and in quotes; comments are for whoever reads the script."""
    for name in SOURCES:
        text = re.sub(r"//.*|/\*.*?\*/|\{[{%].*?[%}]\}", "", (FOLDER / name).read_text(), flags=re.DOTALL)
        said = (
            re.findall(r">([^<>{}\"]+)<", text) if name.endswith("html") else re.findall(r'"([^"\n]*)"', text)
        )
        assert [one for one in said if len(re.findall(r"[A-Za-z]{2,}", one)) > 2 and " " in one.strip()] == []


def test_sentences_keep_their_fields_open_and_weekdays_begin_on_monday() -> None:
    assert labels()["shortLine"] == wording.SHORT_LINE
    assert labels()["weekdays"][0] == "Mon"
    speak(sentences(Language.CHINESE))
    assert labels()["weekdays"] == list("一二三四五六日")
    assert labels()["shortLine"] == "{time} {unit} {post} 缺{heads}人"
