"""A second room of rules beside the shipped one, for tests that drop a rule in."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rosterctl.rules
from rosterctl.rulekit.registry import rule_modules


@contextmanager
def second_room(folder: Path) -> Iterator[Path]:
    """The files in the folder are rules too for as long as this lasts."""
    rosterctl.rules.__path__.append(str(folder))
    known = set(sys.modules)
    importlib.invalidate_caches()
    rule_modules.cache_clear()
    try:
        yield folder
    finally:
        rosterctl.rules.__path__.remove(str(folder))
        for name in set(sys.modules) - known:
            if name.startswith("rosterctl.rules."):
                del sys.modules[name]
        rule_modules.cache_clear()
