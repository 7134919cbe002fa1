"""The shipped crontab and systemd units with the paths of one installation and one bureau in them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rosterctl.intake.text.presets import shipped

SERVICE, TIMER = "rosterctl-nightly.service", "rosterctl-nightly.timer"
TEMPORARY = (Path("/tmp"), Path("/var/tmp"))
_BLANK = re.compile(r"\{\{(\w+)\}\}")
_PLAIN = re.compile(r"[0-9A-Za-z_./:@+=,\-]+")
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class Night:
    """What runs every night, as whom and when (local time of the system); all paths are absolute.

    `state` is None where the run uses the bureau's own.
    """

    program: Path
    bureau: Path
    state: Path | None
    user: str
    hour: int
    minute: int

    @property
    def words(self) -> tuple[str, ...]:
        """What follows `nightly` on the command line."""
        return (str(self.bureau), *(("--state", str(self.state)) if self.state else ()))

    @property
    def writes(self) -> tuple[Path, ...]:
        """The folders that the run must be able to write to: they exist, but the state may be yet to come."""
        if self.state is None or self.state.is_relative_to(self.bureau):
            return (self.bureau,)
        return (self.bureau, self.state if self.state.exists() else self.state.parent)

    @property
    def hidden(self) -> tuple[Path, ...]:
        """Those that the service could not see, because it has a /tmp of its own."""
        paths = (self.program, *self.writes)
        return tuple(path for path in paths if any(path.is_relative_to(one) for one in TEMPORARY))

    @property
    def quoted(self) -> bool:
        """Whether the program's path has quotation marks in it: systemd starts no such program."""
        return any(mark in str(self.program) for mark in "\"'")

    @property
    def unwritable(self) -> tuple[Path, ...]:
        """Those that cannot be written down: cron, systemd and the shell disagree about what they mean."""
        paths = (self.program, self.bureau, *((self.state,) if self.state else ()))
        return tuple(path for path in paths if _UNWRITABLE.search(str(path)))


def crontab(night: Night) -> str:
    """A user's crontab: the environment and one line."""
    return _filled(
        "crontab",
        {
            "program": _for_cron(str(night.program)),
            "arguments": " ".join(map(_for_cron, night.words)),
            "user": night.user,
            "hour": str(night.hour),
            "minute": str(night.minute),
        },
    )


def systemd(night: Night) -> Mapping[str, str]:
    """The service and its timer by file name."""
    blanks = {
        "program": _for_systemd(str(night.program)),
        "arguments": " ".join(_for_systemd(word).replace("$", "$$") for word in night.words),
        "mounts": " ".join(_for_systemd(str(path)) for path in night.writes),
        "writes": " ".join(_for_systemd(str(path)) for path in night.writes),
        "user": night.user,
        "hour": f"{night.hour:02}",
        "minute": f"{night.minute:02}",
    }
    return {name: _filled(name, blanks) for name in (SERVICE, TIMER)}


def _filled(name: str, blanks: Mapping[str, str]) -> str:
    template = (shipped() / "schedule" / name).read_text(encoding="utf-8")
    return _BLANK.sub(lambda blank: blanks[blank[1]], template)


def _for_cron(word: str) -> str:
    """Quoted for the shell; cron itself would take a bare % for the end of the line, whatever the quotes."""
    return shlex.quote(word).replace("%", r"\%")


def _for_systemd(word: str) -> str:
    """Quoted for systemd, which takes % for a specifier; $ counts only in arguments of a command."""
    text = word.replace("%", "%%").replace('"', r"\"")
    return text if _PLAIN.fullmatch(text.replace("%", "")) else f'"{text}"'
