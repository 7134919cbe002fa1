"""One request to the web. Nothing here quotes an address, because whoever knows it can write to the channel.

urllib from the standard library is enough for two requests a night and checks certificates by itself; its
opener is put together by hand so that it knows `http` and `https` only.
"""

from __future__ import annotations

import os
import socket
import ssl
from http.client import HTTPException, HTTPMessage, RemoteDisconnected
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from rosterctl import __version__
from rosterctl.operations.channels import wording
from rosterctl.wording import say


class _Redirects(HTTPRedirectHandler):
    """Follows a GET to http and https, never from https to http; a POST would arrive without its body."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        to = urlsplit(newurl).scheme
        if (
            req.get_method() != "GET"
            or to not in ("http", "https")
            or (req.type == "https" and to != "https")
        ):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(request: Request, seconds: float) -> str:
    """Empty when the answer was a success, else what went wrong. `seconds` is the limit of each step."""
    request.add_header("User-Agent", f"rosterctl/{__version__}")
    try:
        with _opener().open(request, timeout=seconds):
            return ""
    except HTTPError as answer:
        answer.close()
        return say(wording.ANSWERED, status=answer.code)
    except URLError as error:
        return _reason(error.reason, seconds)
    except (OSError, HTTPException) as error:
        return _reason(error, seconds)


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _reason(error: BaseException | str, seconds: float) -> str:
    match error:
        case TimeoutError():
            return say(wording.NO_ANSWER_WITHIN, seconds=seconds)
        case ssl.SSLCertVerificationError():
            return say(wording.CERTIFICATE_NOT_VALID, why=error.verify_message)
        case ssl.SSLError():
            return say(wording.NO_SECURE_CONNECTION)
        case socket.gaierror():
            return say(wording.NAME_UNKNOWN)
        case RemoteDisconnected():
            return say(wording.CLOSED)
        case OSError(errno=int(number)):
            return os.strerror(number).lower()
        case HTTPException():
            return say(wording.NO_WEB_SERVER)
        case _:
            return say(wording.UNREACHABLE)
