"""Each law broken once in a clean roster: the audit finds exactly that, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rosterctl.audit.audit import audit
from rosterctl.audit.conservation import conservation
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.event import Event
from rosterctl.domain.post import Level, Post, PostType, Zone
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import WallMinute
from tests.support.bureaus import (
    MONDAY,
    absence,
    duty,
    model,
    officer,
    plain_roster,
    roster_of,
    rotation,
    shift,
    small_bureau,
    transfer,
    unit,
)

TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 4))
DONO = rotation("DONO")
CREW = Crew("one", "one", ((Slot("any"),),))
CHECK = Event("check", "check", MONDAY, 1200, 1400, ("U1",), 1, Level.PLAN, CREW)
DAWN = Event("dawn", "dawn", TUESDAY, 460, 540, ("U1",), 1, Level.PLAN, CREW)


def two_units() -> Bureau:
    """U1 on DNOO may borrow from U2 and recalls for the evening peak; U2 does neither."""
    return small_bureau(
        [*(officer(team.lower(), team) for team in "ABCD"), officer("lent", "A", unit="U2")],
        units=[
            unit(
                "U1", recalls=("peak-evening",), borrows_from=("U2",), shifts={"N": ("night", "overlap-both")}
            ),
            unit("U2"),
            unit("U3"),
        ],
        post_types=[PostType("desk", "desk", ())],
        zones=[Zone("Z1", "Z1", "U1"), Zone("Z2", "Z2", "U2")],
        posts=[Post("P1", "P1", "desk", "U1", "Z1"), Post("P2", "P2", "desk", "U2", "Z2")],
        events=[CHECK, DAWN],
    )


BUREAU = two_units()
CLEAN = plain_roster(BUREAU, MONDAY, 4)


def worked(who: str, day: object = MONDAY) -> Duty:
    return next(one for one in CLEAN.duties if (one.officer, one.day) == (who, day))


def with_duty(changed: Duty, instead_of: Duty | None = None) -> Roster:
    kept = tuple(one for one in CLEAN.duties if one != instead_of)
    return replace(CLEAN, duties=(*kept, changed))


def test_whose_a_post_was_that_the_files_no_longer_have_is_not_asked() -> None:
    """It is asked of one that they have: see `place` below."""
    gone = replace(BUREAU.posts["P2"], gone=(TUESDAY, WallMinute(0)))
    moved = replace(worked("a"), slices=(Slice(420, 1140, "P2"),))
    bureau = replace(BUREAU, posts={**BUREAU.posts, "P2": gone})
    assert audit(bureau, with_duty(moved, worked("a"))).findings == ()


def test_a_clean_roster_is_clean() -> None:
    assert audit(BUREAU, CLEAN).findings == ()


def recall(who: str, shift: str) -> Duty:
    return duty(BUREAU, who, MONDAY, shift, recall=True)


def at(who: str, post: str) -> Duty:
    one = worked(who)
    return replace(one, slices=tuple(replace(piece, post=post) for piece in one.slices))


LAWFUL = {
    "a recall on a day off for a shift on the list": with_duty(recall("c", "peak-evening")),
    "an overlap that the unit offers": with_duty(duty(BUREAU, "b", MONDAY, "overlap-both"), worked("b")),
    "a loan to a unit that borrows": with_duty(replace(worked("lent"), unit="U1"), worked("lent")),
    "the unit's own post": with_duty(at("a", "P1"), worked("a")),
    "an event of the unit on its date": with_duty(at("b", "check/1"), worked("b")),
    "an event of the next morning, at the end of a long night": with_duty(
        duty(
            BUREAU,
            "b",
            MONDAY,
            "overlap-both",
            slices=(Slice(1020, 1900, ""), Slice(1900, 1980, "dawn/1")),
        ),
        worked("b"),
    ),
    "two slices without a hole": with_duty(
        replace(worked("a"), slices=(Slice(420, 540, "P1"), Slice(540, 1140, ""))), worked("a")
    ),
}


@pytest.mark.parametrize("roster", LAWFUL.values(), ids=LAWFUL)
def test_allows(roster: Roster) -> None:
    assert audit(BUREAU, roster).findings == ()


def broken(law: str, message: str, roster: Roster, **where: Any) -> tuple[str, Roster, Finding]:
    return law, roster, Finding(law, message, **where)


ALONE: dict[str, Any] = {"unit": "U1", "officer": "a", "day": MONDAY}
SABOTAGE = [
    broken(
        "fingerprint",
        "the bureau's files have changed since the roster was made",
        replace(CLEAN, fingerprint="other"),
    ),
    broken(
        "fingerprint", "the roster is for bureau 'large', this is 'small'", replace(CLEAN, bureau="large")
    ),
    broken(
        "ids", "unknown officer 'zorro'", with_duty(replace(worked("a"), officer="zorro")), officer="zorro"
    ),
    broken("ids", "unknown post 'P9'", with_duty(at("a", "P9"), worked("a")), post="P9"),
    broken(
        "horizon",
        "shift 'day' is not in 2026-12-07 to 2026-12-10",
        with_duty(duty(BUREAU, "a", FRIDAY, "day")),
        **{**ALONE, "day": FRIDAY},
    ),
    broken(
        "horizon",
        "shift 'day' stands among the duties before the roster's first date",
        replace(CLEAN, before=(*CLEAN.before, worked("a")), duties=tuple(set(CLEAN.duties) - {worked("a")})),
        **ALONE,
    ),
    broken(
        "twice",
        "shift 'day' stands there 2 times",
        replace(CLEAN, duties=(*CLEAN.duties, worked("a"))),
        officer="a",
        day=MONDAY,
    ),
    broken(
        "origin",
        "shift 'peak-evening' is no recall: team 'A' works 'D' that day",
        with_duty(recall("a", "peak-evening")),
        **ALONE,
    ),
    broken(
        "origin",
        "shift 'day' is not by rotation: team 'C' is off that day",
        with_duty(duty(BUREAU, "c", MONDAY, "day")),
        **{**ALONE, "officer": "c"},
    ),
    broken(
        "offered",
        "shift 'night' is not a shift that 'U1' offers on 'D'",
        with_duty(duty(BUREAU, "a", MONDAY, "night"), worked("a")),
        **ALONE,
    ),
    broken(
        "offered",
        "shift 'day' is not a shift for which 'U1' recalls",
        with_duty(recall("c", "day")),
        **{**ALONE, "officer": "c"},
    ),
    broken(
        "lending",
        "shift 'day' unit 'U3' does not borrow from 'U2' that day",
        with_duty(replace(worked("lent"), unit="U3"), worked("lent")),
        unit="U3",
        officer="lent",
        day=MONDAY,
    ),
    broken(
        "slices",
        "shift 'day' has a hole or an overlap in its slices at 09:00",
        with_duty(replace(worked("a"), slices=(Slice(420, 540, ""), Slice(600, 1140, ""))), worked("a")),
        **ALONE,
    ),
    broken(
        "slices",
        "shift 'day' has a hole or an overlap in its slices at 18:00",
        with_duty(replace(worked("a"), slices=(Slice(420, 1080, ""),)), worked("a")),
        **ALONE,
    ),
    broken(
        "place",
        "shift 'day' stands at 'P2', which 'U1' does not man",
        with_duty(at("a", "P2"), worked("a")),
        **ALONE,
        post="P2",
    ),
    broken(
        "place",
        "shift 'day' stands at 'check/1', which 'U2' does not man",
        with_duty(at("lent", "check/1"), worked("lent")),
        unit="U2",
        officer="lent",
        day=MONDAY,
        post="check/1",
    ),
]


@pytest.mark.parametrize(
    ("roster", "finding"),
    [(roster, finding) for _, roster, finding in SABOTAGE],
    ids=[law for law, _, _ in SABOTAGE],
)
def test_forbids(roster: Roster, finding: Finding) -> None:
    (found,) = audit(BUREAU, roster).findings
    assert found == finding


def test_strangers_stop_the_rules() -> None:
    """Nobody can say whether an unknown officer was rested."""
    report = audit(BUREAU, with_duty(replace(worked("a"), officer="zorro")))
    assert (report.rules, report.costs) == ((), ())


def test_several_laws_broken_at_once_are_all_named() -> None:
    one = replace(worked("lent"), unit="U3", origin=Origin.RECALL)
    found = {finding.rule for finding in audit(BUREAU, with_duty(one, worked("lent"))).findings}
    assert found == {"origin", "lending"}


def two_models() -> Bureau:
    """On Wednesday U1 begins DONO with other recalls, and no longer borrows; `a` goes to U2."""
    wednesday = MONDAY + timedelta(days=2)
    later = model(wednesday, rotation=DONO, recalls=("office",))
    moved = officer("a", transfers=[transfer(wednesday, "A", "U2")])
    people = [moved, officer("b", "B"), officer("x", unit="U2")]
    units = [unit("U1", recalls=("peak-evening",), borrows_from=("U2",), later=[later]), unit("U2")]
    return small_bureau(people, units=units, rotations=[DONO])


@pytest.mark.parametrize(
    ("worked", "broken"),
    [
        # B: N O of DNOO, then O D of DONO; a: D N in U1, then O O of U2; x: D N O O.
        (("b", 0, "night"), []),
        (("b", 3, "day"), []),
        (("b", 2, "day"), ["origin"]),  # DNOO would have it off too, DONO from Thursday on only
        (("b", 1, "recall peak-evening"), []),
        (("b", 2, "recall office"), []),
        (("b", 1, "recall office"), ["offered"]),
        (("b", 2, "recall peak-evening"), ["offered"]),
        (("a", 1, "night", "U1"), []),
        (("a", 4, "day", "U2"), []),
        (("a", 4, "day", "U1"), ["lending"]),
        (("x", 0, "day", "U1"), []),
        (("x", 4, "day", "U1"), ["lending"]),
    ],
)
def test_each_date_is_judged_by_its_own_model_and_assignment(
    worked: tuple[Any, ...], broken: list[str]
) -> None:
    bureau = two_models()
    who, n, shift, *where = worked
    recall = shift.startswith("recall ")
    one = duty(
        bureau,
        who,
        MONDAY + timedelta(days=n),
        shift.removeprefix("recall "),
        recall=recall,
        unit=where[0] if where else None,
    )
    found = conservation(Record(bureau, roster_of(bureau, MONDAY, 7, [one])))
    assert [finding.rule for finding in found] == broken


def test_a_duty_ends_early_only_where_the_officer_falls_away_then() -> None:
    """At 10:00; a minute later, or for an absence of whole dates, it has a hole."""
    worked = duty(BUREAU, "a", MONDAY, "day").broken_off(WallMinute(600))
    for start, lawful in ((10.0, True), (10 + 1 / 60, False), (None, False)):
        bureau = replace(BUREAU, absences=(absence("a", MONDAY, start=start),))
        roster = roster_of(bureau, MONDAY, 1, [worked])
        laws = [one.rule for one in conservation(Record(bureau, roster))]
        assert laws == ([] if lawful else ["slices"])


def test_what_was_broken_off_before_the_horizon_was_so() -> None:
    worked = duty(BUREAU, "b", MONDAY, "night").broken_off(WallMinute(26 * 60))
    roster = replace(roster_of(BUREAU, TUESDAY, 1, []), before=(worked,))
    assert list(conservation(Record(BUREAU, roster))) == []


@pytest.mark.parametrize(
    ("shift", "more", "law"),
    [
        ("office", {"recall": True}, "offered"),
        ("day", {}, "origin"),
        ("peak-evening", {"unit": "U3"}, "lending"),
    ],
)
@pytest.mark.parametrize("today", [MONDAY, TUESDAY])
def test_what_was_worked_before_today_was_worked(shift: str, more: Any, law: str, today: date) -> None:
    """c is off on Monday: called in for an office day, on duty without a call, or unlent elsewhere."""
    one = duty(BUREAU, "c", MONDAY, shift, **{"recall": law == "lending", **more})
    roster = replace(with_duty(one), horizon=replace(CLEAN.horizon, today=today))
    found = {finding.rule for finding in conservation(Record(BUREAU, roster))}
    assert (law in found) == (today == MONDAY)


@pytest.mark.parametrize(("day", "worked"), [(MONDAY, "day-0700-1900"), (FRIDAY, "day")])
def test_on_each_date_the_shift_is_worked_as_it_is_on_it(day: date, worked: str) -> None:
    """From 07:00 until Monday, from 08:00 since: a works the day of both dates."""
    was = replace(BUREAU.shifts["day"], id="day-0700-1900", was="day", until=MONDAY)
    bureau = replace(BUREAU, shifts={**BUREAU.shifts, "day": shift("day", 8, 20), was.id: was})
    for one in (was.id, "day"):
        roster = roster_of(bureau, day, 1, [duty(bureau, "a", day, one)])
        found = list(conservation(Record(bureau, roster)))
        assert [finding.rule for finding in found] == ([] if one == worked else ["offered"])
        assert all(finding.message.startswith("shift 'day' is not") for finding in found)


@pytest.mark.parametrize(("until", "worked"), [(FRIDAY, "peak-evening"), (WEDNESDAY, "peak")])
def test_a_recall_too(until: date, worked: str) -> None:
    """On Wednesday and Sunday a is off: called in from 17:00, or from 16:00 as it is by now."""
    was = replace(BUREAU.shifts["peak-evening"], id="peak", was="peak-evening", until=until)
    now = shift("peak-evening", 16, 19)
    day = WEDNESDAY if until == WEDNESDAY else FRIDAY + timedelta(days=2)
    bureau = replace(BUREAU, shifts={**BUREAU.shifts, now.id: now, was.id: was})
    for one in (was.id, now.id):
        roster = roster_of(bureau, day, 1, [duty(bureau, "a", day, one, recall=True)])
        found = [finding.rule for finding in conservation(Record(bureau, roster))]
        assert found == ([] if one == worked else ["offered"])
