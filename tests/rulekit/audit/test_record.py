"""A roster as it was worked: lines, spans and what is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Origin
from rosterctl.rulekit.audit.record import Record
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.span import Span
from tests.support.bureaus import MONDAY, absence, duty, plain_roster, roster_of, small_bureau
from tests.support.places import ONE, at, event, on, post, post_type, window

SUNDAY, TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=n) for n in (-1, 1, 2))
BUREAU = small_bureau()


def told(record: Record, officer: str) -> list[tuple[int, str, bool]]:
    """Of a line, days since Monday, shift, and whether it is given."""
    return [((one.day - MONDAY).days, one.shift.id, one.given) for one in record.lines[officer]]


def test_a_line_has_what_was_before_what_was_decided_and_what_the_rotation_gives_for_two_dates() -> None:
    """A works D N O O D from Monday; the roster is of Monday and Tuesday, C comes off Sunday's night."""
    roster = replace(plain_roster(BUREAU, MONDAY, 2), before=(duty(BUREAU, "c", SUNDAY, "night"),))
    record = Record(BUREAU, roster)
    assert told(record, "a") == [(0, "day", False), (1, "night", False)]
    assert told(record, "c") == [(-1, "night", True), (2, "day", True), (3, "night", True)]
    assert [one.day for one in record.decided("c")] == []
    assert len(record.duties) == len(roster.duties)


def test_after_the_horizon_nobody_works_who_is_away() -> None:
    away = replace(BUREAU, absences=(absence("c", WEDNESDAY),))
    assert told(Record(away, plain_roster(away, MONDAY, 2)), "c")[-1:] == [(3, "night", True)]


def test_heads_on_duty_are_those_decided_and_those_before_and_not_the_assumed() -> None:
    night = duty(BUREAU, "c", SUNDAY, "night")
    record = Record(BUREAU, roster_of(BUREAU, MONDAY, 1, [duty(BUREAU, "a", MONDAY, "day")], [night]))
    assert [(one.officer.id, one.day) for one in record.served["U1"]] == [("a", MONDAY), ("c", SUNDAY)]


def test_the_roster_answers_from_the_first_handover_to_the_last() -> None:
    record, clock = Record(BUREAU, roster_of(BUREAU, MONDAY, 2, [])), BUREAU.clock
    assert record.accountable == clock.span(MONDAY, 7 * 60, (48 + 7) * 60)
    assert record.duty_day(MONDAY) == clock.span(MONDAY, 7 * 60, 31 * 60)
    assert record.answered(clock.span(MONDAY, 6 * 60, 7 * 60)) is None
    assert record.answered(clock.span(MONDAY, 6 * 60, 7 * 60 + 1)) == clock.span(MONDAY, 420, 421)
    assert record.answered(clock.span(TUESDAY, 31 * 60 - 1, 33 * 60)) == clock.span(TUESDAY, 1859, 1860)
    assert record.answered(clock.span(TUESDAY, 31 * 60, 33 * 60)) is None


def test_minutes_are_those_of_the_date_asked_for() -> None:
    record, clock = Record(BUREAU, roster_of(BUREAU, MONDAY, 2, [])), BUREAU.clock
    assert record.minute(MONDAY, clock.instant(TUESDAY, 30)) == 24 * 60 + 30
    assert record.when(clock.span(MONDAY, 23 * 60, 25 * 60)) == f"{MONDAY} 23:00-01:00"


def test_a_duty_taken_over_is_its_owner_s_and_a_recall_only_where_nothing_is_given_for_it() -> None:
    swap = Exchange("a", MONDAY, "c", WEDNESDAY, ExchangeKind.SWAP)
    help_ = Exchange("a", MONDAY, "c", None, ExchangeKind.SUBSTITUTION)
    for exchange, recalled in ((swap, False), (help_, True)):
        bureau = replace(BUREAU, exchanges=(exchange,))
        taken = replace(duty(bureau, "c", MONDAY, "day"), origin=Origin.EXCHANGE)
        (one,) = Record(bureau, roster_of(bureau, MONDAY, 1, [taken])).duties
        assert (one.officer.id, one.owner.id, one.recalled) == ("c", "a", recalled)


def test_an_exchange_of_which_nothing_is_known_is_the_officer_s_own_recall() -> None:
    taken = replace(duty(BUREAU, "c", MONDAY, "day"), origin=Origin.EXCHANGE)
    (one,) = Record(BUREAU, roster_of(BUREAU, MONDAY, 1, [taken])).duties
    assert (one.owner.id, one.recalled) == ("c", True)


STREET = small_bureau(
    post_types=[post_type("street", window(8, 10, minimum=ONE))],
    posts=[post("P", "street")],
    events=[event("E", 6, 8, crew=ONE)],
)


def test_every_demand_has_its_manning() -> None:
    record = Record(STREET, roster_of(STREET, MONDAY, 1, [on(STREET, "a", at(8, 9, "P"))]))
    (demand,), (manning,) = record.demands, record.posts_manned
    assert (demand.post.id, demand.start, demand.end) == ("P", 480, 600)
    assert [(piece.span.minutes, piece.reached) for piece in manning.pieces] == [
        (60, Level.MINIMUM),
        (60, None),
    ]


def test_of_an_event_only_what_the_roster_answers_for_is_looked_at() -> None:
    """It begins at 06:00, before the first handover at 07:00."""
    ((_, (site,)),) = Record(STREET, roster_of(STREET, MONDAY, 1, [])).sites_manned
    assert (site.post, site.span) == ("E/1", STREET.clock.span(MONDAY, 420, 480))
    assert Record(STREET, roster_of(STREET, TUESDAY, 1, [])).sites_manned == ()


def test_after_an_event_of_another_date_the_next_is_looked_at() -> None:
    [monday] = STREET.events
    both = replace(STREET, events=(monday, replace(monday, id="F", day=TUESDAY)))
    [(one, _)] = Record(both, roster_of(both, TUESDAY, 1, [])).sites_manned
    assert one.id == "F"


def test_it_is_known_where_people_stood_the_evening_before_unless_that_is_assumed() -> None:
    night = on(STREET, "c", at(19, 20, "P"), shift="night", day=SUNDAY)
    fresh = roster_of(STREET, MONDAY, 1, [], [night])
    assumed = replace(fresh, known_from=MONDAY)
    assert [len(Record(STREET, one).stays.of("P")) for one in (fresh, assumed)] == [1, 0]


def test_until_the_end_of_what_is_assumed_nobody_knows_who_is_there() -> None:
    """A night until 09:00 and one until 07:00, which is over when the roster's first duty day begins."""
    late, plain = (duty(STREET, "c", SUNDAY, shift) for shift in ("overlap-morning", "night"))
    nine = STREET.clock.instant(MONDAY, WallMinute(540))
    for before, known_from, unknown in (
        ([late], MONDAY, {"U1": nine}),
        ([late], SUNDAY, {}),
        ([plain], MONDAY, {}),
    ):
        record = Record(STREET, replace(roster_of(STREET, MONDAY, 1, [], before), known_from=known_from))
        assert record.unknown == unknown
    record = Record(STREET, replace(roster_of(STREET, MONDAY, 1, [], [late]), known_from=MONDAY))
    whole = STREET.clock.span(MONDAY, 480, 600)
    assert record.known_part("U1", whole) == Span(nine, whole.end)
    assert record.known_part("U1", STREET.clock.span(MONDAY, 480, 540)) is None
    assert record.known_part("U2", whole) == whole
