"""Tell the bureau's channels that a run started or ended. A channel that fails only costs a warning.

The channels are told side by side and have `SECONDS` together, so a run is never delayed by more than that,
however many of them hang. Nothing raises: a roster is worth more than the news of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit

from rosterctl.domain.channels import Address, Channels
from rosterctl.intake.text.web_addresses import url_of
from rosterctl.operations import wording
from rosterctl.operations.channels import command, ping, webhook
from rosterctl.operations.channels.notice import Notice, NoticeFacts, NoticeMoment
from rosterctl.operations.channels.wording import NO_ANSWER_WITHIN
from rosterctl.wording import say

SECONDS = 10.0
GRACE = 0.5
"""A channel that notices its own time limit says more than the one who waits for it."""

Warn = Callable[[str], None]


def on_stderr(sentence: str) -> None:
    with suppress(OSError, ValueError):
        print(sentence, file=sys.stderr, flush=True)


def channels_of(folder: Path, warn: Warn = on_stderr) -> Channels:
    """The channels of a bureau's folder; what is wrong with its notify.yaml is a warning here."""
    from rosterctl.intake.build.channels import examine_channels  # noqa: PLC0415 (loads the schemas)

    try:
        channels, problems = examine_channels(folder)
    except OSError as error:
        warn(say(wording.NOTIFY_UNREADABLE, why=os.strerror(error.errno or 0).lower()))
        return Channels()
    for problem in problems:
        warn(say(wording.CHANNEL_LEFT_OUT, place=problem.place, message=problem.message))
    return channels


def started(channels: Channels, facts: NoticeFacts, warn: Warn = on_stderr, seconds: float = SECONDS) -> None:
    """Tell every channel that the run begins."""
    _tell(channels, Notice(NoticeMoment.STARTED, facts), warn, seconds)


def ended(channels: Channels, facts: NoticeFacts, warn: Warn = on_stderr, seconds: float = SECONDS) -> None:
    """Tell every channel how the run ended: `facts.exit_code` is the exit code that it will have."""
    _tell(channels, Notice(NoticeMoment.ENDED, facts), warn, seconds)


@dataclass
class _Delivery:
    """One channel being told; `trouble` is None while it is under way, then empty or what went wrong."""

    channel: str
    send: Callable[[], str]
    trouble: str | None = None

    def run(self) -> None:
        try:
            self.trouble = self.send()
        except Exception as bug:
            self.trouble = say(wording.CHANNEL_FAILED, bug=type(bug).__name__)


def _tell(channels: Channels, notice: Notice, warn: Warn, seconds: float) -> None:
    under_way: list[tuple[_Delivery, Thread]] = []
    for delivery in _deliveries(channels, notice, seconds, os.environ):
        thread = Thread(target=delivery.run, name=delivery.channel, daemon=True)
        try:
            thread.start()
            under_way.append((delivery, thread))
        except RuntimeError:
            warn(say(wording.NOT_TOLD, channel=delivery.channel, why=say(wording.NO_THREAD)))
    until = monotonic() + seconds + GRACE
    for delivery, thread in under_way:
        thread.join(max(until - monotonic(), 0))
        trouble = say(NO_ANSWER_WITHIN, seconds=seconds) if delivery.trouble is None else delivery.trouble
        if trouble:
            warn(say(wording.NOT_TOLD, channel=delivery.channel, why=trouble))


def _deliveries(
    channels: Channels, notice: Notice, seconds: float, environment: Mapping[str, str]
) -> Iterator[_Delivery]:
    if channels.ping is not None:
        yield _web(say(wording.THE_HEALTH_CHECK), channels.ping, ping.send, notice, seconds, environment)
    if channels.webhook is not None:
        yield _web(say(wording.THE_WEBHOOK), channels.webhook, webhook.send, notice, seconds, environment)
    if channels.command:
        send = partial(command.send, channels.command, notice, seconds, environment)
        name = PurePath(channels.command[0]).name
        yield _Delivery(say(wording.THE_COMMAND, name=name), send)


def _web(
    channel: str,
    address: Address,
    send: Callable[[str, Notice, float], str],
    notice: Notice,
    seconds: float,
    environment: Mapping[str, str],
) -> _Delivery:
    """Of the address only the host is ever shown."""
    try:
        url = url_of(address, environment)
    except ValueError as wrong:
        return _Delivery(channel, partial(str, wrong))
    host = urlsplit(url).hostname
    return _Delivery(say(wording.CHANNEL_AT, channel=channel, host=host), partial(send, url, notice, seconds))
