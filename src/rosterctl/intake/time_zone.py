"""The bureau's time zone, as the system knows it."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from rosterctl.intake.mistakes import did_you_mean
from rosterctl.intake.papers import Papers


def time_zone_of(papers: Papers) -> ZoneInfo | None:
    """None, and a mistake, when there is no such zone; None too when the key is a mistake by its shape."""
    head = papers.head
    if "timezone" in papers.wrong:
        return None
    try:
        return ZoneInfo(head.shape.timezone)
    except (KeyError, OSError, ValueError):
        meant = did_you_mean(head.shape.timezone, sorted(available_timezones()))
        papers.mistakes.add(
            head.at("timezone"),
            f"timezone: unknown time zone '{head.shape.timezone}'{meant}",
            "write it as Asia/Shanghai",
        )
        return None
