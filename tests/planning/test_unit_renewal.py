"""A unit as a bureau of its own: its people from a date on, and its share of the strength targets."""

from __future__ import annotations

from datetime import timedelta

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import StrengthTarget
from rosterctl.planning.unit_renewal import bureau_of
from tests.bureaus import MONDAY, officer, plain_roster, small_bureau, transfer, unit

LATER = MONDAY + timedelta(days=6)


def alone(later: bool) -> Bureau:
    """U1 from Monday on; `a1` to `a3` are at home there, the last two leave for U3 if `later`."""
    moved = (transfer(LATER, "A", "U3"),) if later else ()
    people = [officer("a1", "A"), *(officer(f"a{n}", "A", transfers=moved) for n in (2, 3))]
    people.append(officer("b1", "A", unit="U2"))
    target = StrengthTarget("T", "", 8, 17 * 60, 19 * 60, units=("U1", "U2"))
    bureau = small_bureau(people, units=[unit(id) for id in ("U1", "U2", "U3")], strengths=[target])
    return bureau_of(bureau, "U1", MONDAY, plain_roster(bureau, MONDAY, 1), {})


def test_the_share_of_a_target_is_that_of_the_people_on_the_date() -> None:
    for later in (False, True):
        (mine,) = alone(later).strengths
        # Three of the four people whom the target covers: wherever two of them belong later on.
        assert (mine.heads, mine.units) == (6, ("U1",))
