"""Slices in instants, and time cut where somebody comes or goes."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.roster import Slice
from rosterctl.rulekit.audit.stays import Headcount, Stay, Stays, by_time, pieces
from rosterctl.timeline.span import Span
from tests.support.bureaus import MONDAY, duty, small_bureau
from tests.support.places import at, on

BUREAU = small_bureau()
CLOCK = BUREAU.clock
SUNDAY, TUESDAY = MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)


def span(start: float, end: float) -> Span:
    """By hours of Monday's clock."""
    return CLOCK.span(MONDAY, round(start * 60), round(end * 60))


def stay(officer: str, start: float, end: float) -> Stay:
    return Stay(BUREAU.officers[officer], "U1", MONDAY, "P", (), span(start, end))


def test_slices_that_differ_in_nothing_are_one_stay() -> None:
    stays = Stays(BUREAU, [on(BUREAU, "a", at(8, 9, "P"), at(9, 10, "P"), at(10, 11, "P", "C1", "C2"))])
    assert [(one.span, one.vehicles) for one in stays.of("P")] == [
        (span(8, 10), ()),
        (span(10, 11), ("C1", "C2")),
    ]
    assert [one.span for one in stays.of("")] == [span(7, 8), span(11, 19)]
    assert stays.of("Q") == ()


def test_slices_with_a_hole_between_them_are_two_stays() -> None:
    torn = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 480, "P"), Slice(540, 1140, "P")])
    assert [one.span for one in Stays(BUREAU, [torn]).of("P")] == [span(7, 8), span(9, 19)]


def test_a_stay_belongs_to_every_duty_day_that_it_touches() -> None:
    """The handover is at 07:00: a night that ends then is Monday's alone, one until 09:00 Tuesday's too."""
    plain = Stays(BUREAU, [duty(BUREAU, "a", MONDAY, "night", slices=[at(19, 31, "P")])])
    longer = Stays(BUREAU, [duty(BUREAU, "a", MONDAY, "overlap-morning", slices=[at(19, 33, "P")])])
    assert [len(plain.at("P", day)) for day in (SUNDAY, MONDAY, TUESDAY)] == [0, 1, 0]
    assert [len(longer.at("P", day)) for day in (SUNDAY, MONDAY, TUESDAY)] == [0, 1, 1]


def test_time_is_cut_where_somebody_comes_or_goes() -> None:
    first, second = stay("a", 8, 10), stay("b", 9, 11)
    assert list(pieces((first, second), span(8, 12))) == [
        (span(8, 9), (first,)),
        (span(9, 10), (first, second)),
        (span(10, 11), (second,)),
        (span(11, 12), ()),
    ]


def test_who_leaves_as_it_begins_or_comes_as_it_ends_is_not_there() -> None:
    assert list(pieces((stay("a", 7, 8), stay("b", 10, 11)), span(8, 10))) == [(span(8, 10), ())]


def test_heads_are_counted_from_start_to_end() -> None:
    heads = Headcount([span(8, 10), span(9, 11), span(10, 12)])
    assert list(heads.between(span(7, 13))) == [
        (span(7, 8), 0),
        (span(8, 9), 1),
        (span(9, 11), 2),  # at 10:00 one goes and one comes
        (span(11, 12), 1),
        (span(12, 13), 0),
    ]
    assert list(heads.between(span(9, 10))) == [(span(9, 10), 2)]
    assert list(Headcount([]).between(span(9, 10))) == [(span(9, 10), 0)]


def test_stays_are_sorted_by_start_then_end_then_officer() -> None:
    ordered = [stay("b", 8, 9), stay("a", 8, 10), stay("b", 8, 10), stay("a", 9, 10)]
    assert sorted([ordered[n] for n in (3, 1, 0, 2)], key=by_time) == ordered
