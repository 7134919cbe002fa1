"""Exchanges that are in a bureau's files no more: what changed hands by them goes back."""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import exchanges_beyond
from rosterctl.domain.roster import Duty, OfficerDate
from rosterctl.planning import wording
from rosterctl.planning.roster.swaps import given_back


def without_undone(
    bureau: Bureau, before: Bureau, published: Sequence[Duty], earliest: int
) -> tuple[tuple[Duty, ...], dict[OfficerDate, str]]:
    """The duties as they were before what was taken back since, and by officer and date why.

    `before` is the bureau for which they were published. With a duty its posts go back; whether it stands in
    the bureau as it is now is looked at afterwards. What begins before `earliest` (minutes since 1970-01-01
    UTC) is worked by whoever had it then.
    """
    gone = [leg for _, legs in exchanges_beyond(before.exchanges, bureau.exchanges) for leg in legs]
    known = [leg for leg in gone if {leg.giver, leg.taker} <= bureau.officers.keys()]
    duties, moved = given_back(bureau, published, known, earliest)
    return duties, dict.fromkeys(moved, wording.TAKEN_BACK)


def taken_back(bureau: Bureau, before: Bureau) -> frozenset[OfficerDate]:
    """Who gave the duty of a date away when the roster was published, and has it again by now."""
    return frozenset(_given(before) - _given(bureau))


def _given(bureau: Bureau) -> set[OfficerDate]:
    return {(leg.giver, leg.day) for legs in bureau.handovers for leg in legs}
