"""Being here makes `from tests.support.bureaus import …` work from every test, however pytest is started."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from rosterctl.wording import speak

# A busy machine is no fault: how long things take is shown by benchmarks.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever a test speaks, the next one begins in English: a command is a process of its own elsewhere."""
    yield
    speak({})
    os.environ.pop("LANGUAGE", None)
