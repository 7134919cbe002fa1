"""Names of what is no more: the newest bureau that knows an id names it; no more are asked than needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Slice
from rosterctl.export.ics.names import CalendarNames, names_for
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, unit
from tests.support.places import crew, post, post_type, window

OLD = small_bureau(
    [officer("a"), replace(officer("b"), name="old b")],
    units=[unit("U1"), unit("U2")],
    post_types=[post_type("desk", window(7, 31, minimum=crew("sworn", {"sworn": 1})))],
    posts=[replace(post("d1", "desk", "U1"), name="front desk")],
)
NEW = small_bureau([replace(officer("a"), name="new a")], units=[unit("U1")])


def asked(bureaus: list[Bureau], told: list[Bureau]) -> Iterator[Bureau]:
    for one in bureaus:
        told.append(one)
        yield one


def test_the_newest_names_what_it_has_and_the_older_one_the_rest() -> None:
    gone = duty(OLD, "b", MONDAY, "day", unit="U2", slices=[Slice(7 * 60, 19 * 60, "d1")])
    found = names_for([duty(NEW, "a", MONDAY, "day"), gone], [NEW, OLD])
    assert (found.officers["a"], found.officers["b"]) == ("new a", "old b")
    assert (found.units["U2"], found.posts["d1"]) == ("U2", "front desk")


def test_nobody_older_is_asked_when_all_is_known() -> None:
    told: list[Bureau] = []
    names_for([duty(NEW, "a", MONDAY, "day")], asked([NEW, OLD], told))
    assert told == [NEW]


def test_what_nobody_knows_has_no_name() -> None:
    assert names_for([duty(OLD, "b", MONDAY, "day")], []) == CalendarNames()
