"""Lists, choices and open places, in every language."""

from __future__ import annotations

from rosterctl.domain.crew import Slot
from rosterctl.insight.phrases import either_of, enumerated, slots_text
from rosterctl.wording import speak
from rosterctl.words.catalogue import CHINESE, sentences

DRIVER, ANYBODY = Slot("auxiliary", ("driver", "radar")), Slot("any")


def test_of_one_thing_nothing_stands_between() -> None:
    assert (enumerated(["U1"]), either_of(["1 sworn"])) == ("U1", "1 sworn")
    assert (enumerated([]), either_of([]), slots_text([])) == ("", "", "")


def test_of_several_something_stands_between_each_two() -> None:
    assert enumerated(["U1", "U2", "U3"]) == "U1, U2, U3"
    assert either_of(["1 sworn", "2 any", "3 any"]) == "1 sworn or 2 any or 3 any"
    assert slots_text([DRIVER, ANYBODY]) == "auxiliary+driver+radar + any"


def test_they_are_said_in_chinese() -> None:
    speak(sentences(CHINESE))
    assert enumerated(["U1", "U2", "U3"]) == "U1、U2、U3"
    assert either_of(["民警1名", "辅警2名"]) == "民警1名，或辅警2名"
    assert slots_text([DRIVER, ANYBODY]) == "具备driver+radar技能的辅警+民警或辅警"
