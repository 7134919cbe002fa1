"""The list of the faults, read from `plantings.toml` beside this file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.planted.planting import Planting


def read_plantings(text: str) -> tuple[Planting, ...]:
    """In the order of the file; TypeError when a key is missing or unknown."""
    rows = tomllib.loads(text)["planting"]
    return tuple(Planting(**{**row, "rules": tuple(row["rules"])}) for row in rows)


PLANTINGS = read_plantings((Path(__file__).parent / "plantings.toml").read_text(encoding="utf-8"))
