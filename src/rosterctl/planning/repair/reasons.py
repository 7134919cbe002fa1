"""Why a published duty is another now: a sentence for each officer and date, for them and for the planner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rosterctl.domain.change import Change
from rosterctl.domain.roster import OfficerDate, Roster
from rosterctl.insight.difference import changes
from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.lines.lawful_lines import TakenOff
from rosterctl.planning.repair.what_stands import Fallen
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import LISTED, say


def explained(
    published: Roster, roster: Roster, carried: Horizon, because: Mapping[OfficerDate, str]
) -> tuple[Change, ...]:
    """Every difference from the published roster on the carried dates.

    Elsewhere than told, posts are why, or that the unit is no longer in the files.
    """
    told = changes(published, roster, carried.first, because)
    return tuple(one if one.reason else replace(one, reason=_untold(one)) for one in told)


def _untold(change: Change) -> str:
    before, after = change.before, change.after
    if before is not None and after is not None and before.unit != after.unit:
        return say(wording.UNIT_GONE, unit=before.unit)
    return say(wording.REFILLED)


def of_unit(unit: str, fallen: Sequence[Fallen]) -> str:
    """Why somebody of the unit is moved on a date on which it lacks people or more are wanted."""
    away = sorted({one.duty.officer for one in fallen if one.duty.unit == unit})
    if not away:
        return say(wording.OTHER_WANTS, unit=unit)
    return say(
        wording.FOR_THOSE_AWAY if len(away) <= PARAMS.repair.names_told else wording.FOR_MORE_AWAY,
        officers=say(LISTED).join(away[: PARAMS.repair.names_told]),
        unit=unit,
    )


def of_line(taken: Sequence[TakenOff]) -> str:
    """Why something comes off an officer's line on a date on which nothing has happened."""
    rules = dict.fromkeys(one.rule for one in taken)
    if not rules:
        return say(wording.FEWER_HOURS)
    return say(wording.NO_ROOM_LEFT, rule=say(LISTED).join(rules))
