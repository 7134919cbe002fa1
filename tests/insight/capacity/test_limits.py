"""What the rulebook leaves everyone in a week, by role and all together."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.absence import AbsenceKind
from rosterctl.domain.people.officer import Role
from rosterctl.insight.capacity.hours import Weekly
from rosterctl.insight.capacity.limits import hours_to_compare, lawful_hours, training_hours, weekly_limits
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, absence, officer, small_bureau

BOTH = {"mean-hours": {"sworn": "48", "auxiliary": "44"}, "overtime": {}}
PEOPLE = [officer("a"), officer("x", role="auxiliary")]


def bureau_of(rules: dict[str, dict[str, str]], **more: object) -> Bureau:
    return small_bureau(PEOPLE, teams="A", rules=rules, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        # 40 h and 36 h x 12 x 7 / 365.25.
        (
            BOTH,
            [
                (Role.AUXILIARY, 44, "mean-hours"),
                (Role.AUXILIARY, 48.28, "overtime"),
                (Role.SWORN, 48, "mean-hours"),
            ],
        ),
        (
            {"mean-hours": {"sworn": "48.25", "auxiliary": "48.28"}, "overtime": {"severity": "off"}},
            [(Role.AUXILIARY, 48.28, "mean-hours"), (Role.SWORN, 48.25, "mean-hours")],
        ),
        ({"mean-hours": {"severity": "soft"}, "overtime": {"severity": "soft"}}, []),  # nothing is forbidden
        ({"overtime": {"standard": "35", "monthly": "0"}}, [(Role.AUXILIARY, 35, "overtime")]),
    ],
)
def test_the_limits_by_role(rules: dict[str, dict[str, str]], found: list[tuple[Role, float, str]]) -> None:
    assert [(one.role, one.hours, one.rule) for one in weekly_limits(bureau_of(rules))] == found


@pytest.mark.parametrize(
    ("rules", "hours"),
    [
        (BOTH, 48 + 44),
        ({"overtime": {}}, None),  # for the sworn officer nothing is said
        ({"mean-hours": {"sworn": "40", "auxiliary": "44"}}, 42 + 44),  # plain duty is never barred: 42
    ],
)
def test_all_together(rules: dict[str, dict[str, str]], hours: float | None) -> None:
    bureau = bureau_of(rules)
    assert lawful_hours(bureau, Horizon(MONDAY, 7), Weekly(bureau), weekly_limits(bureau)) == hours


def test_who_is_not_on_the_roll_yet_adds_nothing() -> None:
    late = officer("x", role="auxiliary", joined=MONDAY + timedelta(days=7))
    bureau = small_bureau([officer("a"), late], teams="A", rules=BOTH)
    limits = weekly_limits(bureau)
    assert lawful_hours(bureau, Horizon(MONDAY, 7), Weekly(bureau), limits) == 48
    assert lawful_hours(bureau, Horizon(MONDAY, 14), Weekly(bureau), limits) == 48 + 22


@pytest.mark.parametrize(("kind", "hours"), [(AbsenceKind.TRAINING, 12), (AbsenceKind.LEAVE, 0)])
def test_training_is_work(kind: AbsenceKind, hours: float) -> None:
    """Two of seven dates, each a seventh of 42 hours."""
    bureau = bureau_of(BOTH, absences=[absence("a", MONDAY, MONDAY + timedelta(days=1), kind)])
    assert training_hours(bureau, Horizon(MONDAY, 7), Weekly(bureau)) == hours
    assert training_hours(bureau, Horizon(MONDAY + timedelta(days=2), 7), Weekly(bureau)) == 0


def test_heads_are_reckoned_at_the_rotations_hours_and_at_each_limit() -> None:
    assert hours_to_compare(42.0, weekly_limits(bureau_of(BOTH))) == (42, 44, 48, 48.28)
    assert hours_to_compare(44, weekly_limits(bureau_of(BOTH))) == (44, 48, 48.28)
