"""A stretch after midnight, in every language."""

from __future__ import annotations

from rosterctl.timeline import wording
from rosterctl.timeline.clock import when_text
from rosterctl.wording import say, speak
from rosterctl.words.catalogue import CHINESE, sentences
from tests.support.bureaus import MONDAY


def test_the_night_is_named_by_the_date_on_which_it_began() -> None:
    assert when_text(MONDAY, 1620, 1680) == say(
        wording.AFTER_MIDNIGHT, when="2026-12-08 03:00-04:00", day=MONDAY
    )
    assert when_text(MONDAY, 1620, 1680) == "2026-12-08 03:00-04:00 (night of 2026-12-07)"
    speak(sentences(CHINESE))
    assert when_text(MONDAY, 1620, 1680) == "2026-12-08 03:00-04:00（2026-12-07夜班）"
    assert when_text(MONDAY, 420, 480) == "2026-12-07 07:00-08:00"
