"""Jobs on a dask cluster, somewhere else or of one's own for the run (the extra `rosterctl[cluster]`).

The cluster looks after its workers: the jobs of one that is lost go to another. It cannot end a single job
that hangs; such a job is given up when the time of its stage is over. Jobs there tell of nothing on the way.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from importlib.metadata import version
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any

from distributed import Client, Future, KilledWorker, LocalCluster

from rosterctl.planning import wording
from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers import jobs
from rosterctl.planning.workers.executor import Answer, Job
from rosterctl.planning.workers.jobs import Attempt, failed_attempt
from rosterctl.wording import Words, say, speak, spoken

LOCAL = "local"
"""Instead of an address: a cluster of its own on this machine."""


class NoCluster(Exception):
    """The cluster cannot be used, and why; a mistake of whoever named it."""


class Cluster:
    """Implements `executor.Executor`. `address` as dask writes it, `tcp://host:8786`, or `local`.

    `processes` is the number of workers of a local cluster. NoCluster when it does not answer.
    """

    def __init__(self, address: str, processes: int) -> None:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._own = _local(processes) if address == LOCAL else None
        try:
            patience = PARAMS.workers.cluster_seconds
            self._client = Client(self._own or address, timeout=patience, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoCluster(say(wording.NO_SCHEDULER, address=address, error=error)) from None
        self._payload = b""
        self._known: Future[bytes] | None = None
        self._answers: SimpleQueue[tuple[int, Future[Attempt]]] = SimpleQueue()
        self._open: dict[int, Future[Attempt]] = {}
        self._failed: list[Answer] = []
        self._tickets = 0

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.cancel()
        self._client.close()
        if self._own is not None:
            self._own.close()

    @property
    def width(self) -> int:
        threads: dict[str, int] = self._client.ncores()
        return max(sum(threads.values()), 1)

    def prepare(self, payload: bytes) -> None:
        self._payload = payload
        self._known = None

    def submit(self, job: Job) -> int:
        self._tickets += 1
        ticket = self._tickets
        try:
            if self._known is None or self._known.status in ("lost", "cancelled", "error"):
                self._known = self._client.scatter(self._payload, broadcast=True)
            future = self._client.submit(run_there, self._known, job(), spoken(), pure=False)
        except OSError:
            self._failed.append(Answer(ticket, Attempt(None, say(wording.NO_WORKER))))
            return ticket
        self._open[ticket] = future
        future.add_done_callback(lambda done: self._answers.put((ticket, done)))
        return ticket

    def completed(self, seconds: float) -> Answer | None:
        if self._failed:
            return self._failed.pop()
        while True:
            try:
                ticket, future = self._answers.get(timeout=max(seconds, 0.0))
            except Empty:
                return None
            if self._open.pop(ticket, None) is not None:
                return _answer(ticket, future)

    def cancel(self) -> None:
        still, self._open = self._open, {}
        if still:
            self._client.cancel(list(still.values()), force=True)

    def check_versions(self) -> None:
        """NoCluster unless every worker runs this rosterctl."""
        ours = version("rosterctl")
        try:
            theirs: dict[str, str] = self._client.run(_version)
        except (OSError, ImportError, RuntimeError, ValueError) as error:
            raise NoCluster(say(wording.WORKERS_WITHOUT, error=error, ours=ours)) from None
        if not theirs:
            raise NoCluster(say(wording.WORKERS_MISSING))
        other = sorted(
            say(wording.WORKER_HAS, name=name, found=found) for name, found in theirs.items() if found != ours
        )
        if other:
            raise NoCluster(say(wording.WORKERS_DIFFER, ours=ours, other=other[0]))


def open_cluster(address: str, processes: int) -> Cluster:
    """NoCluster when it does not answer, has no workers, or these run another rosterctl."""
    cluster = Cluster(address, processes)
    try:
        cluster.check_versions()
    except NoCluster:
        cluster.close()
        raise
    return cluster


def run_there(payload: bytes, job: bytes, texts: Mapping[Words, Words]) -> Attempt:
    """On a worker: what comes of a pickled task. Remembers the payload for the next job."""
    speak(texts)
    jobs.prepare(payload)
    return jobs.attempt_job(job)


def _version() -> str:
    return version("rosterctl")


def _local(processes: int) -> Any:
    return LocalCluster(
        n_workers=processes,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
    )


def _answer(ticket: int, future: Future[Attempt]) -> Answer:
    if future.status == "finished":
        return Answer(ticket, future.result())
    error = future.exception() if future.status == "error" else None
    if error is None or isinstance(error, KilledWorker):
        return Answer(ticket, Attempt(None, say(wording.WORKER_LOST)))
    return Answer(ticket, failed_attempt(error))
