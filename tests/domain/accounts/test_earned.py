"""What earns time off in lieu and what spends it."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.accounts.earned import earned_minutes, lieu_entries
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.timeline.calendar import Calendar
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, duty, officer, shift, small_bureau
from tests.support.edited_shift import KEY, edited_bureau

SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)
BUREAU = small_bureau(
    shifts=[shift("long", 19, 31, break_minutes=60), shift("late", 24, 32)],
    calendar=Calendar("c", "c", holidays={MONDAY: "festival"}),
)


def test_a_recall_earns_its_paid_minutes() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "a", TUESDAY, "day", recall=True)) == 720


def test_a_recall_on_a_statutory_holiday_is_paid_and_not_given_back() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "c", MONDAY, "day", recall=True)) == 0


def test_a_weekend_is_no_holiday() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "d", SUNDAY, "peak-evening", recall=True)) == 120


def test_overtime_on_a_duty_day_is_paid_and_not_given_back() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "b", TUESDAY, "overlap-both")) == 0


def test_a_night_into_or_out_of_a_holiday_is_split_at_midnight() -> None:
    """19:00-07:00: five hours before midnight, seven after it."""
    assert earned_minutes(BUREAU, duty(BUREAU, "a", SUNDAY, "night", recall=True)) == 300
    assert earned_minutes(BUREAU, duty(BUREAU, "a", MONDAY, "night", recall=True)) == 420


def test_the_break_comes_off_the_longer_part() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "a", SUNDAY, "long", recall=True)) == 300
    assert earned_minutes(BUREAU, duty(BUREAU, "a", MONDAY, "long", recall=True)) == 360
    assert earned_minutes(BUREAU, duty(BUREAU, "a", TUESDAY, "long", recall=True)) == 660


def test_a_shift_that_starts_at_24_00_lies_on_the_next_date() -> None:
    assert earned_minutes(BUREAU, duty(BUREAU, "a", SUNDAY, "late", recall=True)) == 0
    assert earned_minutes(BUREAU, duty(BUREAU, "a", MONDAY, "late", recall=True)) == 480


def test_a_night_when_the_clocks_change_earns_what_it_lasts() -> None:
    berlin = small_bureau(timezone="Europe/Berlin")
    night = MONDAY.replace(month=10, day=24)
    assert earned_minutes(berlin, duty(berlin, "a", night, "night", recall=True)) == 13 * 60


def test_an_absence_in_lieu_spends_the_plain_shifts_of_its_dates() -> None:
    """A works D N O O from Monday: two duties are spent, two days off cost nothing."""
    away = absence("a", MONDAY, MONDAY + timedelta(days=3), AbsenceKind.LIEU)
    bureau = small_bureau(absences=[away])
    assert lieu_entries(bureau, (), Horizon(SUNDAY, 7)) == (
        Entry("a", MONDAY, EntryKind.SPEND, 720, "absence 2026-12-07 to 2026-12-10, day 07:00-19:00"),
        Entry("a", TUESDAY, EntryKind.SPEND, 720, "absence 2026-12-07 to 2026-12-10, night 19:00-07:00"),
    )


def test_only_the_dates_asked_for_count() -> None:
    away = absence("a", MONDAY, TUESDAY, AbsenceKind.LIEU)
    bureau = small_bureau(absences=[away])
    worked = [duty(bureau, "c", day, "peak-evening", recall=True) for day in (MONDAY, TUESDAY)]
    assert lieu_entries(bureau, worked, [TUESDAY]) == (
        Entry("c", TUESDAY, EntryKind.EARN, 120, "recall peak-evening 17:00-19:00 in U1"),
        Entry("a", TUESDAY, EntryKind.SPEND, 720, "absence 2026-12-07 to 2026-12-08, night 19:00-07:00"),
    )


def test_other_absences_spend_nothing_and_neither_does_who_has_left() -> None:
    gone = officer("a", left=MONDAY)
    lieu = absence("a", MONDAY, TUESDAY, AbsenceKind.LIEU)
    assert len(lieu_entries(small_bureau([gone], absences=[lieu]), (), [MONDAY, TUESDAY])) == 1
    leave = absence("a", MONDAY, TUESDAY)
    assert lieu_entries(small_bureau(absences=[leave]), (), [MONDAY, TUESDAY]) == ()


def test_an_edited_shift_has_its_own_id_and_the_times_then() -> None:
    bureau = edited_bureau()
    (found,) = lieu_entries(bureau, [duty(bureau, "c", MONDAY, KEY, recall=True)], [MONDAY])
    assert found.note == "recall day 07:00-19:00 in U1"
