"""A webhook: the facts as JSON in a POST, and nothing else."""

from __future__ import annotations

from rosterctl.operations.channels.notice import Notice, NoticeFacts, NoticeMoment
from rosterctl.operations.channels.webhook import send
from tests.support.listener import Listener

NOTICE = Notice(NoticeMoment.ENDED, NoticeFacts("demo", 7, "nightly", 0))


def test_the_facts_are_posted_as_json() -> None:
    with Listener() as listener:
        assert send(f"{listener.url}/hook", NOTICE, 5) == ""
    (heard,) = listener.heard
    assert (heard.method, heard.path) == ("POST", "/hook")
    assert heard.headers["Content-Type"] == "application/json; charset=utf-8"
    assert heard.json == NOTICE.fields()


def test_a_post_is_not_sent_on_elsewhere() -> None:
    """It would arrive there without its body."""
    with Listener() as elsewhere, Listener(manner=f"{elsewhere.url}/other") as listener:
        assert send(f"{listener.url}/hook", NOTICE, 5) == "it answered 302"
    assert elsewhere.heard == []
