"""Web addresses that notifications can go to. One may be a secret: no message quotes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from rosterctl.domain.channels import Address
from rosterctl.intake.text import value_wording
from rosterctl.wording import say

_PRINTED = re.compile(r"[\x21-\x7e]+")
_HOST = re.compile(r"[0-9A-Za-z._:\-]+")
_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


def address(text: str) -> Address:
    """ValueError, which does not quote the text, when it is neither a web address nor `env:NAME`."""
    if not _VARIABLE.fullmatch(text):
        if text.startswith("env:"):
            raise ValueError(say(value_wording.NOT_A_VARIABLE))
        web_address(text)
    return Address(text)


def url_of(address: Address, environment: Mapping[str, str]) -> str:
    """Where the notice goes. ValueError, which does not quote the address, when the environment has none or a
    wrong one.
    """
    variable = _VARIABLE.fullmatch(address.written)
    if variable is None:
        return web_address(address.written)
    name = variable[1]
    if not environment.get(name):
        raise ValueError(say(value_wording.NOT_IN_THE_ENVIRONMENT, variable=name))
    try:
        return web_address(environment[name])
    except ValueError as wrong:
        raise ValueError(say(value_wording.WRONG_IN_THE_ENVIRONMENT, variable=name, wrong=wrong)) from None


def web_address(text: str) -> str:
    """The text, if it is an address that notifications can go to; else ValueError that does not quote it."""
    if not _PRINTED.fullmatch(text):
        raise ValueError(say(value_wording.ADDRESS_WITH_OTHERS))
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or port == 0:
        raise ValueError(say(value_wording.NOT_AN_ADDRESS))
    if "@" in parts.netloc:
        raise ValueError(say(value_wording.ADDRESS_WITH_A_USER))
    return text
