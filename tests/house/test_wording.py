"""Every sentence of a `wording.py` is said, and whoever says it passes the fields that stand in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from tests.support.source import dotted, lies_in, modules, place, tree

SAY = "rosterctl.wording.say"
ENGLISH = "rosterctl.wording.english"
"""Says the English, for programs."""
NUMBERED = "rosterctl.wording.numbered"
"""Says one of two, by the number that it fills in."""


Sentences = str | tuple[str, str]
"""One sentence, or message and hint."""


def fields(sentences: Sentences) -> frozenset[str]:
    """The fields to be passed: `{first.line}` is filled in from `first`."""
    texts = (sentences,) if isinstance(sentences, str) else sentences
    names = (name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None)
    return frozenset(name.partition(".")[0] for name in names)


def catalogue() -> dict[str, Sentences]:
    """What stands under a key in a `wording.py`, by the key's dotted name."""
    found = {}
    for path in modules():
        if lies_in(place(path), ["*wording.py"]) and not lies_in(place(path), ["words/*"]):
            for key, text in vars(import_module(dotted(path))).items():
                if key.isupper() and isinstance(text, str | tuple):
                    found[f"{dotted(path)}.{key}"] = text
    return found


@dataclass
class Said:
    """The keys that a module names, and what is wrong with how it says them."""

    keys: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def said(module: ast.Module, known: Mapping[str, Sentences], own: str = "") -> Said:
    """What a module says: a key stands nowhere but in `say`, or in a table of which `say` takes one.

    The functions of a `wording.py` say keys that stand beside them; `own` is the module's dotted name.
    """
    names = {alias: whole for node in ast.walk(module) for alias, whole in _imports(node)}
    beside = {key.rpartition(".")[2]: key for key in known if key.rpartition(".")[0] == own}
    tables = dict(_tables(module))
    found, filled = Said(), set()
    for node in ast.walk(module):
        for sentence, passed in _spoken(node, names):
            for choice in _choices(sentence, tables):
                filled.add(choice)
                key = _dotted(choice, {**beside, **names})
                if key not in known:
                    found.wrong.append(f"line {sentence.lineno}: name the key at the call")
                elif fields(known[key]) != passed:
                    found.wrong.append(f"line {sentence.lineno}: {key} has {sorted(fields(known[key]))}")
    for node in ast.walk(module):
        key = _dotted(node, names)
        if key in known:
            found.keys.add(key)
            if node not in filled:
                found.wrong.append(f"line {node.lineno}: {key} is said without `say`")  # type: ignore[attr-defined]
    functions = (one for one in module.body if isinstance(one, ast.FunctionDef))
    for node in (inside for one in functions for inside in ast.walk(one)):
        if isinstance(node, ast.Name) and _dotted(node, beside) and node not in filled:
            found.wrong.append(f"line {node.lineno}: {node.id} is said without `say`")
    return found


def _spoken(node: ast.AST, names: Mapping[str, str]) -> Iterator[tuple[ast.expr, frozenset[str]]]:
    """The sentences that a call says, and the fields that it passes."""
    called = _dotted(node.func, names) if isinstance(node, ast.Call) else ""
    if isinstance(node, ast.Call) and called in (SAY, ENGLISH):
        yield node.args[0], frozenset(str(one.arg) for one in node.keywords)
    if isinstance(node, ast.Call) and called == NUMBERED:
        yield from ((one, frozenset(["number"])) for one in node.args[1:])


def _tables(module: ast.Module) -> Iterator[tuple[str, Sequence[ast.expr]]]:
    """The dictionaries of a module that have a name, with what stands in them."""
    for node in module.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(target, ast.Name) and isinstance(value, ast.Dict):
            yield target.id, value.values


def _choices(node: ast.expr, tables: Mapping[str, Sequence[ast.expr]]) -> Iterator[ast.expr]:
    """`one if … else other` names two keys, and `TABLE[key]` all of the table."""
    if isinstance(node, ast.IfExp):
        yield from (*_choices(node.body, tables), *_choices(node.orelse, tables))
    elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in tables:
        yield from tables[node.value.id]
    else:
        yield node


def _imports(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.ImportFrom):
        yield from ((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)


def _dotted(node: ast.AST, names: Mapping[str, str]) -> str:
    """What a name or `module.name` means, as a dotted path; empty for anything else."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{names.get(node.value.id, '')}.{node.attr}"
    return ""


def own_names(path: Path) -> set[str]:
    """Keys that a `wording.py` uses itself, in a sentence that needs a condition."""
    loads = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Name))
    return {f"{dotted(path)}.{node.id}" for node in loads if isinstance(node.ctx, ast.Load)}


def test_whoever_says_a_sentence_passes_its_fields() -> None:
    known = catalogue()
    told = {place(path): said(tree(path), known, dotted(path)).wrong for path in modules()}
    assert {where: wrong for where, wrong in told.items() if wrong} == {}


def test_every_sentence_is_said_somewhere() -> None:
    known = catalogue()
    used = set().union(*(said(tree(path), known).keys | own_names(path) for path in modules()))
    assert sorted(known.keys() - used) == []


HEAD = "from rosterctl.wording import english, numbered, say\nfrom room import wording\n"
KNOWN: dict[str, Sentences] = {
    "room.wording.LACKS": "{unit} lacks {heads:,}",
    "room.wording.NONE": "nobody",
    "room.wording.TWICE": ("{unit} is there twice", "it stands in line {first.line}"),
}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("say(wording.LACKS, unit=1, heads=2)", 0),
        ("told = wording.NONE", 1),  # in no other language
        ("told = say(wording.NONE)", 0),
        ("told = english(wording.NONE)", 0),
        ("numbered(2, wording.LACKS, wording.LACKS)", 2),  # which have other fields than a number
        ("WORDS = {1: wording.NONE}\ntold = say(WORDS[1])", 0),
        ("WORDS = {1: wording.NONE}\ntold = WORDS[1]", 1),
        ("say(wording.TWICE, unit=1, first=2)", 0),
        ("say(wording.TWICE, unit=1)", 1),  # the hint has a field too
        ("say(wording.LACKS, unit=1)", 1),  # KeyError when it is said
        ("say(wording.LACKS, unit=1, heads=2, day=3)", 1),  # a field that nobody reads
        ("say(wording.LACKS if few else wording.NONE, unit=1, heads=2)", 1),  # NONE has no fields
        ("told = wording.LACKS", 1),  # the braces would be shown
        ("say(sentence, unit=1)", 1),  # nobody can tell which sentence that is
        ("say(wording.LACKS, **known)", 1),
    ],
)
def test_a_sentence_takes_its_own_fields(line: str, wrong: int) -> None:
    assert len(said(ast.parse(HEAD + line), KNOWN).wrong) == wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("def one(): return say(NONE)", 0),
        ("def one(): return NONE", 1),  # in no other language
        ("def one(few): return say(NONE if few else TWICE, unit=1)", 2),  # each lacks what the other has
        ("BOTH = (NONE, 'write one')", 0),  # which is a key itself
    ],
)
def test_a_wording_says_the_keys_beside_its_functions(line: str, wrong: int) -> None:
    assert len(said(ast.parse(HEAD + line), KNOWN, "room.wording").wrong) == wrong
