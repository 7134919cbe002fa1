"""How a run ended, as a text file for Prometheus: node_exporter's textfile collector takes it from there.

The file is replaced as a whole. There is nobody's name in it, so everybody may read it. A night without news
tells no counts; those of the last run that did stand for it, because nothing has changed since.

Source: prometheus.io, "Exposition formats" and "Metric and label naming": base units, told by the name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from rosterctl.domain.tier import Tier
from rosterctl.operations.channels import wording
from rosterctl.operations.channels.notice import NoticeFacts
from rosterctl.storage.disk.atomic import write_file
from rosterctl.storage.state.run_history import RunHistory
from rosterctl.wording import say

MODE = 0o644
_POSTS = (Tier.LEGAL, Tier.PLAN, Tier.STRENGTH)
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
        counts = self._counts(lambda run: "officers" in run)
        if counts:
            short = Gauge(
                f"rosterctl_{_SHORT}", wording.METRICS[_SHORT], [*labels, "tier"], registry=registry
            )
            for tier in _POSTS:
                name = tier.name.lower()
                short.labels(**labels, tier=name).set(counts.get(f"short_{name}", 0))
        return registry

    def _values(self, facts: NoticeFacts) -> Iterator[tuple[str, float]]:
        """By name, without what is not known."""
        counts = self._counts(lambda run: "duties" in run)
        versions = [run.version for run in self.history.rows() if run.version is not None]
        last = self.history.last_success(facts.what)
        known = {
            "run_exit_code": facts.exit_code,
            "run_end_timestamp_seconds": self.clock().timestamp(),
            "run_duration_seconds": facts.seconds,
            "last_success_timestamp_seconds": None if last is None else last.timestamp(),
            "published_version": versions[-1] if versions else None,
            "officers": self._counts(lambda run: "officers" in run).get("officers"),
            "duties": counts.get("duties"),
            "changed_duties": facts.changes or 0,
            "new_gaps": facts.new_gaps or 0,
        }
        for name, value in known.items():
            if value is not None:
                yield name, float(value)

    def _counts(self, holds: Callable[[Mapping[str, int]], bool]) -> Mapping[str, int]:
        """Those that the last run told of which this holds."""
        told = [run.facts for run in self.history.rows() if holds(run.facts)]
        return told[-1] if told else {}
