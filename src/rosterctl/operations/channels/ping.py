"""A health check as healthchecks.io has it: URL/start, then URL when all went well, or URL/EXITCODE.

The check raises the alarm when the run fails, and also when no ping comes: when the machine is down.
"""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request

from rosterctl.operations.channels.notice import Notice, NoticeMoment
from rosterctl.operations.channels.web import fetch


def send(url: str, notice: Notice, seconds: float) -> str:
    """Empty when the check has heard it, else what went wrong."""
    return fetch(Request(told(url, notice), method="GET"), seconds)


def told(url: str, notice: Notice) -> str:
    """The address that says it; a query such as `?create=1` stays at the end."""
    if notice.moment is NoticeMoment.STARTED:
        last = "/start"
    elif notice.facts.exit_code:
        last = f"/{notice.facts.exit_code}"
    else:
        last = ""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=parts.path.rstrip("/") + last, fragment=""))
