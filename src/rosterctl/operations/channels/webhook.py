"""A webhook: the facts as a JSON object in a POST."""

from __future__ import annotations

import json
from urllib.request import Request

from rosterctl.operations.channels.notice import Notice
from rosterctl.operations.channels.web import fetch


def send(url: str, notice: Notice, seconds: float) -> str:
    """Empty when the answer was a success, else what went wrong."""
    body = json.dumps(notice.fields(), ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8"}
    return fetch(Request(url, data=body, headers=headers, method="POST"), seconds)
