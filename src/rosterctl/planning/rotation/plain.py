"""The plain rotation with names: nobody is recalled, lent or given an overlap."""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.planning.cover.presences import Worked
from rosterctl.planning.names.accompaniment import let_off, unaccompanied
from rosterctl.planning.names.costs import make_charges, points_of_lines
from rosterctl.planning.names.limits import make_board
from rosterctl.planning.names.lines import Lines
from rosterctl.planning.names.unit import Named
from rosterctl.planning.rotation.offers import Offers
from rosterctl.rulekit.registry import Rule


def on_rotation(
    offers: Offers, rules: Sequence[Rule], still: Sequence[Worked], unit: str
) -> tuple[Named, tuple[Worked, ...]]:
    """Everybody present works what the rotation gives, date by date, as far as the limits allow.

    The officers of the unit with what they work, and all duties served in it. The offers are those of the
    unit and of all units that share a transferred officer with it.
    """
    bureau = offers.bureau
    officers = [bureau.officers[name] for name in offers.open]
    board = make_board(offers, officers, rules)
    lines = Lines(offers, board)
    for officer in officers:
        for day in board.days:
            plain = offers.plain(officer.id, day)
            if plain is not None and lines.may(officer, day, plain):
                lines.put(officer, day, plain)
    alone = unaccompanied(bureau, offers.horizon, rules, list(lines.all()), still)
    let_off(lines, officers, rules, alone)
    own = [officer for officer in officers if officer.on(offers.horizon.first).unit == unit]
    charges = make_charges(bureau, offers.horizon, rules, lines, own)
    worked = tuple((officer.id, choice) for officer in own for choice in lines.worked(officer))
    served = tuple(one for one in lines.all() if one[1].unit == unit)
    return Named(worked, points_of_lines(charges, lines, own), ()), served
