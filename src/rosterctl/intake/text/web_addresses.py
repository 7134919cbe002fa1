"""Web addresses that notifications can go to. One may be a secret: no message quotes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from rosterctl.domain.channels import Address

_PRINTED = re.compile(r"[\x21-\x7e]+")
_HOST = re.compile(r"[0-9A-Za-z._:\-]+")
_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


def address(text: str) -> Address:
    """ValueError, which does not quote the text, when it is neither a web address nor `env:NAME`."""
    if not _VARIABLE.fullmatch(text):
        if text.startswith("env:"):
            raise ValueError("after `env:` stands the name of a variable, such as env:ROSTERCTL_PING")
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
        raise ValueError(f"the environment has no {name}")
    try:
        return web_address(environment[name])
    except ValueError as wrong:
        raise ValueError(f"{name} in the environment: {wrong}") from None


def web_address(text: str) -> str:
    """The text, if it is an address that notifications can go to; else ValueError that does not quote it."""
    if not _PRINTED.fullmatch(text):
        raise ValueError("an address has no spaces and only ASCII characters; write others as %XX")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or port == 0:
        raise ValueError("this is not an address such as https://example.org/secret, nor env:NAME")
    if "@" in parts.netloc:
        raise ValueError("a user and a password in an address are not supported")
    return text
