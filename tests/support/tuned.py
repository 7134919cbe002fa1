"""Another value for a tuning number, for as long as a test needs it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from rosterctl.planning.counts import blocks
from rosterctl.planning.params import PARAMS


def tuned_blocks(**numbers: int) -> AbstractContextManager[Any]:
    """How the bureau is divided into blocks: `joint_officers=0` solves every unit by itself."""
    return patch.object(blocks, "PARAMS", replace(PARAMS, counts=replace(PARAMS.counts, **numbers)))
