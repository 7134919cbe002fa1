"""One request to the web: empty when it went well, else what went wrong without any address."""

from __future__ import annotations

from urllib.request import Request

import pytest

from rosterctl import __version__
from rosterctl.operations.channels import wording
from rosterctl.operations.channels.web import fetch
from rosterctl.wording import say
from tests.support.listener import Listener


@pytest.mark.parametrize(
    ("manner", "said"),
    [
        (200, ""),
        (204, ""),
        (404, say(wording.ANSWERED, status=404)),
        (500, say(wording.ANSWERED, status=500)),
        ("close", wording.CLOSED),
    ],
)
def test_what_comes_back(manner: int | str, said: str) -> None:
    with Listener(manner=manner) as listener:
        assert fetch(Request(f"{listener.url}/secret"), 5) == said


def test_one_who_never_answers_is_left_after_the_limit() -> None:
    with Listener(manner="hang") as listener:
        assert fetch(Request(listener.url), 0.2) == say(wording.NO_ANSWER_WITHIN, seconds=0.2)


def test_a_get_follows_and_says_who_asks() -> None:
    with Listener() as there, Listener(manner=f"{there.url}/there") as listener:
        assert fetch(Request(listener.url), 5) == ""
    (heard,) = there.heard
    assert (heard.path, heard.headers["User-Agent"]) == ("/there", f"rosterctl/{__version__}")


def test_a_port_where_nobody_listens() -> None:
    with Listener() as listener:
        url = listener.url
    assert fetch(Request(url), 5) == "connection refused"
