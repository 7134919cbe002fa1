"""The rulebook's preset with the bureau's own options laid over it, option by option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.intake.build.work import wording
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.text.yaml_nodes import Mapped, find, key_place, place_of
from rosterctl.problems import NOWHERE


def rulebook_of(contents: BureauContents) -> Rulebook:
    """Whether the rules exist and their options make sense is for `rulekit.registry` to say."""
    preset = contents.rulebook
    settings = _settings(contents, preset.shape.rules, preset.node, {}) if preset is not None else {}
    settings = _settings(contents, contents.head.shape.rules, contents.head.node, settings)
    if preset is None:
        return Rulebook("", "", "", settings, NOWHERE)
    one = preset.shape
    return Rulebook(one.rulebook, one.name, one.source, settings, preset.place)


def _settings(
    contents: BureauContents,
    rules: Mapping[str, dict[str, Any]],
    node: Mapped,
    below: Mapping[str, RuleSetting],
) -> dict[str, RuleSetting]:
    found = dict(below)
    for rule, written in rules.items():
        place = key_place(node, ("rules", rule))
        base = found.get(rule, RuleSetting(rule, place=place))
        options = {key: value for key, value in written.items() if key != "severity"}
        inside = find(node, ("rules", rule))
        places = {key: place_of(inside, (key,)) for key in written} if inside is not None else {}
        found[rule] = replace(
            base,
            severity=_severity(contents, written, node, rule, base.severity),
            options={**base.options, **options},
            places={**base.places, **places},
            place=place,
        )
    return found


def _severity(
    contents: BureauContents, written: Mapping[str, Any], node: Mapped, rule: str, base: Severity | None
) -> Severity | None:
    said = written.get("severity")
    if said is None:
        return base
    known = [severity.value for severity in Severity]
    if said not in known:
        contents.mistakes.add(
            place_of(node, ("rules", rule, "severity")),
            *wording.unknown_severity(str(said), known),
        )
        return base
    return Severity(said)
