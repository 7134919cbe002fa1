"""The plain duty in the place of a longer one: what is left to an officer whose longer shift cannot stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.posts.slices import in_reserve
from rosterctl.planning.rotation.menus import Days
from rosterctl.rulekit.parts import AllowsPart


def has_longer_shift(bureau: Bureau, duty: Duty) -> bool:
    """Is it a duty of the rotation in the own unit, and not the plain one?"""
    officer = bureau.officers[duty.officer]
    plain = bureau.plain_shift(officer, duty.day)
    own = duty.origin is Origin.ROTATION and duty.unit == officer.on(duty.day).unit
    return own and plain is not None and plain.id != duty.shift


def plain_in_place(bureau: Bureau, duty: Duty) -> Duty | None:
    """The plain duty of that date in reserve, in the place of a longer one; None of any other."""
    plain = bureau.plain_shift(bureau.officers[duty.officer], duty.day)
    if plain is None or not has_longer_shift(bureau, duty):
        return None
    return in_reserve(bureau, duty.officer, duty.day, plain.id, duty.unit, Origin.ROTATION)


def allowed_in_place(
    bureau: Bureau,
    duty: Duty,
    offered: Mapping[tuple[str, str], Days],
    judges: Iterable[tuple[str, AllowsPart]],
) -> Duty | None:
    """The same, if the officer is there and the rules (`judges`) allow it; `offered` by unit and team."""
    officer = bureau.officers.get(duty.officer)
    if officer is None or not bureau.is_present(officer, duty.day):
        return None
    place = officer.on(duty.day)
    menu = offered.get((place.unit, place.team), {}).get(duty.day, ())
    choice = next((one for one in menu if one.plain), None)
    if choice is None or not all(allows(bureau, officer, choice) for _, allows in judges):
        return None
    return plain_in_place(bureau, duty)
