"""A rulebook names the rules in force; what each rule means stands in its own file under `rules/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rosterctl.problems import NOWHERE, Place


class Severity(StrEnum):
    """A hard rule is never traded; a soft one costs in its tier; off is not looked at."""

    HARD = "hard"
    SOFT = "soft"
    OFF = "off"


class Basis(StrEnum):
    """Where a rule's limits come from: from law or regulation, from an assumption, from the bureau itself."""

    LAW = "law"
    ASSUMED = "assumed"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """The options of one rule as written: text, lists and mappings of text, checked by the rule itself.

    `severity` is None where nobody wrote one: then it is the rule's own. `source` names the article of the
    law, or says what was assumed and why. `places` gives the place of each option by name.
    """

    rule: str
    severity: Severity | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    place: Place = field(default=NOWHERE, compare=False)
    basis: Basis = Basis.OWN
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Settings by rule id (the file name under `rules/`, with hyphens)."""

    id: str
    name: str
    source: str
    settings: Mapping[str, RuleSetting]
    place: Place = field(default=NOWHERE, compare=False)
