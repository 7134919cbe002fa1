from datetime import date

import pytest

from rosterctl.intake.build.times import are_in_order, in_duty_day, length, together
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place
from tests.support.folders import spoilt

SEVEN, DAY = 420, 1440


@pytest.mark.parametrize(
    ("start", "end", "stretches"),
    [
        (SEVEN, 540, ((420, 540),)),
        (0, DAY, ((420, 1860),)),  # 00:00-24:00 is the whole duty day, in one piece
        (SEVEN, SEVEN, ((420, 1860),)),
        (0, 360, ((1440, 1800),)),  # before the handover: the night before
        (DAY, 360, ((1440, 1800),)),
        (1320, 360, ((1320, 1800),)),  # over midnight
        (1140, SEVEN, ((1140, 1860),)),  # ends with the duty day
        (360, 480, ((420, 480), (1800, 1860))),  # across the handover
        (1020, 540, ((420, 540), (1020, 1860))),
        (419, 420, ((1859, 1860),)),
        (420, 421, ((420, 421),)),
        (0, 1439, ((420, 1439), (1440, 1860))),
    ],
)
def test_in_duty_day(start, end, stretches):
    assert in_duty_day(start, end, SEVEN) == stretches


def test_minutes_are_neither_lost_nor_doubled():
    for start in range(0, DAY, 30):
        for end in range(0, DAY + 1, 30):
            stretches = in_duty_day(start, end, SEVEN)
            assert sum(b - a for a, b in stretches) == ((end - start - 1) % DAY) + 1
            assert all(SEVEN <= a < b <= SEVEN + DAY for a, b in stretches)


DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (420, 421, 1),
        (420, 420, DAY),  # the same time is a whole day
        (420, 419, DAY - 1),
        (0, DAY, DAY),
    ],
)
def test_length(start, end, minutes):
    assert length(start, end) == minutes


@pytest.mark.parametrize(
    ("bounds", "right"),
    [
        ((DECEMBER, JANUARY), True),
        ((DECEMBER, DECEMBER), True),  # one date, both included
        ((JANUARY, DECEMBER), False),
        ((None, DECEMBER), True),
        ((JANUARY, None), True),
    ],
)
def test_are_in_order(bounds, right):
    mistakes = Mistakes()
    assert are_in_order(mistakes, Place("f", 1, 2), ("from", "until"), bounds) is right
    told = [] if right else [("f:1:2", "until: 2026-12-01 lies before from 2027-01-01")]
    assert [(str(one.place), one.message) for one in mistakes.problems] == told


@pytest.mark.parametrize(
    ("several", "within"),
    [
        ([], (None, None)),
        ([(DECEMBER, None), (None, JANUARY)], (DECEMBER, JANUARY)),
        ([(DECEMBER, JANUARY), (JANUARY, None)], (JANUARY, JANUARY)),
        ([(DECEMBER, JANUARY), (None, DECEMBER)], (DECEMBER, DECEMBER)),
        ([(JANUARY, None), (None, DECEMBER)], (JANUARY, DECEMBER)),  # no date is left
    ],
)
def test_together(several, within):
    assert together(several) == within


def test_a_time_zone_that_does_not_exist(tmp_path):
    assert spoilt(tmp_path, "bureau.yaml", "Asia/Shanghai", "Asia/Shanghia") == [
        "bureau.yaml:3:11: timezone: unknown time zone 'Asia/Shanghia' (did you mean 'Asia/Shanghai'?)"
    ]
    assert spoilt(tmp_path, "bureau.yaml", "Asia/Shanghai", "Europe/London") == []
    # A folder of zones is none, nor is a path out of it; each is told once.
    assert len(spoilt(tmp_path, "bureau.yaml", "Asia/Shanghai", "Asia")) == 1
    assert len(spoilt(tmp_path, "bureau.yaml", "Asia/Shanghai", "../x")) == 1
    assert len(spoilt(tmp_path, "bureau.yaml", "Asia/Shanghai", "[Asia]")) == 1
