"""A second room of rules beside the shipped one, for tests that drop a rule in."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import rosterctl.rules
from rosterctl.rulekit.registry import rule_modules


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder whose files are rules as long as the test lasts."""
    rosterctl.rules.__path__.append(str(tmp_path))
    known = set(sys.modules)
    importlib.invalidate_caches()
    rule_modules.cache_clear()
    yield tmp_path
    rosterctl.rules.__path__.remove(str(tmp_path))
    for name in set(sys.modules) - known:
        if name.startswith("rosterctl.rules."):
            del sys.modules[name]
    rule_modules.cache_clear()
