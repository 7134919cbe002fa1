"""The parts of every shipped rule fit what is asked of them, to the type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args, get_origin, get_type_hints

import pytest

from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.parts import Company
from rosterctl.rulekit.registry import PARTS, rule_modules
from tests.support.bureaus import officer


def written() -> list[tuple[str, str]]:
    """Every rule with each part that its file has."""
    return [
        (rule, name) for rule, module in rule_modules().items() for name in PARTS if hasattr(module, name)
    ]


@pytest.mark.parametrize(("rule", "name"), written())
def test_each_part_takes_and_gives_what_it_is_asked_for(rule: str, name: str) -> None:
    module = rule_modules()[rule]
    asked = get_type_hints(PARTS[name].__call__)
    told = get_type_hints(getattr(module, name))
    given, wanted = told.pop("return"), asked.pop("return")
    assert told == {"options": module.Options, **asked}
    if name == "check":  # yields findings, costs or both
        assert get_origin(given) is get_origin(Iterator[int])
        [one] = get_args(given)
        assert one in (Finding, Cost, Finding | Cost)
    else:
        assert given == wanted


def test_every_part_says_what_it_is() -> None:
    assert all((part.__doc__ or "").endswith((".", "?")) for part in PARTS.values())


def test_company_is_two_kinds_of_officers() -> None:
    led = Company(who=lambda one: not one.leader, beside=lambda one: one.leader)
    trainee, leader = officer("t", leader=False), officer("l")
    assert [(led.who(one), led.beside(one)) for one in (trainee, leader)] == [(True, False), (False, True)]
