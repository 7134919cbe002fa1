"""The registry: every file is a rule whose parts fit, and a rulebook is told all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import rosterctl.rules
from rosterctl.domain.rulebook import Rulebook, RuleSetting, Severity
from rosterctl.problems import BadInput, Place
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rulekit.registry import DECLARATIONS, SENTENCES, rule_modules, rule_with, rules_in_force
from tests.support.bureaus import MONDAY, every_rule, officer, rulebook, small_bureau
from tests.support.enumeration_board import choice_of
from tests.support.rule_room import second_room

GOOD = '''"""A manual."""

from rosterctl.rulekit.options import RuleOptions


class Options(RuleOptions):
    """Nothing to set."""


def check(options, record):
    return []
'''


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    with second_room(tmp_path) as folder:
        yield folder


def test_every_file_is_a_rule_by_its_name() -> None:
    [folder] = rosterctl.rules.__path__
    files = sorted({path.stem for path in Path(folder).glob("*.py")} - {"__init__", SENTENCES})
    assert list(rule_modules()) == [stem.replace("_", "-") for stem in files]


@pytest.mark.parametrize("rule", rule_modules())
def test_every_rule_has_a_manual_with_its_source_and_both_cases(rule: str) -> None:
    manual = rule_modules()[rule].__doc__ or ""
    assert "Source: " in manual
    assert any(word in manual for word in ("Allowed", "allowed", "granted"))
    assert any(word in manual for word in ("Forbidden", "Costs", "costs"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('"""Nothing else."""\n', "a rule has a class Options and a function check"),
        (GOOD.replace("def check", "def chek"), "a rule has a class Options and a function check"),
        (GOOD + "\n\ndef cover(board):\n    pass\n", "write cover(options, board)"),
        (GOOD + "\n\ndef allows(options, officer, bureau, choice):\n    return True\n",
         "write allows(options, bureau, officer, choice)"),
        (GOOD + "\nNEED_PEOPLE = False\n", "nobody reads NEED_PEOPLE (did you mean 'NEEDS_PEOPLE'?)"),
        (GOOD + "\nHOSTED = 'yes'\n", "HOSTED is a bool"),
        (GOOD + "\nCOMPANY = True\n", "COMPANY is a Company"),
    ],
)  # fmt: skip
def test_a_file_that_would_be_passed_over_is_told(room: Path, wrong: str, said: str) -> None:
    (room / "new_one.py").write_text(wrong, encoding="utf-8")
    with pytest.raises(TypeError) as mistake:
        rule_modules()
    assert str(mistake.value) == f"rosterctl.rules.new_one: {said}"


def test_a_rule_declares_what_it_does_not_leave_to_the_defaults(room: Path) -> None:
    said_no = "DECIDES_MANNING = False\nNEEDS_PEOPLE = False\nREPAIRED = False\n"
    declared = said_no + "HOSTED = True\nLACK_COSTS = True\nPERSONAL = True\n"
    (room / "plain_one.py").write_text(GOOD, encoding="utf-8")
    (room / "told_one.py").write_text(GOOD + declared, encoding="utf-8")
    plain, told = rules_in_force(rulebook({"plain-one": {}, "told-one": {}}))
    names = [name.lower() for name in DECLARATIONS if name != "COMPANY"]
    assert [getattr(plain, name) for name in names] == [True, True, True, False, False, False]
    assert [getattr(told, name) for name in names] == [False, False, False, True, True, True]
    assert (plain.forbids, told.forbids) == (True, False)
    assert (plain.company, plain.cover, list(plain.check(None))) == (None, None, [])  # type: ignore[arg-type]


def test_what_the_shipped_rules_declare() -> None:
    """Whatever is not named here is as the defaults have it."""
    wanted = {rule: {} for rule in rule_modules() if rule not in ("fairness", "familiarity", "wishes")}
    declared: dict[str, set[str]] = {}
    for rule in rules_in_force(rulebook(wanted)):
        said = {
            "only looks at heads": not rule.decides_manning,
            "holds without people": not rule.needs_people,
            "not in a repair": not rule.repaired,
            "who hosts matters": rule.hosted,
            "company": rule.company is not None,
            "a lack costs": rule.lack_costs,
            "looks at the person": rule.personal,
        }
        declared[rule.id] = {what for what, true in said.items() if true}
    assert {rule: said for rule, said in declared.items() if said} == {
        "posts": {"holds without people", "a lack costs"},
        "vehicles": {"holds without people"},
        "events": {"holds without people", "who hosts matters", "a lack costs"},
        "leaders": {"only looks at heads", "a lack costs"},
        "strength": {"only looks at heads", "not in a repair", "a lack costs"},
        "auxiliaries": {"only looks at heads", "company"},
        "availability": {"looks at the person"},
        "protected": {"looks at the person"},
    }


def test_auxiliaries_need_the_company_of_a_sworn_officer() -> None:
    [rule] = rules_in_force(rulebook({"auxiliaries": {}}))
    assert rule.company is not None
    people = [officer("s"), officer("x", role="auxiliary")]
    assert [rule.company.who(one) for one in people] == [False, True]
    assert [rule.company.beside(one) for one in people] == [True, False]


def test_leaders_are_told_apart_by_the_skills_asked_for() -> None:
    [rule] = rules_in_force(rulebook({"leaders": {"skills": ["traffic", "patrol", "traffic"]}}))
    people = [
        officer("both"),
        officer("patrol", skills=("patrol",)),
        officer("not a leader", leader=False),
    ]
    assert rule.tells_apart is not None
    patrol, traffic = rule.tells_apart(small_bureau())  # in alphabetical order, each once
    assert [(patrol(one), traffic(one)) for one in people] == [(True, True), (True, False), (False, False)]


def test_a_part_has_its_options() -> None:
    """Leave on Tuesday: Monday's night runs into it, which the option alone decides."""
    from rosterctl.domain.people.absence import Absence, AbsenceKind  # noqa: PLC0415

    tuesday = MONDAY.replace(day=8)
    away = Absence("b", tuesday, tuesday, AbsenceKind.LEAVE)
    bureau = small_bureau([officer("b", "B")], absences=[away])
    night = choice_of(bureau, bureau.officers["b"], MONDAY, "night")
    for value, allowed in (("yes", True), ("no", False)):
        [rule] = rules_in_force(rulebook({"availability": {"night_before": value}}))
        assert rule.allows is not None
        assert rule.allows(bureau, bureau.officers["b"], night) is allowed


def test_rules_are_equal_by_id_and_options() -> None:
    [eleven] = rules_in_force(rulebook({"rest": {}}))
    [again] = rules_in_force(rulebook({"rest": {"hours": "11"}}))
    [twelve] = rules_in_force(rulebook({"rest": {"hours": "12"}}))
    assert eleven == again
    assert hash(eleven) == hash(again)
    assert eleven != twelve
    book = rulebook(every_rule())
    assert rules_in_force(book) == rules_in_force(book)  # whatever parts they have


def test_a_rule_that_is_off_is_not_in_force_and_a_soft_one_is_soft() -> None:
    wanted: dict[str, Any] = {"rest": {"severity": "off"}, "hours": {"severity": "soft"}, "one-place": {}}
    assert [(rule.id, rule.soft) for rule in rules_in_force(rulebook(wanted))] == [
        ("hours", True),
        ("one-place", False),
    ]


def setting(rule: str, line: int, severity: Severity | None = None, **options: Any) -> RuleSetting:
    """A rule on a line of its own; each option stands on the next."""
    places = {name: Place("rules.yaml", line + n) for n, name in enumerate(options, 1)}
    return RuleSetting(rule, severity, options, places, Place("rules.yaml", line))


def test_every_mistake_is_told_at_its_place() -> None:
    settings = (
        setting("rests", 1),
        setting("rest", 11, hour="11"),
        setting("hours", 21, days28="171", days7="many"),
        setting("fairness", 31, Severity.HARD),
    )
    with pytest.raises(BadInput) as mistakes:
        rules_in_force(Rulebook("own", "own", "", settings={one.rule: one for one in settings}))
    assert [(one.place.line, one.message, one.hint) for one in mistakes.value.problems] == [
        (1, "unknown rule 'rests' (did you mean 'rest'?)", "`rosterctl rules` lists every rule"),
        (
            12,
            "rule 'rest': hour: unknown option (did you mean 'hours'?)",
            "`rosterctl rules rest` shows its options",
        ),
        (
            23,
            "rule 'hours': days7: 'many' is not a number of hours such as 11 or 35.5",
            "`rosterctl rules hours` shows its options",
        ),
        (31, "rule 'fairness' cannot be hard", "write soft or off"),
    ]


def test_the_options_of_every_rule_are_frozen_and_closed() -> None:
    modules: list[ModuleType] = list(rule_modules().values())
    kinds: list[type[RuleOptions]] = [module.Options for module in modules]
    assert all(kind.model_config["frozen"] and kind.model_config["extra"] == "forbid" for kind in kinds)


def test_a_rule_may_be_had_with_other_options_unless_it_does_not_take_them() -> None:
    (eleven,) = rules_in_force(rulebook({"rest": {}}))
    (twelve,) = rules_in_force(rulebook({"rest": {"hours": "12"}}))
    assert rule_with(eleven, {"hours": 12 * 60}) == twelve
    (weekly,) = rules_in_force(rulebook({"weekly-rest": {}}))
    # Less than the daily eleven hours is no weekly rest.
    assert rule_with(weekly, {"hours": 10 * 60}) is None
    assert rule_with(weekly, {"hours": 11 * 60}) is not None
