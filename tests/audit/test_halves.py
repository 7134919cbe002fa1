"""Two halves of a job, one in a forked process."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from rosterctl.audit.halves import both


@contextmanager
def at_most_open(files: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_both_halves_come_back_each_from_a_process_of_its_own() -> None:
    here, there = both(lambda: [os.getpid()], lambda: [os.getpid()])
    assert here == [os.getpid()] != there


def test_the_other_half_has_a_process_where_few_files_may_be_open() -> None:
    with at_most_open(1024):  # What most systems allow, cron and a login shell alike.
        _, there = both(lambda: [0], lambda: [os.getpid()])
    assert there != [os.getpid()]


def test_the_child_has_nothing_open_but_the_pipe() -> None:
    _, there = both(lambda: [], lambda: [os.listdir("/proc/self/fd")])  # noqa: PTH208
    # The pipe, and the folder while it is being listed.
    assert len(there[0]) == 2


def test_the_half_of_a_child_that_dies_is_done_here() -> None:
    parent = os.getpid()

    def dies_in_a_child() -> list[int]:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return [os.getpid()]

    assert both(lambda: [1], dies_in_a_child) == ([1], [parent])


def test_the_bug_of_a_child_is_the_parents_too() -> None:
    def wrong() -> list[int]:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        both(lambda: [1], wrong)
