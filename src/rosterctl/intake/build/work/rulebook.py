"""The rulebook's preset with the bureau's own options laid over it, option by option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from rosterctl.domain.rulebook import Basis, Rulebook, RuleSetting, Severity
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.text import wording
from rosterctl.intake.text.yaml_nodes import Mapped, find, key_place, place_of
from rosterctl.problems import NOWHERE

SAID = ("severity", "basis", "source")
"""What may be said of any rule; all else are options of its own."""


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
        options = {key: value for key, value in written.items() if key not in SAID}
        inside = find(node, ("rules", rule))
        places = {key: place_of(inside, (key,)) for key in written} if inside is not None else {}
        laid = replace(
            base,
            severity=_word(contents, written, node, (rule, "severity"), Severity) or base.severity,
            options={**base.options, **options},
            places={**base.places, **places},
            place=place,
        )
        basis = _word(contents, written, node, (rule, "basis"), Basis)
        if basis is not None or (laid.options, laid.severity) != (base.options, base.severity):
            laid = replace(laid, basis=basis or Basis.OWN, source=str(written.get("source", "")))
        found[rule] = laid
    return found


W = TypeVar("W", Severity, Basis)


def _word(
    contents: BureauContents, written: Mapping[str, Any], node: Mapped, key: tuple[str, str], words: type[W]
) -> W | None:
    """The word under a rule's key; None where there is none, or one that nobody knows."""
    said = written.get(key[1])
    if said is None:
        return None
    known = [word.value for word in words]
    if said not in known:
        contents.mistakes.add(
            place_of(node, ("rules", *key)), *wording.keyed(key[1], *wording.unknown_word(str(said), known))
        )
        return None
    return words(said)
