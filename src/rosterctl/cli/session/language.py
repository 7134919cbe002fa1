"""Which language is spoken: that of --lang, else the bureau's that is named, else the locale's.

It is known before the command is read, so that wrong usage and help are said in it, too.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Sequence
from pathlib import Path

from rosterctl import words
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import of_locale, sentences

OPTION = "--lang"
DOMAIN, LOCALE = "rosterctl", Path(words.__file__).parent / "locale"
"""What click says by gettext."""
COPY = "bureau"
"""A roster's folder has the bureau's files in it."""
LANGUAGE = re.compile(rf"^language:\s*[\"']?({'|'.join(Language)})\b", re.MULTILINE)
"""A line is enough: the whole file is read, and judged, by the command."""


def speak_as_asked(arguments: Sequence[str]) -> Language:
    """From now on everything is said in the language that these ask for, click's own words too."""
    language = _chosen(arguments)
    speak(sentences(language))
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language  # the first that gettext looks at
    return language


def _chosen(arguments: Sequence[str]) -> Language:
    for place, one in enumerate(arguments):
        said = one.removeprefix(f"{OPTION}=") if one.startswith(f"{OPTION}=") else ""
        if one == OPTION and place + 1 < len(arguments):
            said = arguments[place + 1]
        if said in [*Language]:
            return Language(said)
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    places = [place for one in folders for place in (one, one / COPY, one.parent)]
    found = map(_of_bureau, (*places, Path()))
    return next((language for language in found if language), of_locale())


def _of_bureau(folder: Path) -> Language | None:
    """What `language:` says in its bureau.yaml."""
    file = folder / "bureau.yaml"
    try:
        if not file.is_file():  # to read a pipe would wait for ever
            return None
        text = file.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):  # a null character in a path is no path
        return None
    found = LANGUAGE.search(text)
    return Language(found[1]) if found else None
