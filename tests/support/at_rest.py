"""Officers at rest who can be promised, counted together, more than can be given to them."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from tests.support.bureaus import MONDAY, absence, officer, rotation, small_bureau, unit
from tests.support.places import ONE, post, post_type, window

AT_REST = rotation("O", (0,))
ONE_WEDNESDAY = rotation("OOD" + 10 * "O", (0,))


def three_at_rest(level: str, *, lends: bool = False, **rules: object) -> Bureau:
    """A post of U1 wants one of three officers at rest from 07:00 to 19:00; x of U2 is not wanted.

    d0 and d2 are away on Tuesday and Wednesday, and each may come for twelve hours in all: d1 may not come on
    both. Together they have hours for three recalls, though not on these dates. If U2 `lends`, x has
    Wednesday's day there and may be lent.
    """
    return small_bureau(
        [*(officer(f"d{n}") for n in range(3)), officer("x", unit="U2")],
        rotations=[AT_REST, ONE_WEDNESDAY],
        units=[
            unit("U1", teams="A", rotation=AT_REST, recalls=("day",), borrows_from=("U2",) if lends else ()),
            unit("U2", teams="A", rotation=ONE_WEDNESDAY if lends else AT_REST),
        ],
        post_types=[post_type("one", window(7, 19, **{level: ONE}))],
        posts=[post("P", "one")],
        absences=[absence(name, MONDAY + timedelta(days=n)) for name in ("d0", "d2") for n in (1, 2)],
        rules={"posts": {}, "crews": {}, "events": {}, "strength": {}, "hours": {"days28": "12"}, **rules},
    )
