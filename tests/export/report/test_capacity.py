"""The capacity in tables and sentences: what is said of each figure, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rosterctl.domain.people.officer import Role
from rosterctl.domain.rulebook import Basis
from rosterctl.export.report.capacity import capacity_text
from rosterctl.insight.capacity.figures import (
    Capacity,
    DayStretch,
    HeadsNeeded,
    RotationUse,
    TargetStrength,
    UnitHeads,
    WeeklyLimit,
)
from rosterctl.insight.capacity.rotation_heads import HeadRange
from rosterctl.insight.plain_rotation.breaches import breaches
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, rotation, small_bureau

FOUR = RotationUse("four", "four teams", "DNOO", 1200, 4, 42.0, 1.75)
"""An hour a day is seven a week, shared by four teams: 1.75 a head."""
FEW = RotationUse("office", "office", "FFFFFOO", 30, 1, 40.0, 0.0)
PLAIN = Capacity(
    bureau="small",
    horizon=Horizon(MONDAY, 7),
    heads=1230,
    absent_share=0.0625,
    units=(UnitHeads("U1", "first", 4, 800, 430, 42.0),),
    rotations=(FOUR, FEW),
    targets=(),
    workday=MONDAY,
    stretches=(DayStretch(420, 1140, 40, 60, 300, 280, 30, 140),),
    target_hours=0.0,
    minimum_hours=3_000.4,
    plan_hours=5_000.0,
    supply_hours=50_000.0,
    supply_hours_present=47_000.0,
    needed=(),
)


def heads(least: int, most: int | None = None) -> HeadRange:
    top = least if most is None else most
    return HeadRange(least, (least + top) / 2, top)


def target(everyone: HeadRange, present: HeadRange, overlapped: HeadRange, both: HeadRange) -> TargetStrength:
    """A hundred are wanted from 17:00 to 19:00 on each of the seven dates."""
    return TargetStrength("peak", "peak", 1020, 1140, 100, 7, everyone, present, overlapped, both)


def sentences(report: Capacity) -> list[str]:
    return [line.removeprefix("- ") for line in capacity_text(report).splitlines() if line.startswith("- ")]


def rows(report: Capacity, title: str) -> list[list[str]]:
    """The cells of the table under a title, a line of headers and one of dashes."""
    (part,) = (part for part in capacity_text(report).split("\n\n") if part.startswith(title))
    return [line.split() for line in part.splitlines()[3:]]


def test_the_heading_the_units_and_the_day() -> None:
    assert capacity_text(PLAIN).splitlines()[0] == (
        "small: 1,230 heads, 2026-12-07 to 2026-12-13, 6.2% of officer-days absent"
    )
    assert rows(PLAIN, "Heads on 2026-12-07") == [["07:00-19:00", "40", "60", "300", "280", "30", "140"]]


def test_numbers_stand_under_each_other_to_the_right_and_names_to_the_left() -> None:
    second = UnitHeads("U22", "the second", 10, 4, 8, 8.0)
    report = replace(PLAIN, units=(*PLAIN.units, second))
    assert capacity_text(report).split("\n\n")[1].splitlines() == [
        "unit    name          teams    sworn    auxiliary    hours a week",
        "------  ----------  -------  -------  -----------  --------------",
        "U1      first             4      800          430            42.0",
        "U22     the second       10        4            8             8.0",
    ]


def test_without_targets_there_is_no_table_of_them() -> None:
    assert "Strength targets, fewest" not in capacity_text(PLAIN)
    assert sentences(PLAIN) == [
        "The posts ask for 3,000 person-hours a week at the legal minimum and 5,000 at the plan. The "
        "rotations supply 50,000 with everyone present and 47,000 with the absences of the files.",
        "No strength target holds on these dates (`strengths` in bureau.yaml).",
        "four teams (DNOO, 1,200 heads in 4 teams, 42.0 hours a week): each hour a day in which two full "
        "teams overlap costs a head 1.75 hours a week.",
    ]


@pytest.mark.parametrize(
    ("stretch", "lacks"),
    [
        # 60 and 30 sworn are planned for: exactly so many are there.
        (DayStretch(420, 1140, 40, 60, 60, 60, 30, 30), ""),
        (DayStretch(420, 1140, 40, 60, 60, 59, 30, 30), "1 head, at least 0 of them sworn"),
        (DayStretch(420, 1140, 40, 60, 60, 58, 30, 29), "2 heads, at least 1 of them sworn"),
        # Enough heads, but too many auxiliaries among them: as many must come as sworn officers are lacking.
        (DayStretch(420, 1140, 40, 60, 90, 90, 30, 28), "2 heads, at least 2 of them sworn"),
    ],
)
def test_what_the_plan_lacks_on_plain_shifts(stretch: DayStretch, lacks: str) -> None:
    told = [one for one in sentences(replace(PLAIN, stretches=(stretch,))) if "lacks" in one]
    assert told == (
        [
            f"07:00-19:00 on 2026-12-07: on plain shifts the plan lacks {lacks}; "
            "overlaps, recalls or loans must bring them."
        ]
        if lacks
        else []
    )


def test_the_limits_of_the_rulebook_are_said_with_their_rule_and_basis() -> None:
    limits = (
        WeeklyLimit(Role.AUXILIARY, 44.0, "mean-hours", Basis.ASSUMED),
        WeeklyLimit(Role.AUXILIARY, 48.28, "overtime", Basis.LAW),
        WeeklyLimit(Role.SWORN, 48.0, "mean-hours", Basis.OWN),
    )
    told = sentences(replace(PLAIN, limits=limits, lawful_hours=57_000.0, training_hours=36.4))
    assert told[1:5] == [
        "Of those absences training takes 36 person-hours a week by the plain duties. It is work, and "
        "counts where the law counts it.",
        "On average the rulebook leaves an auxiliary 44 hours a week by `mean-hours` (assumed) and 48.28 "
        "hours a week by `overtime` (law); the least holds.",
        "On average the rulebook leaves a sworn officer 48 hours a week by `mean-hours` (the bureau's own); "
        "the least holds.",
        "For 1,230 heads that makes 57,000 person-hours a week, 7,000 of them beyond the rotations: what "
        "there is for overlaps and recalls.",
    ]
    assert not any("rulebook" in one or "raining" in one for one in sentences(PLAIN))


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        # On the best date exactly the hundred are there with everyone present, on the worst ten fewer.
        (
            target(heads(90, 100), heads(90, 100), heads(100), heads(100)),
            "met on plain shifts with everyone present on the best dates, 10 short on the worst, up to 10 "
            "short with the absences.",
        ),
        (
            target(heads(100), heads(100), heads(100), heads(100)),
            "met on plain shifts with everyone present, also with the absences.",
        ),
        (
            target(heads(100), heads(99, 100), heads(100), heads(100)),
            "met on plain shifts with everyone present, up to 1 short with the absences.",
        ),
        # One is missing on plain shifts; the overlap brings them, and with the absences just so.
        (
            target(heads(99), heads(90), heads(100), heads(100)),
            "1 short on plain shifts; full overlap reaches it with everyone present and holds with the "
            "absences.",
        ),
        (
            target(heads(95, 99), heads(90), heads(98, 100), heads(95, 99)),
            "1 to 5 short on plain shifts; full overlap reaches it with everyone present on the best dates, "
            "2 short on the worst and stays 1 to 5 short with the absences.",
        ),
        # Not even the overlap is enough, though it adds one.
        (
            target(heads(80), heads(70), heads(81), heads(71)),
            "20 short on plain shifts, 19 even at full overlap.",
        ),
        # It adds nobody.
        (
            target(heads(80), heads(70, 75), heads(80), heads(75)),
            "20 short with everyone present, at least 25 with the absences; only recalls can add to it.",
        ),
    ],
)
def test_a_target_is_met_or_missed(figures: TargetStrength, said: str) -> None:
    told = [one for one in sentences(replace(PLAIN, targets=(figures,))) if one.startswith("peak")]
    assert told == [f"peak (17:00-19:00, 100 heads): {said}"]


def test_the_table_of_targets_shows_a_range_where_dates_differ() -> None:
    figures = target(heads(90, 1_000), heads(80), heads(100, 101), heads(95))
    (row,) = rows(replace(PLAIN, targets=(figures,)), "Strength targets")
    assert " ".join(row) == "peak 17:00-19:00 100 90 to 1,000 80 100 to 101 95"


def with_targets(*, overlapped: int = 100, **changes: Any) -> Capacity:
    """A hundred wanted for two hours a day; eighty are there, and the overlap brings so many."""
    one = target(heads(80), heads(80), heads(overlapped), heads(overlapped))
    needed = (HeadsNeeded(42, 1_100), HeadsNeeded(48, 950))
    return replace(PLAIN, targets=(one,), target_hours=2_460.0, needed=needed, **changes)


def test_what_the_targets_ask_of_every_head() -> None:
    """2,460 hours a week over 1,230 heads are two each."""
    told = sentences(with_targets())
    assert (
        "The targets ask for 2,460 person-hours a week: 2.00 hours from each of 1,230 heads, whatever "
        "the pattern."
    ) in told
    assert (
        "Counted in hours alone, that takes 1,100 heads at 42 hours a week, 950 heads at 48 hours a week."
        in told
    )


def test_what_overlapping_comes_to_is_told_of_the_rotation_that_carries_most_heads() -> None:
    """Two hours a day at 1.75 a head make 3.5 more than 42; a single phase has no team to overlap with."""
    small = replace(FOUR, name="small", heads=1_199)
    told = [one for one in sentences(with_targets(rotations=(FEW, small, FOUR))) if "two full teams" in one]
    assert [one.partition(" (")[0] for one in told] == ["small", "four teams"]
    assert told[0].endswith("costs a head 1.75 hours a week.")
    assert told[1].endswith("; the targets want 2.0 such hours, which makes 45.5.")


@pytest.mark.parametrize(("teams", "told"), [(1, 0), (2, 1)])
def test_it_takes_two_teams_to_overlap(teams: int, told: int) -> None:
    report = replace(PLAIN, rotations=(replace(FOUR, phases=teams),))
    assert sum("two full teams" in one for one in sentences(report)) == told


def test_where_overlapping_helps_no_target_nothing_is_said_of_what_it_comes_to() -> None:
    assert not any("such hours" in one for one in sentences(with_targets(overlapped=80)))


def test_names_cannot_write_to_the_terminal() -> None:
    report = replace(with_targets(), bureau="small\x1b[2J", units=(UnitHeads("U1", "a\x1bb", 1, 1, 0, 42.0),))
    assert "\x1b" not in capacity_text(report)


def test_rotations_that_break_a_rule_by_themselves_come_first() -> None:
    pattern = rotation("NNNNNOO", (0,))
    bureau = small_bureau(teams="A", rotation=pattern, rules={"nights-in-a-row": {"most": "4"}})
    found = breaches(bureau, Horizon(MONDAY, 28))
    first = sentences(replace(PLAIN, breaches=found))[0]
    assert first.startswith("rotation 'NNNNNOO' of unit 'U1' breaks rule nights-in-a-row by itself")
    assert "; `nights-in-a-row: {most: 5}` under `rules:`" in first
