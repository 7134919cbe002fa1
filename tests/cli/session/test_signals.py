"""Signals that arrive in this process while a roster is made, or while any command runs."""

from __future__ import annotations

import os
import signal
from threading import Thread

import pytest

from rosterctl.cli.session.signals import SIGNALS, Terminated, signals_stop, sigterm_raises
from rosterctl.operations.refusals import Stopped
from rosterctl.planning.budget import Budget


def arrive(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "terminated"), [(signal.SIGINT, False), (signal.SIGTERM, True)])
def test_the_first_signal_only_tells_the_run_to_stop(number: signal.Signals, terminated: bool) -> None:
    """What then stops learns which signal it was: that decides the exit code."""
    budget = Budget(60)
    before = [signal.getsignal(each) for each in SIGNALS]
    with pytest.raises(Stopped) as stop, signals_stop(budget):
        arrive(number)
        assert budget.told_to_stop
        raise Stopped
    assert stop.value.terminated is terminated
    assert [signal.getsignal(each) for each in SIGNALS] == before


def test_the_second_signal_acts_as_it_did_before() -> None:
    budget = Budget(60)
    with pytest.raises(KeyboardInterrupt), signals_stop(budget):
        arrive(signal.SIGTERM)
        arrive(signal.SIGINT)


def test_sigusr1_tells_the_run_to_finish_as_often_as_it_arrives() -> None:
    budget, before = Budget(60), signal.getsignal(signal.SIGUSR1)
    with signals_stop(budget):
        for _ in range(2):
            arrive(signal.SIGUSR1)
    assert (budget.told_to_finish, budget.told_to_stop) == (True, False)
    assert signal.getsignal(signal.SIGUSR1) == before


def test_a_run_that_nobody_stops_is_left_alone() -> None:
    budget = Budget(60)
    with signals_stop(budget):
        pass
    assert not budget.told_to_stop


def test_outside_the_main_thread_no_signals_arrive_and_nothing_is_done() -> None:
    before, seen = signal.getsignal(signal.SIGTERM), []

    def elsewhere() -> None:
        with signals_stop(Budget(60)), sigterm_raises():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [before]


def test_sigterm_is_raised_like_ctrl_c_so_that_locks_are_left_in_order() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Terminated), sigterm_raises():
        arrive(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) == before
