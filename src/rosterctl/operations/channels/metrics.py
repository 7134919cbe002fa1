"""How a run ended, as a text file for Prometheus: node_exporter's textfile collector takes it from there.

The file is replaced as a whole. There is nobody's name in it, so everybody may read it. A night without news
tells no counts; those of the run that published the current version stand for it, as far as that told them.

Source: prometheus.io, "Exposition formats" and "Metric and label naming": base units, told by the name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from rosterctl.domain.tier import SHORTAGES
from rosterctl.operations.channels import wording
from rosterctl.operations.channels.notice import NoticeFacts
from rosterctl.storage.disk.atomic import write_file
from rosterctl.storage.state.run_history import GOOD, RunHistory
from rosterctl.wording import say

MODE = 0o644
_SHORT = "short_heads"


@dataclass(frozen=True)
class MetricsFile:
    """Where to write, what is known of earlier runs, and the clock."""

    path: Path
    history: RunHistory
    clock: Callable[[], datetime]

    def write(self, facts: NoticeFacts) -> str:
        """Empty when the file was written, else what went wrong."""
        try:
            write_file(self.path, generate_latest(self._registry(facts)), MODE)
        except OSError as error:
            return say(wording.NO_METRICS, file=self.path, why=os.strerror(error.errno or 0).lower())
        return ""

    def _registry(self, facts: NoticeFacts) -> CollectorRegistry:
        registry, labels = CollectorRegistry(), {"bureau": facts.bureau, "what": facts.what}
        for name, value in self._values(facts):
            Gauge(f"rosterctl_{name}", wording.METRICS[name], labels, registry=registry).labels(**labels).set(
                value
            )
        counts = self._published()[1]
        if "officers" in counts:  # whoever counts them counts what is short, too
            short = Gauge(
                f"rosterctl_{_SHORT}", wording.METRICS[_SHORT], [*labels, "tier"], registry=registry
            )
            for tier in SHORTAGES:
                name = tier.name.lower()
                short.labels(**labels, tier=name).set(counts.get(f"short_{name}", 0))
        return registry

    def _values(self, facts: NoticeFacts) -> Iterator[tuple[str, float]]:
        """By name, without what is not known."""
        version, counts = self._published()
        last = self.history.last_success(facts.what)
        nothing = 0 if facts.exit_code in GOOD else None
        known = {
            "run_exit_code": facts.exit_code,
            "run_end_timestamp_seconds": self.clock().timestamp(),
            "run_duration_seconds": facts.seconds,
            "last_success_timestamp_seconds": None if last is None else last.timestamp(),
            "published_version": version,
            "officers": counts.get("officers"),
            "duties": counts.get("duties"),
            "changed_duties": nothing if facts.changes is None else facts.changes,
            "new_gaps": nothing if facts.new_gaps is None else facts.new_gaps,
        }
        for name, value in known.items():
            if value is not None:
                yield name, float(value)

    def _published(self) -> tuple[int | None, Mapping[str, int]]:
        """The version that a run published last, and what that run counted."""
        told = [(run.version, run.facts) for run in self.history.rows() if run.version is not None]
        return told[-1] if told else (None, {})
