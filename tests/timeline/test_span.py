"""Spans are half-open: what ends when another begins does not overlap it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rosterctl.timeline.span import Span, unbroken


def span(start: int, end: int) -> Span:
    """From one hour of 1 December 2026 to another, in UTC."""
    midnight = datetime(2026, 12, 1, tzinfo=UTC)
    return Span(midnight + timedelta(hours=start), midnight + timedelta(hours=end))


def test_the_day_and_the_night_that_follows_it_touch_without_overlapping() -> None:
    assert not span(7, 19).overlaps(span(19, 31))
    assert not span(19, 31).overlaps(span(7, 19))
    assert span(7, 19).overlap(span(19, 31)) == timedelta()


def test_a_night_that_begins_at_17_overlaps_the_day_by_two_hours() -> None:
    assert span(7, 19).overlaps(span(17, 31))
    assert span(7, 19).overlap(span(17, 31)) == span(17, 31).overlap(span(7, 19)) == timedelta(hours=2)


def test_apart_is_no_overlap_and_never_a_negative_one() -> None:
    assert span(0, 1).overlap(span(5, 6)) == timedelta()


def test_covering_includes_both_ends() -> None:
    assert span(7, 19).covers(span(7, 19))
    assert span(7, 19).covers(span(9, 17))
    assert not span(7, 19).covers(span(7, 20))
    assert not span(7, 19).covers(span(6, 19))


def test_length_is_what_lies_between() -> None:
    assert span(19, 31).length == timedelta(hours=12)
    assert span(19, 31).minutes == 720


def test_spans_sort_by_start_and_then_by_end() -> None:
    assert sorted([span(9, 17), span(7, 19), span(7, 9)]) == [span(7, 9), span(7, 19), span(9, 17)]


def test_stretches_that_touch_or_overlap_are_one_and_those_apart_stay_apart() -> None:
    assert list(unbroken([(9, 12), (7, 9), (13, 15), (8, 10)])) == [(7, 12), (13, 15)]
    assert list(unbroken([(7, 19), (9, 10)])) == [(7, 19)]
    assert list(unbroken(iter(()))) == []
