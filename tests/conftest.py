"""Being here makes `from tests.support.bureaus import …` work from every test, however pytest is started."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from rosterctl.wording import speak


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever a test speaks, the next one begins in English: a command is a process of its own elsewhere."""
    yield
    speak({})
    os.environ.pop("LANGUAGE", None)
