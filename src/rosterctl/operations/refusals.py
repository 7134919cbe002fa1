"""Why a job came to nothing: the audit, the frozen window, the clock or a signal was against it.

What is published stays as it is then. This module loads nothing of its own, so that whoever tells of a
refusal need not load what makes rosters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rosterctl.audit.audit import AuditReport
    from rosterctl.domain.bureau import Bureau
    from rosterctl.domain.change import Change
    from rosterctl.planning.roster.made import Made


class Rejected(Exception):
    """The audit of a roster of the bureau found something; nothing was published. `report` says what."""

    def __init__(self, bureau: Bureau, report: AuditReport) -> None:
        super().__init__(f"{len(report.findings)} findings")
        self.bureau, self.report = bureau, report


class Frozen(Exception):
    """Duties that begin within `hours` would change and no reason was named; nothing was published."""

    def __init__(self, bureau: Bureau, changes: tuple[Change, ...], hours: float) -> None:
        super().__init__(f"{len(changes)} changes")
        self.bureau, self.changes, self.hours = bureau, changes, hours


class WrongClock(Exception):
    """Today cannot be right; the message says why. Nothing was done."""


class Stopped(Exception):
    """A signal ended the run; `draft` is the best roster so far that the audit found clean, if any.

    `terminated` tells SIGTERM from Ctrl-C; whoever heard the signal sets it.
    """

    def __init__(self, draft: Made | None = None) -> None:
        super().__init__("stopped")
        self.draft = draft
        self.terminated = False
