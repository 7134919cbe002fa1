"""What the exit status of rosterctl means; scripts and timers rely on it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """A command returns one of these; nothing returned means FINE."""

    FINE = 0
    BUG = 1
    USAGE = 2
    BAD_INPUT = 3
    CONTRADICTION = 4
    OUT_OF_TIME = 5
    DEGRADED = 6
    LOCKED = 7
    STORAGE = 8
    AUDIT_REJECTED = 9
    INTERRUPTED = 130
    TERMINATED = 143
