"""Finds the rules: every module of the room `rules` is one, and its name is its id. How to write a rule:

1. Put a file into `rules/`; `weekend_duties.py` is the rule `weekend-duties`, and there is no list of them.
   What it finds is said with the keys of `rules/wording.py`, which is the one file there that is no rule.
2. Its docstring is the manual that `rosterctl rules` prints: what is demanded, the source, one case that is
   allowed and one that is forbidden or costs. Its class `Options(RuleOptions)` says what a rulebook may set.
3. Write the function `check`, and those of the other parts that apply. Each takes `options: Options` first,
   then what stands in `rulekit.parts` under the same names. One without options to read takes them all the
   same. A wrong signature or a misspelt declaration is told when the rules are first asked for.

       check(options, record)                           what is broken and what is paid, proved from the files
       allows(options, bureau, officer, choice)         may this officer work this choice at all?
       constrain(options, board)                        what one officer's succession of duties must obey
       cover(options, board)                            what those on duty together must obey; what is short
       tells_apart(options, bureau)                     whom `cover` counts, beyond role, leading and slots of
                                                        crews: who differs in none of these is one kind
       charge(options, bureau, officer, worked, shares) what one officer's line costs in `SOFT_TIER` when soft
       burden_weights(options)                          if `charge` is a weight for each block of a burden
                                                        above the fair share: these weights, by burden
       charge_posts(options, bureau, duties, horizon)   what places cost in `SOFT_TIER` when soft
       why_short(options, cost, day, attendance)        why there is this shortage, in a sentence
       looks_back(options, horizon)                     the first date whose duties it counts, if that may lie
                                                        more than four weeks before the horizon
       pay_periods(options, record)                     every officer's hours that count for pay, by period
       weekly_limit(options, role)                      minutes a week that it leaves in the long run

4. Declare at the top of the file what the planner must know beyond that; each has a default that is safe:

       DECIDES_MANNING = True    say False where `cover` asks only `heads`: given names it settles nothing
       NEEDS_PEOPLE = True       say False where `cover` holds also with nobody on duty (the wants, vehicles)
       REPAIRED = True           say False where a repair neither mends nor counts what `cover` asks
       HOSTED = False            say True where what `cover` costs depends on which unit hosts event sites
       LACK_COSTS = False        say True where a breach is a shortage: told and paid for, not forbidden
       COMPANY = None            a `Company`: who is let off when names leave them without company
       PERSONAL = False          say True where what it forbids hangs on the person or the files, not on the
                                 rotation: then nobody wonders at a plain duty that it takes

5. Test both sides of the edge, of the constraint and of the check (`tests/rules`), as small as can be.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from types import ModuleType
from typing import Any

from pydantic import ValidationError

from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.problems import BadInput, Problem
from rosterctl.rulekit import wording
from rosterctl.rulekit.options import RuleOptions, what_is_wrong
from rosterctl.rulekit.parts import (
    AllowsPart,
    BurdenWeightsPart,
    ChargePart,
    ChargePostsPart,
    CheckPart,
    Company,
    ConstrainPart,
    CoverPart,
    LooksBackPart,
    PayPeriodsPart,
    TellsApartPart,
    WeeklyLimitPart,
    WhyShortPart,
)
from rosterctl.wording import say

PARTS: Mapping[str, type] = {
    "check": CheckPart,
    "allows": AllowsPart,
    "constrain": ConstrainPart,
    "cover": CoverPart,
    "tells_apart": TellsApartPart,
    "charge": ChargePart,
    "burden_weights": BurdenWeightsPart,
    "charge_posts": ChargePostsPart,
    "why_short": WhyShortPart,
    "looks_back": LooksBackPart,
    "pay_periods": PayPeriodsPart,
    "weekly_limit": WeeklyLimitPart,
}
"""The functions of a rule's file that somebody asks for, and what each looks like without its options."""
DECLARATIONS: Mapping[str, type] = {
    "DECIDES_MANNING": bool,
    "NEEDS_PEOPLE": bool,
    "REPAIRED": bool,
    "HOSTED": bool,
    "LACK_COSTS": bool,
    "COMPANY": Company,
    "PERSONAL": bool,
}


SENTENCES = "wording"
"""The file beside the rules that is none: what they say."""


@dataclass(frozen=True)
class Rule:
    """A rule in force: its checked options, its parts (None: it has none of the kind), its declarations.

    The parts have the options already; two rules are equal if their ids and options are.
    """

    id: str
    options: RuleOptions
    check: CheckPart = field(compare=False)
    allows: AllowsPart | None = field(default=None, compare=False)
    constrain: ConstrainPart | None = field(default=None, compare=False)
    cover: CoverPart | None = field(default=None, compare=False)
    tells_apart: TellsApartPart | None = field(default=None, compare=False)
    charge: ChargePart | None = field(default=None, compare=False)
    burden_weights: BurdenWeightsPart | None = field(default=None, compare=False)
    charge_posts: ChargePostsPart | None = field(default=None, compare=False)
    why_short: WhyShortPart | None = field(default=None, compare=False)
    looks_back: LooksBackPart | None = field(default=None, compare=False)
    pay_periods: PayPeriodsPart | None = field(default=None, compare=False)
    weekly_limit: WeeklyLimitPart | None = field(default=None, compare=False)
    decides_manning: bool = True
    needs_people: bool = True
    repaired: bool = True
    hosted: bool = False
    lack_costs: bool = False
    company: Company | None = None
    personal: bool = False

    @property
    def soft(self) -> bool:
        return self.options.severity is Severity.SOFT

    @property
    def forbids(self) -> bool:
        """Is a roster that breaks the rule refused? Otherwise a breach costs."""
        return not (self.soft or self.lack_costs)


@cache
def rule_modules() -> Mapping[str, ModuleType]:
    """Every rule module by rule id, in alphabetical order; TypeError where one is written wrongly."""
    room = importlib.import_module("rosterctl.rules")  # by name: rules import the kit, never the other way
    found = {}
    for info in sorted(pkgutil.iter_modules(room.__path__), key=lambda info: info.name):
        if info.name == SENTENCES:
            continue
        module = importlib.import_module(f"{room.__name__}.{info.name}")
        _look_over(module)
        found[info.name.replace("_", "-")] = module
    return found


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
            rules.append(_rule(setting.rule, module, options))
    if problems:
        raise BadInput(problems)
    return tuple(rules)


def rule_with(rule: Rule, changed: Mapping[str, object]) -> Rule | None:
    """The rule with some of its options changed; None where it does not take them."""
    module = rule_modules()[rule.id]
    try:
        options = module.Options.model_validate({**rule.options.model_dump(), **changed})
    except ValidationError:
        return None
    return _rule(rule.id, module, options)


def _rule(id: str, module: ModuleType, options: RuleOptions) -> Rule:
    parts: dict[str, Any] = {
        name: partial(getattr(module, name), options) for name in PARTS if hasattr(module, name)
    }
    declared: dict[str, Any] = {
        name.lower(): getattr(module, name) for name in DECLARATIONS if hasattr(module, name)
    }
    return Rule(id, options, **parts, **declared)


def _look_over(module: ModuleType) -> None:
    """A rule that is misspelt would silently not be asked, so TypeError says what is wrong with the file."""
    if not hasattr(module, "Options") or not hasattr(module, "check"):
        raise TypeError(f"{module.__name__}: a rule has a class Options and a function check")
    for name, kind in PARTS.items():
        asked = ["options", *list(inspect.signature(kind.__call__).parameters)[1:]]
        part = getattr(module, name, None)
        if part is not None and list(inspect.signature(part).parameters) != asked:
            raise TypeError(f"{module.__name__}: write {name}({', '.join(asked)})")
    for name, value in vars(module).items():
        if isinstance(value, bool | Company) and name not in DECLARATIONS:
            raise TypeError(f"{module.__name__}: nobody reads {name}{did_you_mean(name, DECLARATIONS)}")
        if name in DECLARATIONS and not isinstance(value, DECLARATIONS[name]):
            raise TypeError(f"{module.__name__}: {name} is a {DECLARATIONS[name].__name__}")


def _unknown(setting: RuleSetting) -> Problem:
    hint = did_you_mean(setting.rule, rule_modules())
    return Problem(setting.place, *say(wording.UNKNOWN_RULE, rule=setting.rule, hint=hint))


def _options(setting: RuleSetting, module: ModuleType, problems: list[Problem]) -> RuleOptions | None:
    kind: type[RuleOptions] = module.Options
    try:
        said = {} if setting.severity is None else {"severity": setting.severity}
        options = kind.model_validate({**setting.options, **said})
    except ValidationError as errors:
        for error in errors.errors():
            name = ".".join(str(part) for part in error["loc"])
            place = setting.places.get(str(error["loc"][0]) if error["loc"] else "", setting.place)
            wrong = what_is_wrong(error, name, kind)
            told = say(wording.OPTION_WRONG, rule=setting.rule, option=name, wrong=wrong)
            problems.append(Problem(place, *told))
        return None
    if options.severity not in kind.ALLOWED:
        told = say(
            wording.SEVERITY_NOT_ALLOWED,
            rule=setting.rule,
            severity=options.severity,
            allowed=say(wording.OR_SEVERITY).join(kind.ALLOWED),
        )
        problems.append(Problem(setting.place, *told))
        return None
    return options
