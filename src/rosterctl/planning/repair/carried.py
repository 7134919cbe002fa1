"""What carrying a published roster on comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rosterctl.domain.change import Change
from rosterctl.domain.roster import OfficerDate, Roster
from rosterctl.planning.repair.reasons import explained


@dataclass(frozen=True)
class Carried:
    """The roster without tiers, what has changed, and the weight of the changes chosen with its proven bound.

    Duties that fell away by themselves, and those of people who are back, weigh nothing: nobody chose them.
    `unmended` are units for which no lawful repair was found. In `anew` are units with another duty model
    from a date on: from there nothing of them stands, and they are made anew (`repair.renew_unit`).
    """

    roster: Roster
    changes: tuple[Change, ...]
    weight: int
    bound: int
    unmended: tuple[str, ...] = ()
    anew: Mapping[str, date] = field(default_factory=dict)

    @property
    def because(self) -> Mapping[OfficerDate, str]:
        """By officer and date why the duty is another."""
        return {(one.officer, one.day): one.reason for one in self.changes}

    def as_changed(
        self, published: Roster, roster: Roster, because: Mapping[OfficerDate, str] | None = None
    ) -> Carried:
        """The same with a roster in which more has changed on published dates, and why."""
        why = {**(because or {}), **self.because}
        return replace(self, roster=roster, changes=explained(published, roster, self.roster.horizon, why))
