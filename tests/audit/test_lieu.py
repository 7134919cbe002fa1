"""Time off in lieu is an account beside the roster: the audit finds what it finds without it."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.audit.audit import audit
from rosterctl.domain.accounts.lieu import Entry, EntryKind
from rosterctl.domain.people.absence import AbsenceKind
from tests.support.bureaus import (
    MONDAY,
    absence,
    every_rule,
    findings,
    plain_roster,
    rules_broken,
    small_bureau,
)


def test_entries_change_no_finding_and_no_cost() -> None:
    """Not even an account that is overdrawn."""
    without = small_bureau(rules=every_rule())
    entries = (Entry("a", MONDAY, EntryKind.EARN, 60), Entry("a", MONDAY, EntryKind.SPEND, 720))
    roster = plain_roster(without, MONDAY, 8)
    having = replace(without, lieu=entries, lieu_expires_days=1, carried=True)
    assert findings(having, roster) == findings(without, roster)
    assert audit(having, roster) == audit(without, roster)


def test_who_takes_time_in_lieu_is_away_like_anybody_on_leave() -> None:
    found = {}
    for kind in (AbsenceKind.LEAVE, AbsenceKind.LIEU):
        bureau = small_bureau(rules=every_rule(), absences=[absence("a", MONDAY, kind=kind)])
        worked = plain_roster(replace(bureau, absences=()), MONDAY, 4)
        assert "availability" in rules_broken(bureau, worked)
        stayed_away = replace(worked, duties=tuple(one for one in worked.duties if one.officer != "a"))
        found[kind] = findings(bureau, stayed_away)
    assert found[AbsenceKind.LIEU] == found[AbsenceKind.LEAVE]
