"""Where the beginning and the end of a run are told: a health check, a webhook, a command."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """A web address as it was written, or `env:NAME` for one that stands in the environment.

    Whoever knows the address can write to the channel, so it is a secret and never shown; its host may be.
    `intake.text.web_addresses` reads it.
    """

    written: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Channels:
    """What the bureau's notify.yaml names; a channel it does not name is None or empty."""

    ping: Address | None = None
    webhook: Address | None = None
    command: tuple[str, ...] = ()
