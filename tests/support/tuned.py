"""Another value for a tuning number, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from rosterctl.planning.counts import blocks, model
from rosterctl.planning.params import PARAMS


@contextmanager
def tuned_blocks(**numbers: int) -> Iterator[None]:
    """How the bureau is divided into blocks, and which of them are small: with `joint_officers=0` every unit
    is solved by itself.
    """
    tuned = replace(PARAMS, counts=replace(PARAMS.counts, **numbers))
    with patch.object(blocks, "PARAMS", tuned), patch.object(model, "PARAMS", tuned):
        yield
