"""The kinds of calendar period, as a rulebook writes them."""

from __future__ import annotations

from rosterctl.rulekit.period_kinds import PeriodKind


def test_a_rulebook_writes_them_in_small_letters() -> None:
    assert [PeriodKind(text) for text in ("week", "month", "quarter", "year")] == list(PeriodKind)
