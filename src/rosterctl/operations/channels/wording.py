"""What went wrong with a channel, in words that go after "… was not told:". No address is ever quoted."""

from __future__ import annotations


def no_answer_within(seconds: float) -> str:
    return f"no answer within {seconds:g} seconds"


def answered(status: int) -> str:
    return f"it answered {status}"


def certificate_not_valid(why: str) -> str:
    return f"its certificate is not valid ({why})"


NO_SECURE_CONNECTION = "no secure connection could be made"
NAME_UNKNOWN = "its name cannot be looked up"
CLOSED = "it closed the connection without an answer"
NO_WEB_SERVER = "it did not answer as a web server does"
UNREACHABLE = "it cannot be reached"


def cannot_be_started(why: str) -> str:
    return f"it cannot be started: {why}"


def ended_after(seconds: float) -> str:
    return f"it was ended after {seconds:g} seconds"


def killed_by(signal: str) -> str:
    return f"it was killed by {signal}"


def exited(code: int) -> str:
    return f"it exited {code}"
