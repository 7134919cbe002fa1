"""What is told of a run: which bureau, which run, how it ended, and how many. Never who, never where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rosterctl.domain.tier import Tier


class NoticeMoment(StrEnum):
    STARTED = "started"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Ids of bureau and run, and counts: there is no field that a name, a phone or a path would fit into.

    `what` is the kind of run ('nightly', 'replan' …), `shortages` the heads short by number of the tier: that
    is the state, for a monitor. `new_gaps` are the gaps at posts that are new or worse than they were
    published: that is news, for a mail. What is None is not known, and told as such.
    """

    bureau: str
    run: int
    what: str
    exit_code: int | None = None
    version: int | None = None
    officers: int | None = None
    duties: int | None = None
    changes: int | None = None
    shortages: Mapping[int, int] = field(default_factory=dict)
    seconds: float | None = None
    new_gaps: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A run has started, or has ended with `facts.exit_code`."""

    moment: NoticeMoment
    facts: NoticeFacts

    def fields(self) -> dict[str, str | int | float | None]:
        """Name and value, in the order in which they are told; shortages as `short_legal` and so on."""
        facts = self.facts
        return {
            "event": self.moment.value,
            "bureau": facts.bureau,
            "run": facts.run,
            "what": facts.what,
            "exit_code": facts.exit_code,
            "version": facts.version,
            "officers": facts.officers,
            "duties": facts.duties,
            "changes": facts.changes,
            **{f"short_{Tier(tier).name.lower()}": heads for tier, heads in sorted(facts.shortages.items())},
            "seconds": None if facts.seconds is None else round(facts.seconds, 1),
            **({} if facts.new_gaps is None else {"new_gaps": facts.new_gaps}),
        }
