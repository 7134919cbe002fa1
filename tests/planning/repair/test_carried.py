"""What carrying on comes to, where nothing went wrong and nothing is made anew."""

from __future__ import annotations

from rosterctl.planning.repair.carried import Carried
from tests.support.bureaus import MONDAY, plain_roster, small_bureau


def test_every_unit_is_mended_and_none_is_made_anew_unless_told() -> None:
    roster = plain_roster(small_bureau(), MONDAY, 1)
    found, other = Carried(roster, (), 0, 0), Carried(roster, (), 0, 0)
    assert (found.unmended, dict(found.anew)) == ((), {})
    assert found == other
