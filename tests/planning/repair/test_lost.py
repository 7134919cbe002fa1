"""What officers lost by being away comes back with them, or the roster says why it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Duty, Note, NoteKind, Origin, Roster
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.lost import with_lost
from rosterctl.planning.roster.made import prove_changed
from rosterctl.planning.roster.swaps import apply
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    every_rule,
    officer,
    plain_duties,
    roster_of,
    small_bureau,
    unit,
)

TUESDAY = MONDAY + timedelta(days=1)
RULES = {rule: every_rule()[rule] for rule in ("one-place", "rest", "strength")}
PEAK = StrengthTarget("peak", "peak", 3, WallMinute(17 * 60), WallMinute(19 * 60))


def bureau_of(heads: int = 3, **more: Any) -> Bureau:
    """On Tuesday d has the day and a the night; c and e, who are off, may be called in."""
    settings: dict[str, Any] = {
        "units": [
            unit(shifts={"N": ("night", "overlap-evening")}, recalls=("peak-evening", "day")),
        ],
        "rules": RULES,
        "strengths": [replace(PEAK, heads=heads)],
    }
    people = [officer(id, team) for id, team in zip("abcde", "ABCDC", strict=True)]
    return small_bureau(people, **settings | more)


BUREAU = bureau_of()
LONGER = duty(BUREAU, "a", TUESDAY, "overlap-evening")
RECALL = duty(BUREAU, "c", TUESDAY, "peak-evening", recall=True)


def published(bureau: Bureau) -> Roster:
    """The longer night of a and the recall of c make three at the peak of Tuesday, with d."""
    plain = (one for one in plain_duties(bureau, MONDAY, 4) if (one.officer, one.day) != ("a", TUESDAY))
    every = sorted((*plain, LONGER, RECALL), key=lambda one: (one.officer, one.day))
    before = plain_duties(bureau, MONDAY - timedelta(days=28), 28)
    return prove_changed(bureau, roster_of(bureau, MONDAY, 4, every, before)).roster


def away(officer: str, bureau: Bureau = BUREAU) -> Bureau:
    return replace(bureau, absences=(absence(officer, TUESDAY),))


def carried(now: Bureau, before: Bureau, roster: Roster, **more: Any) -> Carried:
    """With what it leaves short, as it is published."""
    found = carry_on(now, before, roster, MONDAY, **more)
    return replace(found, roster=prove_changed(now, found.roster).roster)


def on_tuesday(duties: Iterable[Duty], who: str) -> list[tuple[str, Origin]]:
    return [(one.shift, one.origin) for one in duties if (one.officer, one.day) == (who, TUESDAY)]


@pytest.mark.parametrize("lost", [LONGER, RECALL])
def test_who_is_back_has_again_what_they_lost(lost: Duty) -> None:
    gone = away(lost.officer)
    without = carried(gone, BUREAU, published(BUREAU)).roster
    assert without.lost == (lost,)
    assert on_tuesday(without.duties, lost.officer) == []
    # The nights in between remember it.
    assert carried(gone, gone, without).roster.lost == (lost,)
    found = carried(BUREAU, gone, without)
    assert set(found.roster.duties) == set(published(BUREAU).duties)
    assert [(one.officer, one.day, one.reason) for one in found.changes] == [
        (lost.officer, TUESDAY, "not away any more")
    ]
    assert (found.roster.lost, found.roster.notes, found.weight) == ((), (), 0)


@pytest.mark.parametrize("lost", [LONGER, RECALL])
def test_what_is_not_short_any_more_is_filled_and_told_once(lost: Duty) -> None:
    """Two are wanted: whoever of the two is left, with d, is enough."""
    bureau = bureau_of(heads=2)
    gone = away(lost.officer, bureau)
    without = carried(gone, bureau, published(bureau)).roster
    found = carried(bureau, gone, without).roster
    plain = [("night", Origin.ROTATION)] if lost is LONGER else []
    assert on_tuesday(found.duties, lost.officer) == plain
    what = f"{lost.officer}'s {lost.shift} of {TUESDAY}"
    why = "its place is filled: nothing is short in its hours"
    assert (found.notes, found.lost) == ((Note(NoteKind.NOT_BACK, what, why),), ())
    assert carried(bureau, bureau, found).roster.notes == ()


def test_of_two_who_are_back_one_fills_the_place_that_is_short() -> None:
    bureau = bureau_of(heads=2)
    both = replace(bureau, absences=(absence("a", TUESDAY), absence("c", TUESDAY)))
    without = carried(both, bureau, published(bureau)).roster
    assert without.lost == (LONGER, RECALL)
    found = carried(bureau, both, without).roster
    assert on_tuesday(found.duties, "a") == [("overlap-evening", Origin.ROTATION)]
    assert [note.what for note in found.notes] == [f"c's peak-evening of {TUESDAY}"]


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (bureau_of(units=[unit(recalls=("day",))]), "team C of U1 no longer works this on that date"),
        (bureau_of(rules=RULES | {"rest": {"hours": "13"}}), "rule rest leaves no room for it"),
    ],
)
def test_what_is_not_lawful_any_more_does_not_come_back_and_says_why(now: Bureau, why: str) -> None:
    """Between 19:00 of Tuesday and the day of Wednesday lie twelve hours."""
    gone = away("c")
    found = carried(now, gone, carried(gone, BUREAU, published(BUREAU)).roster).roster
    assert on_tuesday(found.duties, "c") == []
    assert [(note.what, note.why) for note in found.notes] == [(f"c's peak-evening of {TUESDAY}", why)]


def test_twelve_hours_of_rest_are_enough_for_twelve() -> None:
    gone, now = away("c"), bureau_of(rules=RULES | {"rest": {"hours": "12"}})
    found = carried(now, gone, carried(gone, BUREAU, published(BUREAU)).roster).roster
    assert on_tuesday(found.duties, "c") == [("peak-evening", Origin.RECALL)]


def test_who_works_something_else_by_then_keeps_that() -> None:
    gone = away("c")
    without = carried(gone, BUREAU, published(BUREAU)).roster
    other = replace(without, duties=(*without.duties, duty(BUREAU, "c", TUESDAY, "day", recall=True)))
    found = carried(BUREAU, gone, other).roster
    assert on_tuesday(found.duties, "c") == [("day", Origin.RECALL)]
    assert [note.why for note in found.notes] == ["the officer works day on that date by now"]


@pytest.mark.parametrize(("late", "back"), [(0, True), (1, False)])
def test_nothing_comes_back_that_has_begun(late: int, back: bool) -> None:
    gone = away("c")
    without = carried(gone, BUREAU, published(BUREAU)).roster
    begins = BUREAU.clock.number(TUESDAY, WallMinute(17 * 60))
    found = carry_on(BUREAU, gone, without, TUESDAY, earliest=begins + late).roster
    assert bool(on_tuesday(found.duties, "c")) is back
    assert found.lost == ()


def test_while_the_absence_only_moves_it_waits() -> None:
    gone = away("c")
    without = carried(gone, BUREAU, published(BUREAU)).roster
    longer = replace(BUREAU, absences=(absence("c", TUESDAY, TUESDAY + timedelta(days=1)),))
    found = carried(longer, gone, without).roster
    assert (found.lost, found.notes) == ((RECALL,), ())


def test_who_is_taken_out_of_the_files_loses_nothing_more() -> None:
    gone = away("c")
    without = carried(gone, BUREAU, published(BUREAU)).roster
    nobody = {id: one for id, one in BUREAU.officers.items() if id != "c"}
    assert carried(replace(BUREAU, officers=nobody), gone, without).roster.lost == ()


# e works the recall of c, and falls ill.
TAKEN = Exchange("c", TUESDAY, "e", None, ExchangeKind.SUBSTITUTION)


def given(heads: int = 3) -> tuple[Bureau, Bureau, Roster]:
    """The bureau with the exchange, the same with e ill, and what is published then."""
    bureau = bureau_of(heads, exchanges=(TAKEN,))
    ill = away("e", bureau)
    made = apply(bureau, published(bureau_of(heads)))
    assert on_tuesday(made.duties, "e") == [("peak-evening", Origin.EXCHANGE)]
    return bureau, ill, carried(ill, bureau, made).roster


def test_a_recall_goes_back_to_whose_it_was_when_the_row_is_taken_out_though_the_taker_is_ill() -> None:
    _, ill, without = given()
    assert [one.officer for one in without.lost] == ["e"]
    found = carried(replace(ill, exchanges=()), ill, without)
    assert on_tuesday(found.roster.duties, "c") == [("peak-evening", Origin.RECALL)]
    assert [(one.officer, one.reason) for one in found.changes] == [("c", "the exchange was taken back")]
    assert found.roster.lost == ()


def test_or_it_is_told_that_it_does_not() -> None:
    _, ill, without = given(heads=2)
    found = carried(replace(ill, exchanges=()), ill, without).roster
    assert on_tuesday(found.duties, "c") == []
    assert [note.what for note in found.notes] == [f"c's peak-evening of {TUESDAY}"]


def test_and_waits_for_its_owner_who_is_ill_too() -> None:
    _, ill, without = given()
    both = replace(ill, exchanges=(), absences=(absence("c", TUESDAY), *ill.absences))
    waiting = carried(both, ill, without).roster
    assert [(one.officer, one.origin) for one in waiting.lost] == [("c", Origin.RECALL)]
    found = carried(replace(both, absences=ill.absences), both, waiting).roster
    assert on_tuesday(found.duties, "c") == [("peak-evening", Origin.RECALL)]


def test_while_the_row_stands_the_taker_has_it_again_when_back() -> None:
    bureau, ill, without = given()
    found = carried(bureau, ill, without).roster
    assert on_tuesday(found.duties, "e") == [("peak-evening", Origin.EXCHANGE)]
    assert on_tuesday(found.duties, "c") == []


def test_plain_duties_are_due_by_themselves_and_not_remembered() -> None:
    roster = published(BUREAU)
    gone = away("d")
    found = Carried(replace(roster, duties=()), (), 0, 0)
    assert with_lost(gone, BUREAU, roster, found, 0).roster.lost == ()
    assert with_lost(away("a"), BUREAU, roster, found, 0).roster.lost == (LONGER,)
    begun = BUREAU.clock.number(TUESDAY, WallMinute(17 * 60)) + 1
    assert with_lost(away("a"), BUREAU, roster, found, begun).roster.lost == ()
