"""What `publish` and `rollback` say: published, would be published, nothing to do."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.pages.publish import publication_json, publication_text
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Note, NoteKind, Shortage
from rosterctl.operations.next_version import Renewed
from rosterctl.operations.publish import Publicised
from rosterctl.operations.versions.joined_roster import JoinedRoster
from rosterctl.planning.roster.made import Made
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from tests.support.bureaus import MONDAY, duty, plain_roster, small_bureau

BUREAU = small_bureau()
TUESDAY = MONDAY + ONE_DAY
ROSTER = plain_roster(BUREAU, MONDAY, 4)
VERSION = Version(
    3, Path("state/versions/000003"), Deed("publish", "me", datetime(2026, 12, 1, tzinfo=UTC)), ""
)
DONE = Publicised(BUREAU, ROSTER, VERSION, published=True)


@pytest.mark.parametrize(
    ("outcome", "dry_run", "sentence"),
    [
        (DONE, False, "version 3 is current: 8 duties, 2026-12-07 to 2026-12-10"),
        (
            replace(DONE, published=False),
            True,
            "would be published: 8 duties, 2026-12-07 to 2026-12-10; audited, no findings",
        ),
        (
            replace(DONE, published=False, nothing_new=True),
            False,
            "nothing to do: version 3 is this roster already",
        ),
    ],
)
def test_the_outcome_in_a_sentence(outcome: Publicised, dry_run: bool, sentence: str) -> None:
    assert publication_text(outcome, dry_run) == sentence


def test_changes_within_the_frozen_window_and_gaps_below_the_law_follow() -> None:
    change = Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, "why")
    short = replace(ROSTER, shortages=(Shortage(1, "P", "U1", MONDAY, 420, 540, 1),))
    lines = publication_text(replace(DONE, roster=short, changes=(change,)), False).splitlines()
    assert lines[1].split() == ["date", "officer", "before", "after", "kind", "reason"]
    assert lines[-1] == "- 2026-12-07 07:00-09:00 P (U1): 1 head below the legal minimum"


CHANGE = Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, "no rest")
RENEWED = Renewed(BUREAU, Made(ROSTER, AuditReport((), (), (), ())), (CHANGE, CHANGE), 0, 0, ("U1",))
JOINED = JoinedRoster(RENEWED, {}, Horizon(TUESDAY, 3), (CHANGE,), (MONDAY,), nothing_new=False)


def test_what_was_laid_beside_the_current_one_and_what_did_not_fit() -> None:
    """The change that nobody ordered is shown once, also where it is frozen; the file has all."""
    lines = publication_text(replace(DONE, joined=JOINED, changes=(CHANGE,)), False).splitlines()
    assert lines[1:4] == [
        "of these, 2026-12-08 to 2026-12-10 are the roster's; on the others what was published stays",
        "nobody had planned 2026-12-07 to 2026-12-07: made as by night",
        "U1: no lawful repair was found; it keeps what stands",
    ]
    assert sum("no rest" in line for line in lines) == 1
    assert lines[-1] == (
        "2 duties are not as they were published or handed in; changes.csv of the version lists them"
    )


AGAIN = " are as in version 1, as far as the bureau allows; what had begun stays"
BACK = replace(JOINED, filled=(), not_back=(CHANGE,), version=1, renewed=replace(RENEWED, unmended=()))


@pytest.mark.parametrize(
    ("back", "last", "lines"),
    [
        (
            BACK,
            10,
            [f"2026-12-08 to 2026-12-10{AGAIN}"],
        ),
        (
            replace(BACK, new=Horizon(TUESDAY, 1)),
            10,
            [
                f"2026-12-08 to 2026-12-08{AGAIN}",
                "after that, what was published stays, to 2026-12-10; --drop-later takes it away",
            ],
        ),
        (
            replace(BACK, new=Horizon(TUESDAY, 0), dropped=2),
            7,
            [
                "no date of version 1 is to come that has not begun",
                "2 duties from 2026-12-08 on are taken away",
            ],
        ),
    ],
)
def test_which_dates_an_old_version_has_again(back: JoinedRoster, last: int, lines: list[str]) -> None:
    """Then what changes of published duties, as in the file, and what the old version had and is no more."""
    roster = replace(ROSTER, horizon=Horizon(MONDAY, last - 6))
    outcome = replace(DONE, joined=back, changes=(CHANGE,), roster=roster)
    found = publication_text(outcome, False).splitlines()
    assert found[1 : 1 + len(lines)] == lines
    rest = found[1 + len(lines) :]
    assert rest[-5:-3] == [
        "1 change of published duties, as in changes.csv",
        "of version 1 this does not come back:",
    ]
    assert "no rest" in rest[2]
    assert "no rest" in rest[-1]


def test_going_back_to_what_is_there_already() -> None:
    same = replace(BACK, nothing_new=True)
    lines = publication_text(replace(DONE, published=False, nothing_new=True, joined=same), False)
    assert lines.splitlines()[:2] == [
        "nothing to do: version 3 is already as version 1, as far as the bureau allows",
        "of version 1 this does not come back:",
    ]


def test_what_was_joined_for_programs() -> None:
    fields = json.loads(publication_json(replace(DONE, joined=replace(JOINED, dropped=7)), False))["joined"]
    assert (fields["dropped"], fields["not_back"]) == (7, [])
    assert (fields["from"], fields["days"], fields["filled"]) == ("2026-12-08", 3, ["2026-12-07"])
    assert [one["reason"] for one in fields["changes"]] == ["no rest", "no rest"]


def test_for_programs() -> None:
    assert json.loads(publication_json(DONE, False)) == {
        "published": True,
        "dry_run": False,
        "nothing_to_do": False,
        "version": 3,
        "folder": "state/versions/000003",
        "from": "2026-12-07",
        "days": 4,
        "duties": 8,
        "changes": [],
    }
    first = json.loads(publication_json(replace(DONE, version=None, published=False), True))
    assert (first["published"], first["dry_run"], first["version"], first["folder"]) == (
        *(False, True, None, None),
    )


@pytest.mark.parametrize(("minutes", "over"), [(-1, False), (0, True)])
def test_a_gap_that_is_over_is_no_longer_told_and_degrades_nothing(minutes: int, over: bool) -> None:
    """It ends at 09:00: a minute before that it can still be mended."""
    short = replace(ROSTER, shortages=(Shortage(1, "P", "U1", MONDAY, 420, 540, 1),))
    now = BUREAU.clock.number(MONDAY, WallMinute(540)) + minutes
    outcome = replace(DONE, roster=short, earliest=now)
    assert outcome.degraded is not over
    assert len(publication_text(outcome, False).splitlines()) == (1 if over else 2)
    kept = replace(short, notes=(Note(NoteKind.KEPT, "a", "rest"),))
    assert replace(outcome, roster=kept).degraded, "what is kept against a rule is told whenever it was"
    assert not replace(outcome, published=False).degraded
