"""A health check: which address says what, and that it is asked by GET."""

from __future__ import annotations

import pytest

from rosterctl.operations.channels.notice import Notice, NoticeFacts, NoticeMoment
from rosterctl.operations.channels.ping import send, told
from tests.support.listener import Listener

STARTED = Notice(NoticeMoment.STARTED, NoticeFacts("demo", 7, "nightly"))


def ended(code: int) -> Notice:
    return Notice(NoticeMoment.ENDED, NoticeFacts("demo", 7, "nightly", code))


@pytest.mark.parametrize(
    ("url", "notice", "address"),
    [
        ("https://hc.example/id", STARTED, "https://hc.example/id/start"),
        ("https://hc.example/id", ended(0), "https://hc.example/id"),
        ("https://hc.example/id/", ended(6), "https://hc.example/id/6"),
        ("https://hc.example/id?create=1#x", STARTED, "https://hc.example/id/start?create=1"),
    ],
)
def test_the_address_says_it(url: str, notice: Notice, address: str) -> None:
    """A query stays at the end; what stands behind # is never sent."""
    assert told(url, notice) == address


def test_it_is_a_get_without_a_body() -> None:
    with Listener() as listener:
        assert send(f"{listener.url}/id", ended(4), 5) == ""
    (heard,) = listener.heard
    assert (heard.method, heard.path, heard.body) == ("GET", "/id/4", b"")
