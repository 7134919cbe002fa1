"""What a bureau can hold, by arithmetic: small bureaus reckoned by hand, and the golden figures of Handan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from rosterctl.cli.commands.capacity import command
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Role
from rosterctl.domain.post import Level, PostType
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.insight.capacity.capacity import capacity
from rosterctl.insight.capacity.figures import Capacity, DayStretch, HeadsNeeded, UnitHeads
from rosterctl.insight.capacity.hours import heads_needed, overlap_cost, post_minutes, target_minutes
from rosterctl.insight.capacity.rotation_heads import HeadRange, RotationHeads
from rosterctl.intake.load import read_bureau
from rosterctl.timeline.calendar import DayType
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import (
    DNOO,
    MONDAY,
    absence,
    model,
    officer,
    rotation,
    small_bureau,
    transfer,
    unit,
)
from tests.support.places import PAIR, crew, post, window

HANDAN = Path(__file__).parents[3] / "examples" / "handan"
WEEK = Horizon(MONDAY, 7)
DAYS = rotation("DDDDOO", (0, 1))
NIGHTS = ("night", "overlap-morning", "overlap-evening")


def target(
    heads: int,
    start: int,
    end: int,
    id: str = "target",
    days: Sequence[DayType] = (),
    units: tuple[str, ...] = (),
) -> StrengthTarget:
    return StrengthTarget(id, id, heads, start * 60, end * 60, frozenset(days), units)


def stretching_bureau(**more: object) -> Bureau:
    """The four officers a, b, c, d, one in each team, whose nights may be stretched over either peak."""
    return small_bureau(units=[unit(shifts={"N": NIGHTS})], **more)  # type: ignore[arg-type]


def test_one_is_on_duty_at_any_time_and_two_where_a_night_may_be_stretched() -> None:
    count = RotationHeads(stretching_bureau())

    def heads(hour: int, *, stretched: bool) -> int:
        return count.on_duty(MONDAY, hour * 60, absences=False, stretched=stretched)

    assert [heads(hour, stretched=False) for hour in (7, 12, 18, 19, 24, 30)] == [1] * 6
    # 07-09 is the end of Sunday's night (d), 17-19 the beginning of Monday's (b), on top of a by day.
    assert [heads(hour, stretched=True) for hour in (7, 8, 9, 16, 17, 18, 19)] == [2, 2, 1, 1, 2, 2, 1]


def test_an_absence_counts_on_the_date_on_which_the_duty_begins() -> None:
    # a works the day of Monday and the night of Tuesday, which ends on Wednesday at 07:00.
    tuesday = MONDAY + timedelta(days=1)
    count = RotationHeads(stretching_bureau(absences=[absence("a", tuesday)]))

    def heads(hour: int) -> int:
        return count.on_duty(tuesday, hour * 60, absences=True, stretched=False)

    assert [heads(12), heads(20), heads(30), heads(31)] == [1, 0, 0, 1]
    assert count.on_duty(MONDAY, 12 * 60, absences=True, stretched=False) == 1


def test_only_those_of_the_units_named_and_of_the_role_asked_for_are_counted() -> None:
    bureau = small_bureau(
        [officer("a"), officer("x", role=Role.AUXILIARY), officer("y", unit="U2")],
        units=[unit(), unit("U2")],
    )
    noon = 12 * 60
    assert RotationHeads(bureau).on_duty(MONDAY, noon, absences=False, stretched=False) == 3
    assert RotationHeads(bureau).on_duty(MONDAY, noon, absences=False, stretched=False, units=("U1",)) == 2
    assert RotationHeads(bureau, Role.SWORN).on_duty(MONDAY, noon, absences=False, stretched=False) == 2


def test_a_window_over_the_handover_counts_its_weakest_moment() -> None:
    # Team A has three officers, B one: on Monday three by day, one by night.
    bureau = small_bureau([officer("a1"), officer("a2"), officer("a3"), officer("b", "B")])
    count = RotationHeads(bureau)
    assert count.through(MONDAY, (12 * 60, 18 * 60)) == 3
    assert count.through(MONDAY, (12 * 60, 19 * 60)) == 3
    assert count.through(MONDAY, (12 * 60, 20 * 60)) == 1


def test_who_has_left_is_not_counted() -> None:
    bureau = small_bureau([officer("a"), officer("z", left=MONDAY - timedelta(days=1))])
    assert capacity(bureau, WEEK).heads == 1


def test_overlapping_for_an_hour_a_day_costs_seven_hours_a_week_shared_among_the_teams() -> None:
    assert [overlap_cost(teams) for teams in (4, 5, 2)] == [Fraction(7, 4), Fraction(7, 5), Fraction(7, 2)]


@pytest.mark.parametrize(("hours", "heads"), [(42, 3534), (44, 3373), (48, 3092)])
def test_heads_needed_for_700_at_night_900_by_day_and_1400_at_the_peaks(hours: int, heads: int) -> None:
    # 700 x 24 + 200 x 12 + 500 x 4 = 21,200 person-hours a day; 21,200 x 7 / 42 = 3,533.3.
    assert heads_needed(21_200 * 7 * 60, hours) == heads


@pytest.mark.parametrize(
    ("peak", "hours"), [(0, 48.10), (1, 49.36), (2, 50.61), (3, 51.86), (4, 53.11)], ids=str
)
def test_hours_a_head_by_the_hours_of_the_peak(peak: int, hours: float) -> None:
    # 700 round the clock, 200 more by day, 500 more for `peak` hours of the day, over 2,794 heads.
    targets = [target(700, 19, 31), target(900, 7, 19, "day")]
    if peak:
        targets.append(target(1400, 7, 7 + peak, "peak"))
    minutes = target_minutes(small_bureau(strengths=targets), WEEK)
    assert float(minutes) / 60 / 2794 == pytest.approx(hours, abs=0.005)


def test_exactly_so_many_heads_are_enough_and_one_minute_more_asks_for_another() -> None:
    assert heads_needed(10 * 42 * 60, 42) == 10
    assert heads_needed(10 * 42 * 60 + 1, 42) == 11


def test_where_targets_overlap_the_larger_counts() -> None:
    bureau = small_bureau(strengths=[target(2, 7, 19), target(5, 17, 19, "peak")])
    assert target_minutes(bureau, WEEK) == (2 * 10 + 5 * 2) * 60 * 7


def test_targets_of_single_units_count_where_together_they_pass_the_bureaus() -> None:
    both = [target(2, 7, 19, "one", units=("U1",)), target(2, 7, 19, "two", units=("U2",))]
    units = [unit(), unit("U2"), unit("U3")]
    assert target_minutes(small_bureau(units=units, strengths=both), WEEK) == 4 * 12 * 60 * 7
    with_three = [*both, target(3, 7, 19, "all")]
    assert target_minutes(small_bureau(units=units, strengths=with_three), WEEK) == 4 * 12 * 60 * 7
    with_five = [*both, target(5, 7, 19, "all")]
    assert target_minutes(small_bureau(units=units, strengths=with_five), WEEK) == 5 * 12 * 60 * 7


def test_a_target_for_workdays_counts_five_days_of_the_week() -> None:
    bureau = small_bureau(strengths=[target(1, 7, 19, days=[DayType.WORKDAY])])
    assert target_minutes(bureau, WEEK) == 12 * 60 * 5


def posted_bureau() -> Bureau:
    """A pair or trio at least, by plan a crew of four of whom two are sworn, from 09:00 to 17:00."""
    four = crew("four", {"sworn": 2, "auxiliary": 2})
    patrol = PostType("patrol", "patrol", (window(9, 17, minimum=PAIR, plan=four),))
    return small_bureau(post_types=[patrol], posts=[post("P1", "patrol")])


def test_a_post_asks_for_the_smallest_crew_of_its_level() -> None:
    # PAIR is two sworn officers, or one and two auxiliaries: two heads at the least.
    assert post_minutes(posted_bureau(), WEEK, Level.MINIMUM) == 2 * 8 * 60 * 7
    assert post_minutes(posted_bureau(), WEEK, Level.PLAN) == 4 * 8 * 60 * 7


def test_a_day_is_cut_where_posts_or_heads_change() -> None:
    assert capacity(posted_bureau(), WEEK).stretches == (
        DayStretch(420, 540, 0, 0, 1, 1, 0, 1),
        DayStretch(540, 1020, 2, 4, 1, 1, 2, 1),
        DayStretch(1020, 1860, 0, 0, 1, 1, 0, 1),
    )


def test_a_target_that_only_overlap_can_reach() -> None:
    bureau = stretching_bureau(strengths=[target(2, 17, 19), target(2, 19, 31, "night")])
    report = capacity(bureau, WEEK)
    peak, night = report.targets
    assert (peak.everyone, peak.overlapped) == (HeadRange(1, 1.0, 1), HeadRange(2, 2.0, 2))
    assert (peak.missed_by, peak.missed_overlapped) == (1, 0)
    assert (night.missed_by, night.missed_overlapped) == (1, 1)
    # Two hours a day; 42 + 2 x 1.75 = 45.5 hours a week.
    assert report.overlap_hours == 2
    assert [use.hours_a_week + report.overlap_hours * use.overlap_hour for use in report.rotations] == [45.5]


def test_supply_is_the_mean_of_the_rotation_less_the_absences() -> None:
    # Four heads at 42 hours; a is away two of 28 officer-days.
    days = (MONDAY, MONDAY + timedelta(days=1))
    report = capacity(small_bureau(absences=[absence("a", *days)]), WEEK)
    assert report.supply_hours == pytest.approx(168)
    assert report.supply_hours_present == pytest.approx(168 * 26 / 28)
    assert report.absent_share == pytest.approx(2 / 28)


def test_supply_and_rotations_follow_a_duty_model_that_changes() -> None:
    # Three of seven dates at 42 h for each of four heads, then four dates of DDDDOO, 56 h, with A and B only.
    later = model(MONDAY + timedelta(days=3), teams="AB", rotation=DAYS)
    gone = [officer(team.lower(), team, left=MONDAY + timedelta(days=2)) for team in "CD"]
    people = [officer("a"), officer("b", "B"), *gone]
    report = capacity(small_bureau(people, units=[unit(later=[later])], rotations=[DAYS]), WEEK)
    assert report.supply_hours == (3 * 4 * 42 + 4 * 2 * 56) / 7
    assert [(one.rotation, one.heads) for one in report.rotations] == [("DNOO", 4), ("DDDDOO", 2)]


def test_a_transferred_officer_counts_where_he_belongs_that_day() -> None:
    moved = officer("a", transfers=[transfer(MONDAY + timedelta(days=4), "A", "U2")])
    count = RotationHeads(small_bureau([moved], units=[unit("U1"), unit("U2")]))
    noon = 12 * 60
    heads = [
        [
            count.on_duty(MONDAY + timedelta(days=n), noon, absences=True, stretched=False, units=(place,))
            for n in (0, 4)
        ]
        for place in ("U1", "U2")
    ]
    assert heads == [[1, 0], [0, 1]]


def test_a_unit_with_its_heads_and_hours() -> None:
    bureau = small_bureau([officer("a"), officer("x", role=Role.AUXILIARY), officer("b", "B")])
    assert capacity(bureau, WEEK).units == (UnitHeads("U1", "U1", 2, 2, 1, 42.0),)


def test_a_rota_with_one_team_in_it_has_nobody_to_overlap_with() -> None:
    report = capacity(small_bureau(teams="A", rotation=DNOO), WEEK)
    assert [(use.phases, use.overlap_hour) for use in report.rotations] == [(1, 0.0)]


@pytest.fixture(scope="module")
def handan() -> Capacity:
    return capacity(read_bureau(HANDAN), Horizon(date(2026, 12, 1), 28))


def test_handan_has_652_at_night_758_by_day_and_1410_when_two_teams_overlap(handan: Capacity) -> None:
    # 652 a team; by day also 80 of 渚河 and, on workdays, 26 commanders.
    night, off_peak, morning, evening = handan.targets
    assert night.everyone == HeadRange(652, 652.0, 652)
    assert (off_peak.everyone.least, off_peak.everyone.most) == (732, 758)
    for peak in (morning, evening):
        assert (peak.overlapped.least, peak.overlapped.most) == (732 + 652, 758 + 652)


def test_handan_misses_700_by_48_and_900_by_142_and_meets_1400(handan: Capacity) -> None:
    assert [target.missed_by for target in handan.targets[:2]] == [48, 142]
    assert [target.missed_overlapped for target in handan.targets] == [48, 142, 0, 0]


def test_handan_with_its_absences_is_near_thirteen_per_cent_below(handan: Capacity) -> None:
    # 87 % of 652, 758 and 1,410 are 567, 659 and 1,227; the files' absences vary by date and team.
    night, off_peak, morning, _ = handan.targets
    assert night.present.mean == pytest.approx(567, rel=0.02)
    assert off_peak.present.most >= 659
    assert morning.overlapped_present.mean == pytest.approx(1227, rel=0.02)


def test_handan_would_need_53_11_hours_a_head(handan: Capacity) -> None:
    assert handan.target_hours == 21_200 * 7
    assert handan.hours_a_head == pytest.approx(53.11, abs=0.005)
    assert handan.needed == (HeadsNeeded(42, 3534), HeadsNeeded(48, 3092), HeadsNeeded(48.28, 3074))


def test_handan_overlapping_at_both_peaks_would_come_to_49_hours(handan: Capacity) -> None:
    four_teams = handan.rotations[0]
    assert (four_teams.rotation, four_teams.heads, four_teams.overlap_hour) == ("cn4x2", 2608, 1.75)
    assert handan.overlap_hours == 4
    assert four_teams.hours_a_week + 4 * four_teams.overlap_hour == 49.0


def test_handan_asks_for_459_heads_at_night(handan: Capacity) -> None:
    night = handan.stretches[-1]
    assert (night.start, night.end, night.minimum, night.plan) == (19 * 60, 31 * 60, 459, 459)


def test_the_command_says_it_in_sentences() -> None:
    result = CliRunner().invoke(command, [str(HANDAN), "--from", "2026-12-01"])
    assert result.exit_code == 0
    for sentence in (
        "夜间警力 (19:00-07:00, 700 heads): 48 short with everyone present",
        "白天平峰警力 (09:00-17:00, 900 heads): 142 to 168 short with everyone present",
        "53.11 hours from each of 2,794 heads",
        "3,534 heads at 42 hours a week, 3,092 heads at 48 hours a week, 3,074 heads at 48.28 hours a week",
        "costs a head 1.75 hours a week; the targets want 4.0 such hours, which makes 49.0",
    ):
        assert sentence in result.output


def test_the_command_gives_the_same_figures_as_json() -> None:
    result = CliRunner().invoke(command, [str(HANDAN), "--from", "2026-12-01", "--days", "7", "--json"])
    figures = json.loads(result.stdout)
    assert figures["horizon"] == {"from": "2026-12-01", "days": 7}
    assert figures["heads"] == 2794
    assert [row["missed_by"] for row in figures["targets"]] == [48, 142, 642, 642]
    assert figures["hours_a_head"] == pytest.approx(53.11, abs=0.005)


def test_rotations_that_break_a_rule_by_themselves_stand_in_it() -> None:
    pattern = rotation("NNNNNOO", (0,))
    bureau = small_bureau(teams="A", rotation=pattern, rules={"nights-in-a-row": {"most": "4"}})
    (one,) = capacity(bureau, Horizon(MONDAY, 28)).breaches
    assert (one.rule, one.lost, one.due) == ("nights-in-a-row", 4, 20)
