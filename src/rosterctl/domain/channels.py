"""Where the beginning and the end of a run are told: a health check, a webhook, a command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_PRINTED = re.compile(r"[\x21-\x7e]+")
_HOST = re.compile(r"[0-9A-Za-z._:\-]+")
_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it was written, or `env:NAME` for one that stands in the environment.

    Whoever knows the address can write to the channel, so it is a secret and never shown; its host may be.
    """

    written: str = field(repr=False)

    def url(self, environment: Mapping[str, str]) -> str:
        """ValueError, which does not quote the address, when the environment has none or a wrong one."""
        variable = _VARIABLE.fullmatch(self.written)
        if variable is None:
            return web_address(self.written)
        name = variable[1]
        if not environment.get(name):
            raise ValueError(f"the environment has no {name}")
        try:
            return web_address(environment[name])
        except ValueError as wrong:
            raise ValueError(f"{name} in the environment: {wrong}") from None


@dataclass(frozen=True, slots=True)
class Channels:
    """What the bureau's notify.yaml names; a channel it does not name is None or empty."""

    ping: Address | None = None
    webhook: Address | None = None
    command: tuple[str, ...] = ()


def address(text: str) -> Address:
    """ValueError, which does not quote the text, when it is neither a web address nor `env:NAME`."""
    if not _VARIABLE.fullmatch(text):
        if text.startswith("env:"):
            raise ValueError("after `env:` stands the name of a variable, such as env:ROSTERCTL_PING")
        web_address(text)
    return Address(text)


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
