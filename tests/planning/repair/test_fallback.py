"""Where no repair is found: whose duties become plain, and which stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.repair.fallback import plain_instead
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, transfer, unit
from tests.support.peers import on_day

BUREAU = small_bureau([officer(team.lower(), team) for team in "ABCD"], units=[unit("U1"), unit("U2")])
Shown = tuple[str, int, str, str, str]


def instead(
    lines: Iterable[Duty], altered: str = "abcd", unit: str = "U1", bureau: Bureau = BUREAU
) -> list[tuple[Shown, Shown | None]]:
    """What falls and what is worked instead, each as officer, day, shift, unit and origin."""
    by_officer: dict[str, dict[date, Duty]] = {}
    for one in lines:
        by_officer.setdefault(one.officer, {})[one.day] = one
    return [
        (_shown(old), None if new is None else _shown(new))
        for old, new in plain_instead(bureau, unit, set(altered), by_officer)
    ]


def _shown(one: Duty) -> Shown:
    (whole,) = one.slices  # in reserve from start to end
    assert whole.post == ""
    return one.officer, (one.day - MONDAY).days, one.shift, one.unit, str(one.origin)


def test_plain_duties_stay() -> None:
    assert instead([duty(BUREAU, "a", on_day(0), "day"), duty(BUREAU, "a", on_day(1), "night")]) == []


def test_a_longer_night_becomes_the_plain_one() -> None:
    assert instead([duty(BUREAU, "a", on_day(1), "overlap-both")]) == [
        (("a", 1, "overlap-both", "U1", "rotation"), ("a", 1, "night", "U1", "rotation"))
    ]


def test_a_recall_on_a_day_off_falls() -> None:
    assert instead([duty(BUREAU, "a", on_day(2), "day", recall=True)]) == [
        (("a", 2, "day", "U1", "recall"), None)
    ]


def test_what_was_taken_over_by_an_exchange_stays() -> None:
    taken = replace(duty(BUREAU, "a", on_day(2), "day"), origin=Origin.EXCHANGE)
    assert instead([taken]) == []


def test_only_whose_absences_have_changed_fall_back_and_in_order_of_officers_and_dates() -> None:
    lines = [
        duty(BUREAU, name, on_day(day), "day", recall=True) for name, day in (("b", 2), ("a", 3), ("a", 2))
    ]
    assert [(old[0], old[1]) for old, _ in instead(lines)] == [("a", 2), ("a", 3), ("b", 2)]
    assert [(old[0], old[1]) for old, _ in instead(lines, altered="b")] == [("b", 2)]
    assert instead(lines, altered="d") == []  # who has no duties at all


def test_only_people_of_the_unit_on_the_date_fall_back() -> None:
    moved = small_bureau(
        [officer("a", transfers=(transfer(on_day(3), "A", "U2"),))], units=[unit("U1"), unit("U2")]
    )
    lines = [duty(moved, "a", on_day(day), "day", recall=True) for day in (2, 3)]
    assert [old[1] for old, _ in instead(lines, bureau=moved)] == [2]
    assert [old[1] for old, _ in instead(lines, unit="U2", bureau=moved)] == [3]
