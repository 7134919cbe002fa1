"""What `nightly` and `replan` say: everything when asked, for the night's mail in short."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rosterctl.audit.audit import audit
from rosterctl.cli.pages.next_version import (
    in_short,
    nothing_new_json,
    nothing_new_text,
    renewal_json,
    renewal_text,
)
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Fallback, Note, NoteKind, Shortage
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.operations.next_version import NotAdded, Renewed
from rosterctl.planning.no_roster import NoTimeForAny
from rosterctl.planning.roster.made import Made
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, plain_roster, small_bureau

BUREAU = small_bureau()
ROSTER = plain_roster(BUREAU, MONDAY, 4)
VERSION = Version(3, Path("000003"), Deed("replan", "me", datetime(2026, 12, 1, tzinfo=UTC)), "")
WEEK = Horizon(MONDAY + timedelta(days=4), 7)
CHANGE = Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, "away: sickness")
LEGAL, PLAN = (Shortage(tier, "P", "U1", MONDAY, 420, 540, 1) for tier in (Tier.LEGAL, Tier.PLAN))


def renewed(*gaps: Shortage, **more: object) -> Renewed:
    """One change of weight 6, the least possible, published as version 3."""
    made = Made(replace(ROSTER, shortages=gaps), audit(BUREAU, ROSTER))
    whole = Renewed(BUREAU, made, (CHANGE,), 6, 6, (), VERSION)
    return replace(whole, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (
            renewed(LEGAL),
            "version 3 is current: 1 change, those that were chosen weigh 6 (the least possible, proven); "
            "1 gap at legal minima",
        ),
        (
            renewed(bound=4),
            "version 3 is current: 1 change, those that were chosen weigh 6 (at least 4); "
            "0 gaps at legal minima",
        ),
        (
            renewed(version=None, changes=()),
            "nothing was published: nothing has changed in 2026-12-07 to 2026-12-10",
        ),
    ],
)
def test_what_it_all_comes_to(outcome: Renewed, sentence: str) -> None:
    assert sentence in renewal_text(outcome).splitlines()
    unmended = replace(outcome, unmended=("U1",))
    assert in_short(unmended).splitlines()[0] == sentence


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        (NotAdded(WEEK, NoTimeForAny(60)), "60 s ran out before the first roster; raise --time-limit"),
        (
            NotAdded(WEEK, None, ("U1", "U2")),
            "time ran out, and U1, U2 would have only the plain rotation; raise --time-limit",
        ),
    ],
)
def test_dates_that_were_not_added_are_told_every_night(missing: NotAdded, why: str) -> None:
    sentence = (
        f"2026-12-11 to 2026-12-17 could not be added: {why}. "
        "4 dates from today on are published; the next night tries again"
    )
    outcome = renewed(not_added=missing)
    assert outcome.degraded
    assert in_short(outcome).splitlines()[1:] == [sentence]
    assert sentence in renewal_text(outcome).splitlines()
    told = json.loads(renewal_json(outcome))["not_added"]
    assert told == {"from": "2026-12-11", "to": "2026-12-17", "why": why}
    assert json.loads(renewal_json(renewed()))["not_added"] is None


def test_everything_is_every_change_every_unit_that_is_not_mended_and_every_gap() -> None:
    lines = renewal_text(renewed(LEGAL, PLAN, unmended=("U1",))).splitlines()
    assert lines[0].split() == ["date", "officer", "before", "after", "kind", "reason"]
    assert lines[2].endswith("away: sickness")
    assert lines[3] == ""
    assert lines[5:] == [
        "U1: no lawful repair was found; it keeps what stands",
        "- 2026-12-07 07:00-09:00 P (U1): 1 head below the legal minimum",
        "- 2026-12-07 07:00-09:00 P (U1): 1 head below the plan",
    ]


def test_of_the_plan_only_new_gaps_are_named_one_by_one() -> None:
    known = renewed(PLAN, before=replace(ROSTER, shortages=(PLAN,)))
    assert renewal_text(known).splitlines()[5:] == [
        "- 1 gap in the posts' plan known before; `rosterctl show` lists all"
    ]


@pytest.mark.parametrize(("minutes", "over"), [(-1, False), (0, True)])
def test_a_gap_that_is_over_is_no_longer_told_and_degrades_nothing(minutes: int, over: bool) -> None:
    """It ends at 09:00: a minute before that it can still be mended."""
    now = BUREAU.clock.number(MONDAY, WallMinute(540)) + minutes
    outcome = renewed(LEGAL, PLAN, earliest=now)
    assert outcome.degraded is not over
    assert (outcome.facts.get("short_legal", 0), outcome.facts["new_gaps"]) == ((0, 0) if over else (1, 2))
    assert len(renewal_text(outcome).splitlines()[5:]) == (0 if over else 2)
    assert [one["over"] for one in json.loads(renewal_json(outcome))["shortages"]] == [over, over]


def test_the_nights_mail_lists_what_is_below_the_law_and_counts_what_the_plan_lacks() -> None:
    assert in_short(renewed(LEGAL, PLAN, PLAN, unmended=("U1",))).splitlines()[1:] == [
        "U1: no lawful repair was found",
        "- 2026-12-07 07:00-09:00 P (U1): 1 head below the legal minimum",
        "2 gaps in the posts' plan; `rosterctl show` lists them",
    ]


def test_what_was_published_already_is_not_mailed_again() -> None:
    """The gap at the law was told the night before, that of the plan is new; --verbose tells both."""
    told = renewed(LEGAL, PLAN, before=replace(ROSTER, shortages=(LEGAL,)))
    assert in_short(told).splitlines()[1:] == ["1 gap in the posts' plan; `rosterctl show` lists them"]
    again = renewed(LEGAL, PLAN, before=replace(ROSTER, shortages=(LEGAL, PLAN)))
    assert in_short(again) == ""
    assert "- 2026-12-07 07:00-09:00 P (U1): 1 head below the legal minimum" in renewal_text(again)
    rows = json.loads(renewal_json(told))["shortages"]
    assert [(one["tier"], one["date"], one["new"]) for one in rows] == [
        ("legal minima short", "2026-12-07", False),
        ("post plan short", "2026-12-07", True),
    ]


def test_a_worse_gap_is_mailed_and_a_unit_left_to_its_rotation_once() -> None:
    worse = renewed(replace(LEGAL, heads=2), before=replace(ROSTER, shortages=(LEGAL,)))
    assert in_short(worse).splitlines()[1:] == [
        "- 2026-12-07 07:00-09:00 P (U1): 2 heads below the legal minimum"
    ]
    alone = replace(ROSTER, fallbacks=(Fallback("U1", "it was killed"),))
    first = renewed(made=Made(alone, audit(BUREAU, ROSTER)))
    assert in_short(first).splitlines()[1:] == ["U1: only the plain rotation, because it was killed"]
    assert in_short(replace(first, before=alone)) == ""


UNDEALT = Note(NoteKind.UNDEALT, "1 of team A could not be given day", "rest")
LEFT_OUT = Note(NoteKind.LEFT_OUT, "swap of a with d", "it breaks rest")
NOT_BACK = Note(NoteKind.NOT_BACK, "a's day of 2026-12-08", "nothing is short")
SPARE = Note(NoteKind.SPARE, "b on 2026-12-11", "nothing is short without them")
OTHER_LEFT_OUT = replace(LEFT_OUT, what="swap of b with c")


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ((UNDEALT, LEFT_OUT, UNDEALT), ["swap of a with d: left out, because it breaks rest"]),
        ((LEFT_OUT, OTHER_LEFT_OUT), [str(LEFT_OUT), "swap of b with c: left out, because it breaks rest"]),
        ((NOT_BACK, SPARE), [str(NOT_BACK), str(SPARE)]),
        ((UNDEALT,), []),  # a count that could not be dealt is no exchange
    ],
)
def test_the_nights_mail_names_what_is_left_out_or_not_back_and_who_could_stay_at_home(
    notes: tuple[Note, ...], told: list[str]
) -> None:
    outcome = renewed()
    noted = replace(outcome, made=replace(outcome.made, roster=replace(ROSTER, notes=notes)))
    assert in_short(noted).splitlines()[1:] == told
    every = renewal_text(noted).splitlines()
    assert every[-len(notes) :] == list(map(str, notes)) == json.loads(renewal_json(noted))["notes"]


def test_for_programs() -> None:
    outcome = renewed()
    with_tiers = replace(outcome.made.roster, tiers=(TierResult(Tier.LEGAL, 5, 5, 1.0),))
    told = json.loads(renewal_json(replace(outcome, made=replace(outcome.made, roster=with_tiers))))
    assert (told["version"], told["from"], told["days"], told["duties"]) == (3, "2026-12-07", 4, 8)
    assert (told["weight"], told["bound"], told["unmended"], told["notes"]) == (6, 6, [], [])
    assert told["tiers"] == [{"tier": "legal minima short", "value": 5}]
    assert [one["reason"] for one in told["changes"]] == ["away: sickness"]


def test_a_night_with_nothing_to_do() -> None:
    assert nothing_new_text(VERSION) == "nothing to do: version 3 is this night's roster already"
    assert json.loads(nothing_new_json(VERSION)) == {"version": 3, "nothing_new": True}
