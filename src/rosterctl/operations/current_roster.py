"""A published roster taken on to another first date in the bureau as it is now, with the fewest changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Roster
from rosterctl.insight.difference import changes
from rosterctl.operations import wording
from rosterctl.operations.swap import up_to_date
from rosterctl.planning.repair.carried import Carried
from rosterctl.planning.repair.carry_on import carry_on
from rosterctl.planning.repair.renew_unit import Search, renewed
from rosterctl.storage.roster.folder import open_roster
from rosterctl.storage.state.deeds import Version
from rosterctl.storage.state.state import State
from rosterctl.timeline.clock import EPOCH


@dataclass(frozen=True)
class Published:
    """The current version with its bureau as it was then."""

    version: Version
    bureau: Bureau
    roster: Roster


def published_now(state: State) -> Published | None:
    """None before the first publication."""
    version = state.current()
    return None if version is None else Published(version, *open_roster(version.folder))


def continued(
    bureau: Bureau,
    published: Published,
    first: date,
    now: datetime,
    search: Search,
    *,
    plan_first: bool = False,
) -> Carried:
    """From `first` to the last published date, with the exchanges entered since; nobody is called in late.

    Units with another duty model are made anew by `search` from the date on which it begins.
    """
    earliest = ceil((now - EPOCH).total_seconds() / 60)
    found = carry_on(
        bureau, published.bureau, published.roster, first, earliest=earliest, plan_first=plan_first
    )
    whole = renewed(bureau, published.roster, found.roster, found.anew, search)
    made = up_to_date(bureau, published.bureau, whole)
    if made.duties == found.roster.duties:
        return replace(found, roster=made)
    because: Mapping[tuple[str, date], str] = {(one.officer, one.day): one.reason for one in found.changes}
    told = changes(published.roster, made, first, because)
    named = tuple(replace(one, reason=_why(bureau, found, one)) for one in told)
    return replace(found, roster=made, changes=named)


def _why(bureau: Bureau, found: Carried, change: Change) -> str:
    officer = bureau.officers.get(change.officer)
    home = officer.on(change.day).unit if officer else ""
    if home in found.anew and change.day >= found.anew[home]:
        return wording.NEW_MODEL
    return change.reason or wording.BY_EXCHANGE
