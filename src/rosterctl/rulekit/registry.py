"""Finds the rules: every module of the room `rules` is one, its name is its id.

A rule module has a docstring (its manual), a class `Options`, a function `check`, and those of these that
apply to it:

- `allows(options, bureau, officer, choice) -> bool`: may this officer work this choice at all?
- `constrain(options, board: LineBoard)`: what one officer's succession of duties must obey.
- `cover(options, board: CoverBoard)`: what those on duty together must obey, and what shortages cost.
- `charge(options, bureau, officer, worked: Sequence[Choice], shares: Shares) -> int`: what one officer's line
  costs in its `SOFT_TIER` when it is soft (see `rulekit.model.board.Shares`).
- `check(options, record: Record) -> Iterator[Finding | Cost]`: the same, re-proved from the files.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from pydantic import ValidationError

from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.problems import BadInput, Problem
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Cost, Finding
from rosterctl.rulekit.options import RuleOptions


@dataclass(frozen=True)
class Rule:
    """A rule in force with its checked options."""

    id: str
    module: ModuleType
    options: RuleOptions

    @property
    def soft(self) -> bool:
        return self.options.severity is Severity.SOFT

    def part(self, name: str) -> Callable[..., Any] | None:
        """The module's function of that name (`allows`, `constrain`, `cover`, `charge`), if it has one."""
        return getattr(self.module, name, None)

    def check(self, record: Record) -> Iterator[Finding | Cost]:
        yield from self.module.check(self.options, record)


@cache
def rule_modules() -> Mapping[str, ModuleType]:
    """Every rule module by rule id, in alphabetical order."""
    room = importlib.import_module("rosterctl.rules")  # by name: rules import the kit, never the other way
    return {
        info.name.replace("_", "-"): importlib.import_module(f"{room.__name__}.{info.name}")
        for info in pkgutil.iter_modules(room.__path__)
    }


def rules_in_force(rulebook: Rulebook) -> tuple[Rule, ...]:
    """The rules of a rulebook that are not off; BadInput with every unknown rule or wrong option."""
    problems: list[Problem] = []
    rules = []
    for setting in rulebook.settings.values():
        module = rule_modules().get(setting.rule)
        if module is None:
            problems.append(_unknown(setting))
            continue
        options = _options(setting, module, problems)
        if options is not None and options.severity is not Severity.OFF:
            rules.append(Rule(setting.rule, module, options))
    if problems:
        raise BadInput(problems)
    return tuple(rules)


def _unknown(setting: RuleSetting) -> Problem:
    meant = did_you_mean(setting.rule, rule_modules())
    return Problem(
        setting.place, f"unknown rule '{setting.rule}'{meant}", "`rosterctl rules` lists every rule"
    )


def _options(setting: RuleSetting, module: ModuleType, problems: list[Problem]) -> RuleOptions | None:
    kind: type[RuleOptions] = module.Options
    try:
        said = {} if setting.severity is None else {"severity": setting.severity}
        options = kind.model_validate({**setting.options, **said})
    except ValidationError as errors:
        for error in errors.errors():
            name = ".".join(str(part) for part in error["loc"])
            place = setting.places.get(str(error["loc"][0]) if error["loc"] else "", setting.place)
            message = f"rule '{setting.rule}': {name}: {_message(error['type'], error['msg'], name, kind)}"
            problems.append(Problem(place, message, f"`rosterctl rules {setting.rule}` shows its options"))
        return None
    if options.severity not in kind.ALLOWED:
        allowed = " or ".join(kind.ALLOWED)
        problems.append(
            Problem(setting.place, f"rule '{setting.rule}' cannot be {options.severity}", f"write {allowed}")
        )
        return None
    return options


def _message(kind: str, message: str, name: str, options: type[RuleOptions]) -> str:
    if kind == "extra_forbidden":
        return f"unknown option{did_you_mean(name, options.model_fields)}"
    return message.removeprefix("Value error, ")
