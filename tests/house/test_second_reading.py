"""The audit reads the facts itself: it calls nothing of the nouns that answers a question about them.

Imports say this only in part, because a record comes with its methods. So the source is read: in the rooms of
the audit, and in whatever a rule's `check` reaches in its own file, no method or property of a noun is used.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from rosterctl.rulekit.registry import rule_modules
from tests.support.repository import SOURCE

ROOMS = ("audit", "rulekit/audit")
NOUNS = [*sorted((SOURCE / "domain").rglob("*.py")), SOURCE / "timeline" / "calendar.py"]
MAKER = ("allows", "constrain", "cover", "charge", "charge_posts", "burden_weights", "tells_apart")
HARMLESS = {
    "clock": "the bureau's time zone, kept once; the clock itself is shared",
    "last_night": "which of the roster's own rows are those of the evening before",
    "length": "a span has one too, and that one is meant",
    "of_people": "a smaller bureau, for comparing two audits of a part; it answers no question",
    "measure": "what a tier is counted in, for people",
    "title": "what a tier is called, for people",
    "words": "what a kind is called, for people",
    "gap": "value and bound compared, for people",
}
"""What may be asked all the same, and why."""


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _answers() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Methods and properties of the nouns, and the functions beside them."""
    methods, properties, fields, functions = set(), set(), set(), set()
    for path in NOUNS:
        functions |= {one.name for one in parsed(path).body if isinstance(one, ast.FunctionDef)}
        for noun in (one for one in parsed(path).body if isinstance(one, ast.ClassDef)):
            for part in noun.body:
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                    fields.add(part.target.id)
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_"):
                    (properties if part.decorator_list else methods).add(part.name)
    # A field may be called like a property of another noun, and reading a field is what the audit does.
    return (
        frozenset(methods - set(HARMLESS)),
        frozenset(properties - fields - set(HARMLESS)),
        frozenset(functions),
    )


METHODS, PROPERTIES, FUNCTIONS = _answers()


def asked(tree: ast.AST) -> Iterator[str]:
    """Every answer of a noun that this piece of source asks for, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            yield f"{node.lineno}: .{node.func.attr}()"
        if isinstance(node, ast.Attribute) and node.attr in PROPERTIES:
            yield f"{node.lineno}: .{node.attr}"


def imported_answers(tree: ast.AST) -> Iterator[str]:
    """Functions of the nouns' modules that are imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rosterctl.domain"):
            yield from (f"{node.lineno}: {one.name}" for one in node.names if one.name in FUNCTIONS)


def reached(module: ast.Module, roots: Sequence[str]) -> Mapping[str, ast.stmt]:
    """The module's own functions and classes that these roots use, themselves included."""
    known = {one.name: one for one in module.body if isinstance(one, (ast.FunctionDef, ast.ClassDef))}
    found: dict[str, ast.stmt] = {}
    open_ = [name for name in roots if name in known]
    while open_:
        name = open_.pop()
        if name not in found:
            found[name] = known[name]
            used = {node.id for node in ast.walk(known[name]) if isinstance(node, ast.Name)}
            open_ += used & known.keys()
    return found


def rule_source(rule: str) -> ast.Module:
    return parsed(SOURCE / "rules" / f"{rule.replace('-', '_')}.py")


def audit_files() -> list[Path]:
    return sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))


@pytest.mark.parametrize("path", audit_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_audit_asks_no_noun(path: Path) -> None:
    assert list(asked(parsed(path))) == []
    assert list(imported_answers(parsed(path))) == []


@pytest.mark.parametrize("rule", rule_modules())
def test_no_check_asks_a_noun(rule: str) -> None:
    module = rule_source(rule)
    imported = {line.split(": ")[1] for line in imported_answers(module)}
    for name, piece in reached(module, ["check"]).items():
        assert list(asked(piece)) == [], name
        used = {node.id for node in ast.walk(piece) if isinstance(node, ast.Name)}
        assert used & imported == set(), name


@pytest.mark.parametrize("rule", rule_modules())
def test_a_check_shares_only_the_options_with_its_constraint(rule: str) -> None:
    module = rule_source(rule)
    both = reached(module, ["check"]).keys() & reached(module, MAKER).keys()
    assert both <= {"Options"}


def test_what_both_sides_of_the_runs_and_severities_use_asks_no_noun() -> None:
    runs = reached(parsed(SOURCE / "rulekit" / "runs.py"), ["runs_of", "too_long"])
    pieces = [*runs.values(), parsed(SOURCE / "rulekit" / "severity.py")]
    assert [line for piece in pieces for line in asked(piece)] == []


@pytest.mark.parametrize(
    "line",
    [
        "bureau.is_present(officer, day)",
        "officer.on(day).unit",
        "unit.lenders",
        "shift.all_night",
        "x.on(day)",
    ],
)
def test_a_noun_that_is_asked_would_be_seen(line: str) -> None:
    assert len(list(asked(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line", ["assignment.team", "record.facts.place_of(officer, day).unit", "span.length"]
)
def test_reading_a_field_is_no_question(line: str) -> None:
    assert list(asked(ast.parse(line))) == []


def test_a_function_of_the_nouns_that_is_imported_would_be_seen() -> None:
    tree = ast.parse("from rosterctl.domain.demand import SHORT_TIERS, post_demands")
    assert list(imported_answers(tree)) == ["1: post_demands"]
