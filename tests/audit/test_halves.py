"""Two halves of a job, one in a forked process."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def files_open() -> list[str]:
    return sorted(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_the_first_half_is_this_process_and_it_goes_on() -> None:
    """Stands first, and in a fork: were parent and child mixed up, this very process would end as if all
    were well, and the tests with it.
    """
    watched = os.fork()
    if not watched:
        try:
            here, _ = both(lambda: [os.getpid()], lambda: [0])
            os._exit(42 if here == [os.getpid()] else 1)
        finally:
            os._exit(1)
    _, status = os.waitpid(watched, 0)
    assert os.waitstatus_to_exitcode(status) == 42


def test_both_halves_come_back_each_from_a_process_of_its_own() -> None:
    here, there = both(lambda: [os.getpid()], lambda: [os.getpid()])
    assert here == [os.getpid()] != there


def test_the_other_half_has_a_process_where_few_files_may_be_open() -> None:
    with at_most_open(1024):  # What most systems allow, cron and a login shell alike.
        _, there = both(lambda: [0], lambda: [os.getpid()])
    assert there != [os.getpid()]


def test_the_child_has_nothing_open_but_the_pipe() -> None:
    # All lower numbers are taken, so that the pipe has the two below the last: that one stands next to it.
    ours = [os.open(os.devnull, os.O_RDONLY) for _ in range(20)]
    for number in (ours.pop(-2), ours.pop(-2)):
        os.close(number)
    _, there = both(lambda: [], lambda: [files_open()])
    for number in ours:
        os.close(number)
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


def test_the_child_is_gone_when_both_are_there() -> None:
    _, [child] = both(lambda: [], lambda: [os.getpid()])
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_the_child_never_comes_back(tmp_path: Path) -> None:
    """If it did, it would go on as a second parent, with the parent's work."""
    parent, back = os.getpid(), tmp_path / "back"
    try:
        both(lambda: [], lambda: [])
    finally:
        if os.getpid() != parent:
            back.touch()
            os._exit(1)
    assert not back.exists()


def test_a_parent_that_is_interrupted_takes_the_child_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child would wait forever; nothing of it is left, not even its exit status."""
    born: list[int] = []
    fork = os.fork

    def noted() -> int:
        born.append(fork())
        return born[-1]

    def interrupted() -> list[int]:
        raise KeyboardInterrupt

    def forever() -> list[int]:
        signal.pause()
        return []

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyboardInterrupt):
        both(interrupted, forever)
    [child] = born
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize("forks", [True, False])
def test_no_file_stays_open(forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no child can be had, both halves are done here."""

    def none_left() -> int:
        raise BlockingIOError

    if not forks:
        monkeypatch.setattr(os, "fork", none_left)
    before = files_open()
    here, there = both(lambda: [os.getpid()], lambda: [os.getpid()])
    assert files_open() == before
    assert (here == there) is not forks


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_ends_a_process_is_the_parents_to_hear(number: signal.Signals) -> None:
    """Sent to the whole group, it reaches the child too, which goes on all the same."""
    parent = os.getpid()

    def is_told_to_end() -> list[int]:
        if os.getpid() != parent:
            os.kill(os.getpid(), number)
        return [os.getpid()]

    assert both(lambda: [], is_told_to_end)[1] != [parent]
