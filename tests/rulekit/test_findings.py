"""What a check yields, when nothing more is said of it."""

from __future__ import annotations

from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding


def test_a_finding_is_one_unit_of_excess_at_no_place_in_particular() -> None:
    bare = Finding("r", "said")
    assert (bare.unit, bare.officer, bare.post, bare.day, bare.excess) == ("", "", "", None, 1)
    assert bare == Finding("r", "said")
    assert len({bare, Finding("r", "said"), Finding("r", "said", excess=2)}) == 2


def test_a_cost_lies_on_no_date_unless_it_is_said() -> None:
    bare = Cost("r", Tier.PLAN, 60, "P")
    assert (bare.unit, bare.day, bare.start, bare.end, bare.heads) == ("", None, 0, 0, 0)
