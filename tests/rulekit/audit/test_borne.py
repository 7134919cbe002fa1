"""What officers bore, and with whom they are compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.accounts.ledger import Tally
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.audit.borne import burdens, overtime, peers
from rosterctl.rulekit.audit.record import Record
from rosterctl.timeline.calendar import Calendar
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    line_roster,
    officer,
    roster_of,
    shift,
    small_bureau,
    transfer,
)

TUESDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (1, 5, 6))


def tally(*shifts: str, **calendar: object) -> Tally:
    """Of officer `a` (D N O O from Monday) who works these shifts from Monday on."""
    bureau = small_bureau(shifts=[shift("long", 7, 20)], calendar=Calendar("c", "c", **calendar))  # type: ignore[arg-type]
    return burdens(Record(bureau, line_roster(bureau, shifts)))["a"]


def test_a_plain_day_is_no_burden_and_a_plain_night_is_a_night() -> None:
    assert tally("day") == Tally()
    assert tally("day", "night") == Tally(nights=1)


def test_a_longer_duty_is_overtime_and_a_shorter_one_gives_none_back() -> None:
    assert tally("long") == Tally(overtime_minutes=60)
    assert tally("office", "overlap-both") == Tally(nights=1, overtime_minutes=240)


def test_a_recall_is_overtime_from_its_first_minute() -> None:
    assert tally("", "", "recall day") == Tally(recalls=1, overtime_minutes=720)


def test_a_duty_counts_on_the_date_it_starts_on() -> None:
    """Saturday is a night of A, which ends on the feast of Sunday."""
    assert tally(*[""] * 5, "night", holidays={SUNDAY: "feast"}) == Tally(nights=1, weekends=1)
    assert tally(*[""] * 5, "night", holidays={SATURDAY: "feast"}) == Tally(nights=1, holidays=1)
    assert tally("day", eves=frozenset((MONDAY,))) == Tally(eves=1)


def test_what_was_taken_over_is_measured_by_its_owner_s_plain_shift() -> None:
    """`c` rests on Monday and works the day of `a`: no overtime in a swap, all of it as a substitution."""
    for kind, with_day, expected in (
        (ExchangeKind.SWAP, TUESDAY + timedelta(days=1), Tally()),
        (ExchangeKind.SUBSTITUTION, None, Tally(recalls=1, overtime_minutes=720)),
    ):
        bureau = small_bureau(exchanges=(Exchange("a", MONDAY, "c", with_day, kind),))
        taken = replace(duty(bureau, "c", MONDAY, "day"), origin=Origin.EXCHANGE)
        record = Record(bureau, roster_of(bureau, MONDAY, 1, [taken]))
        assert burdens(record)["c"] == expected
        assert overtime(record.facts, record.duties[0]) == timedelta(minutes=expected.overtime_minutes)


def test_peers_are_of_one_team_and_role_with_the_dates_each_is_there() -> None:
    bureau = small_bureau(
        [
            officer("a1"),
            officer("a2"),
            officer("aux", role="auxiliary"),
            officer("b", "B"),
            officer("shielded", protected_from=TUESDAY),
            officer("later", protected_from=SATURDAY),
            officer("moves", transfers=[transfer(TUESDAY, "B")]),
            officer("moved", transfers=[transfer(MONDAY, "B")]),
            officer("same", transfers=[transfer(TUESDAY, "A", zone="Z")]),
        ],
        absences=[absence("a2", TUESDAY)],
    )
    found = {
        tuple(one.id for one in group): there
        for group, there in peers(Record(bureau, roster_of(bureau, MONDAY, 2, [])))
    }
    # Who moves before the horizon, or only to another zone, has peers; who is shielded in it has none.
    assert found == {("a1", "a2", "later", "same"): (2, 1, 2, 2), ("aux",): (2,), ("b", "moved"): (2, 2)}
