"""What people write in cells, and what the bureau's files say for it."""

from __future__ import annotations

import pytest

from rosterctl.intake.sheets.vocabulary import (
    absence_of,
    day_of,
    flag_of,
    numbers_in,
    period_of,
    role_of,
    skills_of,
    wish_of,
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("民警", "sworn"),
        ("辅警", "auxiliary"),
        ("勤务辅警二级", "auxiliary"),
        ("Sworn", "sworn"),
        ("工人", "工人"),
    ],
)
def test_roles(said: str, meant: str) -> None:
    assert role_of(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"), [("是", "yes"), ("√", "yes"), ("否", "no"), ("", ""), ("maybe", "maybe")]
)
def test_flags(said: str, meant: str) -> None:
    assert flag_of(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("年休假", "leave"),
        ("病假", "sickness"),
        ("集训", "training"),
        ("产假", "maternity"),
        ("陪产假", "leave"),  # the father's days are leave: he bears no child
        ("调休", "lieu"),
        ("court", "court"),
        ("旷工", "旷工"),
    ],
)
def test_absences(said: str, meant: str) -> None:
    assert absence_of(said) == meant


def test_wishes() -> None:
    assert [wish_of(one) for one in ("休", "不加班", "愿加班", "No recall", "x")] == [
        *("off", "no-recall", "recall", "no-recall", "x"),
    ]


KNOWN = {"driver", "rider", "patrol"}


@pytest.mark.parametrize(
    ("said", "skills", "strange"),
    [
        ("C1", ["driver"], []),
        ("C1D", ["driver", "rider"], []),
        ("A2、E", ["driver", "rider"], []),
        ("无", [], []),
        ("driver patrol", ["driver", "patrol"], []),
        ("摩托车，巡逻", ["rider", "patrol"], []),
        ("drone", [], ["drone"]),  # though there is a D in it
        ("交通", [], ["交通"]),  # a skill that this bureau has no use for
    ],
)
def test_skills_are_those_that_the_bureau_knows(said: str, skills: list[str], strange: list[str]) -> None:
    assert skills_of(said, KNOWN) == (skills, strange)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2027/1/3", "2027-01-03"),
        ("2027年1月3日", "2027-01-03"),
        ("2027-01-03 08:30", "2027-01-03"),
        ("2027. 1. 3", "2027-01-03"),
        ("1月3日", "1月3日"),
        ("2027-02-30", "2027-02-30"),
    ],
)
def test_dates(said: str, meant: str) -> None:
    assert day_of(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2027年1月3日至1月5日", ("2027-01-03", "2027-01-05")),
        ("2027.1.30-2.2", ("2027-01-30", "2027-02-02")),
        ("2027-01-03~2027-01-05", ("2027-01-03", "2027-01-05")),
        ("2027/1/3—5日", ("2027-01-03", "2027-01-05")),
        ("2027-01-03", ("2027-01-03", "2027-01-03")),
        ("1月3日至1月5日", None),
        ("2027-01-03 或之后", None),
    ],
)
def test_periods(said: str, meant: tuple[str, str] | None) -> None:
    assert period_of(said) == meant


def test_numbers() -> None:
    assert list(numbers_in("共３天")) == [3]
