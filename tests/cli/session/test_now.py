"""Today is the date in the bureau's time zone, on every machine."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import click
import pytest
from click.testing import CliRunner

from rosterctl.cli.session.now import later, now_option, today_in

SHANGHAI = ZoneInfo("Asia/Shanghai")


@click.command()
@now_option
def shown(now: datetime) -> None:
    click.echo(now.isoformat())


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(15, 59, date(2026, 11, 30)), (16, 0, date(2026, 12, 1))]
)
def test_midnight_is_the_bureaus(hour: int, minute: int, day: date) -> None:
    """Shanghai is eight hours ahead of UTC, so its midnight is 16:00 there."""
    assert today_in(SHANGHAI, datetime(2026, 11, 30, hour, minute, tzinfo=UTC)) == day


def test_now_may_be_said_in_any_zone() -> None:
    result = CliRunner().invoke(shown, ["--now", "2026-12-01T05:40+08:00"])
    assert result.output == "2026-11-30T21:40:00+00:00\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-12-01T05:40", "say the zone too, such as 2026-12-01T05:40+08:00"),
        ("tomorrow", "Invalid isoformat string: 'tomorrow'"),
    ],
)
def test_an_instant_without_a_zone_is_none(text: str, said: str) -> None:
    result = CliRunner().invoke(shown, ["--now", text])
    assert result.exit_code == 2
    assert said in result.output


def test_without_it_the_clock_counts() -> None:
    before = datetime.now(UTC)
    told = datetime.fromisoformat(CliRunner().invoke(shown).output.strip())
    assert before <= told <= datetime.now(UTC)


def test_the_clock_goes_on_from_the_moment_that_was_said() -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    clock = later(now)
    time.sleep(0.01)
    assert timedelta(milliseconds=10) <= clock() - now < timedelta(minutes=5)
