"""Jobs on a dask cluster of one worker on this machine."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rosterctl.planning.params import PARAMS
from rosterctl.planning.workers.batch import Batch
from rosterctl.planning.workers.cluster import LOCAL, Cluster, NoCluster, open_cluster
from rosterctl.solver.outcome import Settings
from tests.support.worker_tasks import LONG, Bug, job, sums


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with open_cluster(LOCAL, 1) as cluster:
        cluster.prepare(pickle.dumps(40))
        yield cluster


def test_a_worker_answers(cluster: Cluster) -> None:
    assert cluster.width == 1
    assert Batch(cluster, sums(1, 2), Settings, lambda: LONG).results(lambda _: None) == [41, 42]


def test_a_bug_on_a_worker_comes_back_with_the_place_where_it_struck(cluster: Cluster) -> None:
    (lost,) = Batch(cluster, [Bug()], Settings, lambda: LONG).results(lambda _: None)
    assert lost.why == "of a bug in rosterctl (ZeroDivisionError: nothing divides 40)"
    assert "in _struck" in lost.trace


def test_a_job_that_was_cancelled_has_no_answer(cluster: Cluster) -> None:
    cluster.submit(job(sums(1)[0]))
    cluster.cancel()
    assert cluster.completed(0.5) is None


def test_where_nobody_answers_there_is_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = replace(PARAMS, workers=replace(PARAMS.workers, cluster_seconds=1.0))
    monkeypatch.setattr("rosterctl.planning.workers.cluster.PARAMS", hasty)
    with pytest.raises(NoCluster, match=r"no dask scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9", 1)
