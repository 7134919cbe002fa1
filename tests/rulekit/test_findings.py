"""What a check yields, when nothing more is said of it."""

from __future__ import annotations

from rosterctl.domain.tier import Tier
from rosterctl.rulekit.findings import Cost, Finding, rows_beyond


def test_a_finding_is_one_unit_of_excess_at_no_place_in_particular() -> None:
    bare = Finding("r", "said")
    assert (bare.unit, bare.officer, bare.post, bare.day, bare.excess) == ("", "", "", None, 1)
    assert bare == Finding("r", "said")
    assert len({bare, Finding("r", "said"), Finding("r", "said", excess=2)}) == 2


def test_a_cost_lies_on_no_date_unless_it_is_said() -> None:
    bare = Cost("r", Tier.PLAN, 60, "P")
    assert (bare.unit, bare.day, bare.start, bare.end, bare.heads) == ("", None, 0, 0, 0)


def test_only_rows_that_were_not_there_before_go_beyond_each_as_often_as_it_is_new() -> None:
    assert list(rows_beyond("aab", "bacaaa")) == ["c", "a", "a"]  # two of the four a and the b were there
    assert list(rows_beyond("ab", "a")) == []  # what is mended is no harm
