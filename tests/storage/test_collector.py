"""The collector of garbage rests for a while, and is as it was before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from rosterctl.storage.collector import collector_resting, keep_for_good


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_rests_and_goes_on() -> None:
    gc.enable()
    with collector_resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error_too() -> None:
    gc.enable()
    with pytest.raises(KeyError), collector_resting():
        raise KeyError
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    with collector_resting():
        pass
    assert not gc.isenabled()


def test_inside_another_rest_it_goes_on_resting() -> None:
    gc.enable()
    with collector_resting():
        with collector_resting():
            pass
        assert not gc.isenabled()


def test_what_is_kept_for_good_is_not_looked_at_again() -> None:
    frozen = gc.get_freeze_count()
    keep_for_good()
    assert gc.get_freeze_count() > frozen
    gc.unfreeze()
