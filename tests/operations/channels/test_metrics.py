"""How a run ended, for Prometheus: read back by its own parser."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from rosterctl.operations.channels.metrics import MetricsFile
from rosterctl.operations.channels.notice import NoticeFacts
from rosterctl.storage.state.run_history import RunHistory

TODAY, NOW = date(2026, 12, 1), datetime(2026, 12, 1, 3, tzinfo=UTC)
NIGHT = {"officers": 24, "duties": 300, "changes": 2, "new_gaps": 1, "short_plan": 5}


def history(folder: Path, *runs: tuple[str, int, int | None, dict[str, int]]) -> RunHistory:
    """Each a kind, an exit code, the version that it published, and counts; a minute apart."""
    noted = RunHistory(folder / "runs.sqlite")
    for minute, (what, code, version, counts) in enumerate(runs):
        when = NOW.replace(minute=minute)
        noted.end(noted.begin(what, TODAY, when), when, code, version, counts)
    assert not noted.trouble
    return noted


def written(folder: Path, facts: NoticeFacts, runs: RunHistory) -> dict[str, float]:
    """By name what stands in the file, with the tier behind it where there is one."""
    path = folder / "rosterctl.prom"
    assert MetricsFile(path, runs, lambda: NOW).write(facts) == ""
    values = {}
    for family in text_string_to_metric_families(path.read_text(encoding="utf-8")):
        for sample in family.samples:
            assert (sample.labels["bureau"], sample.labels["what"]) == (facts.bureau, facts.what)
            values[sample.name + sample.labels.get("tier", "")] = sample.value
    return values


def test_a_night_that_changed_something(tmp_path: Path) -> None:
    runs = history(tmp_path, ("publish", 0, 1, {"duties": 290}), ("nightly", 6, 2, NIGHT))
    facts = NoticeFacts("S", 2, "nightly", 6, 2, 24, 300, 2, {2: 5}, 4.5, 1)
    assert written(tmp_path, facts, runs) == {
        "rosterctl_run_exit_code": 6,
        "rosterctl_run_end_timestamp_seconds": NOW.timestamp(),
        "rosterctl_run_duration_seconds": 4.5,
        "rosterctl_last_success_timestamp_seconds": NOW.timestamp() + 60,
        "rosterctl_published_version": 2,
        "rosterctl_officers": 24,
        "rosterctl_duties": 300,
        "rosterctl_changed_duties": 2,
        "rosterctl_new_gaps": 1,
        "rosterctl_short_headslegal": 0,
        "rosterctl_short_headsplan": 5,
        "rosterctl_short_headsstrength": 0,
    }


def test_a_night_without_news_tells_what_the_run_counted_that_published_last(tmp_path: Path) -> None:
    runs = history(tmp_path, ("nightly", 6, 2, NIGHT), ("nightly", 0, None, {}))
    values = written(tmp_path, NoticeFacts("S", 2, "nightly", 0, seconds=1.0), runs)
    assert values["rosterctl_published_version"] == 2
    assert (values["rosterctl_officers"], values["rosterctl_duties"]) == (24, 300)
    assert (values["rosterctl_changed_duties"], values["rosterctl_new_gaps"]) == (0, 0)
    assert values["rosterctl_short_headsplan"] == 5


def test_what_is_short_is_not_told_of_a_version_whose_run_did_not_count_it(tmp_path: Path) -> None:
    runs = history(tmp_path, ("nightly", 6, 2, NIGHT), ("publish", 0, 3, {"duties": 301}))
    values = written(tmp_path, NoticeFacts("S", 3, "nightly", 0, seconds=1.0), runs)
    assert (values["rosterctl_published_version"], values["rosterctl_duties"]) == (3, 301)
    assert not {name for name in values if "short" in name or "officers" in name}


def test_a_night_that_failed_keeps_when_the_last_went_well(tmp_path: Path) -> None:
    runs = history(tmp_path, ("nightly", 0, 1, NIGHT), ("nightly", 8, None, {}))
    values = written(tmp_path, NoticeFacts("S", 2, "nightly", 8, seconds=1.0), runs)
    assert values["rosterctl_run_exit_code"] == 8
    assert "rosterctl_new_gaps" not in values, "nobody knows"
    assert values["rosterctl_last_success_timestamp_seconds"] == NOW.timestamp()


def test_a_run_that_could_not_begin_knows_only_how_it_ended(tmp_path: Path) -> None:
    values = written(tmp_path, NoticeFacts("S", 0, "nightly", 3, seconds=0.1), RunHistory(tmp_path / "none"))
    assert {name for name, value in values.items() if value} == {
        "rosterctl_run_exit_code",
        "rosterctl_run_end_timestamp_seconds",
        "rosterctl_run_duration_seconds",
    }


def test_everybody_may_read_a_new_file_and_an_old_one_keeps_its_permissions(tmp_path: Path) -> None:
    """node_exporter runs as another user."""
    path, facts = tmp_path / "rosterctl.prom", NoticeFacts("S", 0, "nightly", 0)
    written(tmp_path, facts, RunHistory(tmp_path / "none"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    path.chmod(0o640)
    written(tmp_path, facts, RunHistory(tmp_path / "none"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_told_and_nothing_else(tmp_path: Path) -> None:
    told = MetricsFile(tmp_path / "no" / "x.prom", RunHistory(tmp_path / "none"), lambda: NOW).write(
        NoticeFacts("S", 0, "nightly", 0)
    )
    assert told == f"the metrics were not written to {tmp_path}/no/x.prom: no such file or directory"
