"""Why a job came to nothing: one sentence each, and at most so many findings as one can read."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from rosterctl.audit.audit import AuditReport
from rosterctl.cli.pages.changes import CHANGES_SHOWN
from rosterctl.cli.pages.refused import (
    contradiction,
    frozen_json,
    frozen_sentence,
    frozen_table,
    no_roster,
    no_time,
    rejected_json,
    rejected_text,
)
from rosterctl.domain.change import Change
from rosterctl.operations.refusals import Frozen, Rejected
from rosterctl.planning.no_roster import Contradiction, NoTimeForAny
from rosterctl.rulekit.findings import Finding
from tests.support.bureaus import MONDAY, duty, small_bureau

BUREAU = small_bureau()


def frozen(number: int, hours: float = 72) -> Frozen:
    """A works no day on so many dates; the table is not asked whether the rotation gives one."""
    days = [MONDAY + timedelta(days=n) for n in range(number)]
    return Frozen(
        BUREAU, tuple(Change("a", day, duty(BUREAU, "a", day, "day"), None, "") for day in days), hours
    )


@pytest.mark.parametrize(
    ("units", "where"),
    [((), "each other: not even"), (("U1",), "in U1: not"), (("U1", "U2"), "in U1, U2: not")],
)
def test_a_contradiction_names_the_units_if_they_are_known(units: tuple[str, ...], where: str) -> None:
    assert where in contradiction(units)


def test_whoever_had_no_time_is_told_how_to_get_more() -> None:
    assert no_time(2.5) == "2.5 s ran out before the first roster; raise --time-limit"


def test_no_roster_says_why() -> None:
    assert no_roster(Contradiction(["U1"])) == contradiction(("U1",))
    assert no_roster(NoTimeForAny(2.5)) == no_time(2.5)


@pytest.mark.parametrize(
    ("number", "lines", "last"),
    [
        (1, 1, "the audit found 1 breach; nothing was published"),
        (CHANGES_SHOWN, CHANGES_SHOWN, f"the audit found {CHANGES_SHOWN} breaches; nothing was published"),
        (CHANGES_SHOWN + 1, CHANGES_SHOWN, "the audit found 21 breaches; nothing was published"),
    ],
)
def test_the_first_findings_are_shown_and_all_are_counted(number: int, lines: int, last: str) -> None:
    found = rejected(*(Finding("rest", f"too short {n}") for n in range(number)))
    text = rejected_text(found).splitlines()
    assert text == [*(f"rest: too short {n}" for n in range(lines)), last]
    assert len(json.loads(rejected_json(found))["findings"]) == number  # a program is told all


def rejected(*findings: Finding) -> Rejected:
    return Rejected(BUREAU, AuditReport(findings, (), (), ()))


def test_a_finding_names_unit_officer_date_and_rule() -> None:
    found = rejected(Finding("rest", "too short", unit="U1", officer="a", day=MONDAY))
    assert rejected_text(found).splitlines()[0] == "U1 a 2026-12-07: rest: too short"
    (row,) = json.loads(rejected_json(found))["findings"]
    assert (row["unit"], row["officer"], row["date"]) == ("U1", "a", "2026-12-07")


def test_what_a_program_is_told_can_be_read_by_people_too() -> None:
    assert (
        rejected_json(rejected(Finding("rest", "张三 too short")))
        == """{
  "published": false,
  "findings": [
    {
      "rule": "rest",
      "message": "张三 too short",
      "unit": "",
      "officer": "",
      "post": "",
      "date": ""
    }
  ]
}"""
    )


def test_a_finding_cannot_write_to_the_terminal() -> None:
    assert rejected_text(rejected(Finding("rest", "a\x1b[2J"))).splitlines()[0] == "rest: a [2J"


@pytest.mark.parametrize(
    ("number", "hours", "sentence"),
    [(1, 72, "1 duty would change that began already or begin within 72 hours"), (2, 1.5, "2 duties would")],
)
def test_frozen_duties_are_counted(number: int, hours: float, sentence: str) -> None:
    told = frozen_sentence(frozen(number, hours))
    assert told.startswith(sentence)
    assert f"within {hours} hours; nothing was published. Say why with --because" in told


def test_frozen_duties_are_shown_to_a_reader_and_told_to_a_program() -> None:
    two = frozen(2)
    dates = ["2026-12-07", "2026-12-08"]
    assert [line.split()[0] for line in frozen_table(two).splitlines()[2:]] == dates
    told = json.loads(frozen_json(two))
    assert frozen_json(two) == json.dumps(told, indent=2)
    assert (told["published"], [one["date"] for one in told["changes"]]) == (False, dates)


def test_a_reason_in_chinese_is_told_as_it_was_written() -> None:
    one = Change("a", MONDAY, duty(BUREAU, "a", MONDAY, "day"), None, "病假")
    assert '"reason": "病假"' in frozen_json(Frozen(BUREAU, (one,), 72))
