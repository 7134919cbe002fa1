import pytest

from rosterctl.intake.build.times import in_duty_day

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
