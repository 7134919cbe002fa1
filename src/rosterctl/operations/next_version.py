"""The next version of a published roster: read, judged and published, by night or after an incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rosterctl.audit.kept import unaccounted
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster, Shortage
from rosterctl.domain.tier import Tier
from rosterctl.export.changes_csv import changes_csv
from rosterctl.export.formats import reports_of_repair
from rosterctl.export.spreadsheet import Sheet
from rosterctl.insight.shortages.shortages import new_or_worse, still_ahead
from rosterctl.operations.accounts.ledger import borne, carried_files, carried_into, opening
from rosterctl.operations.accounts.periods import Period
from rosterctl.operations.current_roster import Published
from rosterctl.operations.incident_times import begun_files
from rosterctl.operations.load import load_bureau
from rosterctl.operations.publish import Publication
from rosterctl.operations.refusals import Rejected
from rosterctl.operations.retired_shifts import retired_files
from rosterctl.operations.versions.gone import gone_files
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.planning.roster.made import Made
from rosterctl.storage.roster.folder import Inputs, roster_files
from rosterctl.storage.roster.reasons import CHANGES
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.storage.state.state import State
from rosterctl.timeline.clock import Instant
from rosterctl.timeline.horizon import Horizon


@dataclass(frozen=True)
class NotAdded:
    """Dates that a night should have added and did not, and why; the next night tries again.

    `late` are the units that would have had only the plain rotation, for want of time, where there was a
    roster; `why` says why there was none.
    """

    horizon: Horizon
    why: Contradiction | NoTimeForAny | None
    late: tuple[str, ...] = ()


@dataclass(frozen=True)
class Renewed:
    """What came of it. `version` is the one published now; None when nothing has changed, or in a dry run.

    `weight` is that of the changes that were chosen and `bound` the least that any choice could weigh (see
    `planning.repair.stage`). `unmended` are units for which there is no lawful repair; they keep what stands.
    `reminders` are sentences about what the calendar will lack later on. `before` is the roster that was
    published until now, whose shortages have been told; None where there was none. `not_added` are dates for
    which there is no roster: what is repaired is published without them.
    """

    bureau: Bureau
    made: Made
    changes: tuple[Change, ...]
    weight: int
    bound: int
    unmended: tuple[str, ...]
    version: Version | None = None
    reminders: tuple[str, ...] = ()
    before: Roster | None = None
    not_added: NotAdded | None = None
    earliest: int = 0

    @property
    def ahead(self) -> tuple[Shortage, ...]:
        """The shortages that are not over: of all others nobody can mend anything."""
        return still_ahead(self.bureau.clock, self.roster.shortages, self.earliest)

    @property
    def news(self) -> tuple[Shortage, ...]:
        """Those of them that are new, or worse than they were published."""
        return new_or_worse(self.before.shortages if self.before else (), self.ahead)

    @property
    def degraded(self) -> bool:
        """Posts will be short, a unit keeps what stands for want of a lawful repair, or dates are missing."""
        short = any(one.tier < Tier.STRENGTH for one in self.ahead)
        return short or self.roster.reduced or bool(self.unmended) or self.not_added is not None

    @property
    def roster(self) -> Roster:
        return self.made.roster

    @property
    def new_version(self) -> Version | None:
        return self.version

    @property
    def facts(self) -> Mapping[str, int]:
        """Counts for the history of runs and the notices: officers, duties, changes, heads short by tier."""
        heads = Counter[int]()
        for one in self.ahead:
            heads[one.tier] += one.heads
        return {
            "officers": len(self.bureau.officers),
            "duties": len(self.made.roster.duties),
            "changes": len(self.changes),
            "new_gaps": sum(one.tier < Tier.STRENGTH for one in self.news),
            **{f"short_{Tier(tier).name.lower()}": heads[tier] for tier in sorted(heads)},
        }


def load_for(
    folder: Path,
    state: State,
    published: Published | None,
    first: date,
    more: Inputs | None = None,
    beside: Sequence[tuple[Bureau, Roster]] = (),
    *,
    now: Instant,
) -> tuple[Bureau, Inputs]:
    """The bureau with what everybody has borne before the first date; at first its own ledger says that.

    `more` are files by name that are read as if they stood in the bureau's folder already. Every file is read
    once, so that an edit in the meantime is in all of the bureau or in nothing of it. Shifts that the
    published roster or those `beside` it work are in it though the files no longer have them, or have them
    otherwise and a duty of them has begun by `now`. So are the people, posts and vehicles of hours that are
    over by then. An absence that was entered since then begins when such a duty ended, and no later than
    `now`. BadInput.
    """
    more = more or {}
    if published is not None and published.bureau.carried:
        read = published.bureau, published.roster
        carried = carried_files(borne([Period(lambda: read)], first))
    else:
        carried = carried_into(state, first)
    bureau, files = load_bureau(folder, {**carried, **more})
    added = {} if carried else carried_files(opening(bureau))
    worked = () if published is None else ((published.bureau, published.roster),)
    rosters = *worked, *beside
    counting = [roster for _, roster in beside or worked]
    added = {**added, **retired_files(bureau, rosters, now), **gone_files(bureau, rosters, now)}
    added |= begun_files(bureau, counting, first, now)
    return load_bureau(folder, {**files, **added}) if added else (bureau, files)


def checked(renewed: Renewed) -> Renewed:
    """The same; Rejected when the audit found something that the roster does not tell of."""
    made = renewed.made
    if any(unaccounted(renewed.bureau, made.roster, made.verdict.findings)):
        raise Rejected(renewed.bureau, made.verdict)
    return renewed


def publish_renewed(
    state: State,
    what: str,
    renewed: Renewed,
    inputs: Inputs,
    base: int | None,
    order: Publication,
) -> Version:
    """As a version of the locked state; it must have passed `checked`."""
    extras = dict(reports_of_repair(renewed.bureau, renewed.made.roster, renewed.made.verdict))
    extras[CHANGES] = changes_csv(renewed.bureau, renewed.changes, Sheet())
    deed = Deed(what, order.who, order.now, base, order.because)
    return state.publish(deed, roster_files(renewed.made.roster, inputs, extras))
