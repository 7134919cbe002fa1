"""Making a roster: the best there is, what is kept of a run that is told to stop, and where it is written."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Origin
from rosterctl.operations.make import keep_draft, make_roster, write_made
from rosterctl.operations.refusals import Stopped
from rosterctl.planning.budget import Budget
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.request import Progress, Request
from rosterctl.planning.roster.made import Made
from rosterctl.planning.workers.executor import Inline
from rosterctl.storage.roster.folder import read_roster
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, officer, small_bureau, unit
from tests.support.places import PAIR, post, post_type, window

INPUTS = {"bureau.yaml": b"bureau: small\n"}
SHORT = small_bureau(
    units=[unit(recalls=("day",))],
    post_types=[post_type("pair", window(7, 19, minimum=PAIR))],
    posts=[post("P", "pair")],
    rules={"posts": {}, "crews": {}, "rest": {}, "one-place": {}},
)
"""A pair is asked for by law all Monday; A is on duty, and D may be called in."""


def alone() -> Bureau:
    """An auxiliary is on duty since before Monday and no sworn officer is there: no roster is lawful."""
    people = [officer("x", "C", "auxiliary")]
    units = [unit(shifts={"N": ("overlap-morning",)})]
    night = duty(small_bureau(people, units=units), "x", MONDAY - timedelta(days=1), "overlap-morning")
    return small_bureau(people, units=units, history=[night], rules={"auxiliaries": {}, "rest": {}})


def made(bureau: Bureau, stop_at: str = "", time: int = 1) -> Made:
    """Of Monday; the run is told to stop when a stage of this name has ended so many times."""
    budget = Budget(3600.0)
    ended: list[str] = []

    def hear(step: Progress) -> None:
        if step.done == step.of:
            ended.append(step.stage)
        budget.told_to_stop = ended.count(stop_at) >= time

    with Inline() as executor:
        return make_roster(bureau, Request(Horizon(MONDAY, 1), budget, 7), executor, hear)


def recalled(one: Made) -> list[str]:
    return [duty.officer for duty in one.roster.duties if duty.origin is Origin.RECALL]


def test_the_last_roster_is_the_one_that_is_handed_out() -> None:
    """The first has the plain rotation alone, and the pair would be short of one."""
    assert recalled(made(SHORT)) == ["d"]


def test_a_run_that_is_stopped_after_the_first_roster_leaves_it_as_a_draft() -> None:
    with pytest.raises(Stopped) as stop:
        made(SHORT, stop_at="audit")
    draft = stop.value.draft
    assert draft is not None
    assert draft.verdict.clean
    assert recalled(draft) == []


def test_a_run_that_is_stopped_while_the_last_is_audited_leaves_that_one_as_a_draft() -> None:
    """It is ready; but whoever stopped the run does not expect it in the place of what is there."""
    with pytest.raises(Stopped) as stop:
        made(SHORT, stop_at="audit", time=2)
    assert stop.value.draft is not None
    assert recalled(stop.value.draft) == ["d"]


def test_a_run_that_is_stopped_before_it_leaves_none() -> None:
    with pytest.raises(Stopped) as stop:
        made(SHORT, stop_at="rotation")
    assert stop.value.draft is None


def test_a_draft_that_the_audit_finds_unlawful_is_not_kept() -> None:
    with pytest.raises(Stopped) as stop:
        made(alone(), stop_at="audit")
    assert stop.value.draft is None


def test_what_ends_a_run_by_itself_is_told_as_it_is() -> None:
    with pytest.raises(Contradiction):
        made(alone())


def test_the_roster_is_written_with_its_reports_and_the_files_it_was_made_from(tmp_path: Path) -> None:
    out = tmp_path / "out"
    best = made(SHORT)
    write_made(out, INPUTS, SHORT, best)
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()) == [
        "audit.json",
        "bureau/bureau.yaml",
        "report.md",
        "roster.json",
        "run.json",
    ]
    assert read_roster(out).duties == best.roster.duties
    assert "## Before the search" in (out / "report.md").read_text("utf-8")
    assert "draft" not in (out / "report.md").read_text("utf-8")
    assert "draft" not in json.loads((out / "run.json").read_text("utf-8"))


def test_a_draft_lies_beside_the_roster_that_is_there_and_says_what_cut_it_short(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_made(out, INPUTS, SHORT, made(SHORT))
    before = (out / "roster.json").read_bytes()
    with pytest.raises(Stopped) as stop:
        made(SHORT, stop_at="audit")
    assert stop.value.draft is not None
    folder = keep_draft(out, INPUTS, SHORT, stop.value.draft, "interrupted")
    assert folder == tmp_path / "out-draft"
    assert (out / "roster.json").read_bytes() == before
    assert read_roster(folder).duties == stop.value.draft.roster.duties
    assert json.loads((folder / "run.json").read_text("utf-8"))["draft"] == "interrupted"
    assert "This is a draft: the search was interrupted." in (folder / "report.md").read_text("utf-8")


def test_a_place_without_a_name_has_its_draft_in_a_folder_that_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--out .` would else name a folder `-draft`, which looks like an option."""
    monkeypatch.chdir(tmp_path)
    assert keep_draft(Path(), INPUTS, SHORT, made(SHORT), "terminated") == Path("roster-draft")
