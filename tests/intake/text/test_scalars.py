from datetime import date

import pytest

from rosterctl.intake.text import scalars


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (scalars.read_count, "0", 0),
        (scalars.read_count, "044", 44),  # YAML 1.1 would say 36
        (scalars.read_count, "１２", 12),
        (scalars.read_minute, "00:00", 0),
        (scalars.read_minute, "07:00", 420),
        (scalars.read_minute, "24:00", 1440),
        (scalars.read_minute, "7:00", 420),
        (scalars.read_minute, "7:00:00", 420),
        (scalars.read_date, "2026/2/9", date(2026, 2, 9)),
        (scalars.read_date, "2026-2-9", date(2026, 2, 9)),
        (scalars.read_date, "2026.02.09", date(2026, 2, 9)),
        (scalars.read_date, "2026年2月9日", date(2026, 2, 9)),
        (scalars.read_minute, "０７：３０", 450),
        (scalars.read_hours, "11", 660),
        (scalars.read_hours, "35.5", 2130),
        (scalars.read_signed_hours, "7.5", 450),
        (scalars.read_signed_hours, "-2", -120),
        (scalars.read_number, "-1.25", -1.25),
        (scalars.read_date, "2028-02-29", date(2028, 2, 29)),
        (scalars.read_date, "1900-01-01", date(1900, 1, 1)),
        (scalars.read_date, "2199-12-31", date(2199, 12, 31)),
        (scalars.read_date, date(2026, 2, 1), date(2026, 2, 1)),
        (scalars.read_minute, 420, 420),  # what was read before is taken as it is
        (scalars.read_count, 3, 3),
        (scalars.read_hours, 90, 90),
        (scalars.read_signed_hours, -90, -90),
        (scalars.read_number, 2, 2.0),
        (scalars.read_flag, True, True),
        (scalars.read_hours, "0.01", 1),  # 0.6 minutes are rounded
        (scalars.read_hours, "9999", 599_940),
        (scalars.read_count, "999999999", 999_999_999),
        (scalars.read_id, "x" * 64, "x" * 64),
        (scalars.read_skill, "driver", "driver"),
        (scalars.read_flag, "yes", True),
        (scalars.read_flag, "no", False),
        (scalars.read_flag, " 是 ", True),
        (scalars.read_flag, "否", False),
        (scalars.read_id, " 007 ", "007"),
        (scalars.read_id, "邯山-1", "邯山-1"),
        (scalars.read_label, "王 五", "王 五"),
    ],
)
def test_takes(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (scalars.read_count, "1_000"),
        (scalars.read_count, "-1"),
        (scalars.read_count, "3.0"),
        (scalars.read_count, ""),
        (scalars.read_count, True),
        (scalars.read_minute, "7:0"),
        (scalars.read_minute, "07:00:30"),
        (scalars.read_minute, "007:00"),
        (scalars.read_minute, "24:01"),
        (scalars.read_minute, "08:60"),
        (scalars.read_minute, "420"),
        (scalars.read_hours, "11h"),
        (scalars.read_hours, "-1"),
        (scalars.read_number, "nan"),
        (scalars.read_number, "1e3"),
        (scalars.read_minute, True),
        (scalars.read_hours, True),
        (scalars.read_signed_hours, True),
        (scalars.read_number, True),
        (scalars.read_hours, "1.234"),
        (scalars.read_hours, "10000"),
        (scalars.read_signed_hours, "--2"),
        (scalars.read_count, "1000000000"),
        (scalars.read_date, "1899-12-31"),
        (scalars.read_date, "2200-01-01"),
        (scalars.read_date, "2026-02-29"),
        (scalars.read_date, "2026-2/9"),
        (scalars.read_date, "1/2/2026"),  # January or February: it cannot be known
        (scalars.read_date, "26/2/9"),
        (scalars.read_date, "2026年2月9"),
        (scalars.read_date, "20260209"),
        (scalars.read_flag, "true"),
        (scalars.read_flag, "Yes"),
        (scalars.read_flag, "不"),
        (scalars.read_id, "a b"),
        (scalars.read_id, "../a"),
        (scalars.read_id, "x" * 65),
        (scalars.read_skill, "driver+rider"),
        (scalars.read_label, "a\u202eb"),
        (scalars.read_label, ["a"]),
        (scalars.read_date, ["2026-02-01"]),
    ],
)
def test_refuses(read, text):
    with pytest.raises(ValueError, match=r"\w"):
        read(text)
