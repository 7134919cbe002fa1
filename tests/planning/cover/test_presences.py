"""Named officers as heads that a cover board counts."""

from __future__ import annotations

from rosterctl.domain.roster import Origin
from rosterctl.planning.cover.presences import presences_of
from rosterctl.planning.rotation.menus import choice_of
from tests.support.bureaus import MONDAY, officer, small_bureau
from tests.support.places import PAIR, post_type, window


def test_each_officer_is_one_head_of_their_kind() -> None:
    """A crew of sworn officers tells the two sworn ones from the auxiliary."""
    people = [officer("a"), officer("b"), officer("x", role="auxiliary")]
    bureau = small_bureau(people, post_types=[post_type("desk", window(7, 19, minimum=PAIR))])
    day = choice_of(bureau, MONDAY, bureau.shifts["day"], "U1", Origin.ROTATION, True)
    found = presences_of(bureau, (), [("b", day), ("a", day), ("x", day)])
    assert [(one.officer.id, one.choice, one.count, one.most) for one in found] == [
        ("b", day, 1, 1),
        ("a", day, 1, 1),
        ("x", day, 1, 1),
    ]
    assert found[0].kind == found[1].kind
    assert found[0].kind != found[2].kind
