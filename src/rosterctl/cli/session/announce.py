"""A run told to the bureau's channels: that it begins, and how it ends, whatever ends it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from rosterctl.cli.session.failures import code_for, warn
from rosterctl.cli.session.record import Recording
from rosterctl.domain.channels import Channels
from rosterctl.domain.tier import Tier
from rosterctl.intake.bureau_yaml import id_of
from rosterctl.operations import notify
from rosterctl.operations.channels.notice import NoticeFacts
from rosterctl.storage.disk.lock import Locked

Write = Callable[[NoticeFacts], str]
"""Writes down how a run ended; empty, or what went wrong."""


@dataclass
class Announcement:
    """What is known of a run by now; `recording` is an empty one until the run has been noted.

    The `end` is told to the channels, and then written down if there is a `write` for that.
    """

    channels: Channels
    facts: NoticeFacts
    write: Write | None = None
    recording: Recording = field(default_factory=Recording)

    def begin(self, recording: Recording) -> None:
        self.recording = recording
        self.facts = replace(self.facts, run=recording.run)
        notify.started(self.channels, self.facts)

    def end(self, seconds: float) -> None:
        counts = self.recording.facts
        short = {int(tier): counts.get(f"short_{tier.name.lower()}") for tier in Tier}
        facts = replace(
            self.facts,
            exit_code=int(self.recording.code),
            version=self.recording.version,
            officers=counts.get("officers"),
            duties=counts.get("duties"),
            changes=counts.get("changes"),
            shortages={tier: heads for tier, heads in short.items() if heads is not None},
            seconds=seconds,
            new_gaps=counts.get("new_gaps"),
        )
        notify.ended(self.channels, facts)
        if self.write is not None:
            warn(self.write(facts))


@contextmanager
def announced(bureau: Path, what: str, write: Write | None = None) -> Iterator[Announcement]:
    """Tells of the end even if the run could not begin: the state cannot be written, say.

    Only of a run that finds another at work nothing is told, because the other one tells its own.
    """
    began = time.monotonic()
    announcement = Announcement(notify.channels_of(bureau), NoticeFacts(id_of(bureau), 0, what), write)
    try:
        yield announcement
    except Locked:
        raise
    except BaseException as error:
        announcement.recording.code = code_for(error)
        announcement.end(time.monotonic() - began)
        raise
    announcement.end(time.monotonic() - began)
