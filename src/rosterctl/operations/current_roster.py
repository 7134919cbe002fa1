"""A published roster taken on to another first date in the bureau as it is now, with the fewest changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster
from rosterctl.insight.difference import changes
from rosterctl.operations import wording
from rosterctl.operations.retired_shifts import in_shifts_then
from rosterctl.operations.swap import up_to_date
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.renew_unit import Search, renewed
from rosterctl.planning.repair.settle import settled
from rosterctl.planning.roster.made import Made, prove_changed
from rosterctl.planning.rotation.history import carried_horizon
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.timeline.clock import MIDNIGHT, Instant, minute_from
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say


@dataclass(frozen=True)
class Published:
    """The current version with its bureau as it was then."""

    version: Version
    bureau: Bureau
    roster: Roster

    def horizon(self, today: date, now: datetime) -> Horizon:
        """What is left of it, the duties that are not over included; see `instant_of`."""
        return carried_horizon(self.bureau, self.roster, today, instant_of(self.bureau, today, now))

    def in_shifts_then(self, bureau: Bureau) -> Published:
        """The same; what has begun is in the shifts as they were, where the bureau's are edited."""
        return replace(self, roster=in_shifts_then(bureau, self.roster))


def published_now(state: State) -> Published | None:
    """None before the first publication."""
    version = state.current()
    return None if version is None else Published(version, *open_roster(version.folder))


def instant_of(bureau: Bureau, today: date, now: datetime) -> Instant:
    """Now in minutes since 1970-01-01 UTC, begun ones left out; of another date than today's, its midnight.

    A night may be named by its date alone, or rehearsed.
    """
    if bureau.clock.local(now).date() != today:
        return bureau.clock.number(today, MIDNIGHT)
    return minute_from(now)


def continued(
    bureau: Bureau,
    published: Published,
    today: date,
    now: datetime,
    search: Search,
    *,
    plan_first: bool = False,
    growth: int = 0,
    other_past: bool = False,
    seconds: float = PARAMS.repair.all_seconds,
) -> Carried:
    """From `today` to the last published date, with the exchanges entered since; nobody is called in late.

    Units with another duty model are made anew by `search` from the date on which it begins. It leaves room
    for the rotation on the `growth` dates that are to be added. With `other_past` the duties before are not
    those with which the roster was made. Repairs take `seconds` for what may be better than lawful.
    """
    earliest = instant_of(published.bureau, today, now)
    found = carry_on(
        bureau,
        published.bureau,
        published.roster,
        today,
        earliest=earliest,
        plan_first=plan_first,
        growth=growth,
        other_past=other_past,
        seconds=seconds,
    )
    whole = renewed(bureau, published.roster, found.roster, found.anew, search)
    made = up_to_date(bureau, published.bureau, whole, earliest)
    if made.duties == found.roster.duties:
        return replace(found, roster=made)
    told = changes(published.roster, made, made.horizon.first, found.because)
    named = tuple(replace(one, reason=_why(bureau, found, one)) for one in told)
    return replace(found, roster=made, changes=named)


def proved(
    bureau: Bureau, published: Published, found: Carried, roster: Roster, now: datetime
) -> tuple[Made, Carried]:
    """The carried roster, with the dates that were added, as it stands in the end, audited, and its changes.

    Where something is against a rule and cannot be put right, what was published stays, and the roster says
    so.
    """
    made = prove_changed(bureau, roster)
    if not made.verdict.clean:
        last = published.roster.horizon.last
        earliest = instant_of(published.bureau, roster.horizon.today, now)
        final = settled(bureau, made, last, found.anew, earliest, roster.seed)
        made = final.made
        found = found.as_changed(published.roster, made.roster, final.because)
    return made.explained(bureau), found


def _why(bureau: Bureau, found: Carried, change: Change) -> str:
    officer = bureau.officers.get(change.officer)
    home = officer.on(change.day).unit if officer else ""
    if home in found.anew and (change.day >= found.anew[home] or not change.reason):
        return say(wording.NEW_MODEL)
    return change.reason or say(wording.BY_EXCHANGE)
