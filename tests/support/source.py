"""The program's source and its tests as syntax trees: what the gates of the house look at."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from tests.support.repository import ROOT, SOURCE

TESTS = ROOT / "tests"


def modules() -> list[Path]:
    """Every module of the program, without the `__init__.py` files, which hold a docstring alone."""
    return sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py")


def files_of_tests() -> list[Path]:
    """Every file of tests, those outside the rooms too."""
    return sorted(TESTS.rglob("test_*.py"))


def place(path: Path) -> str:
    """How the gates name a module: `planning/counts/model.py`."""
    return path.relative_to(SOURCE).as_posix()


def room(path: Path) -> str:
    """The room a module belongs to, which is its first folder; a module at the top is a room of its own."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    """A module's name as an import statement writes it."""
    return ".".join(("rosterctl", *path.relative_to(SOURCE).with_suffix("").parts))


def lies_in(where: str, patterns: Iterable[str]) -> bool:
    """Does one of the patterns, such as `cli/commands/*`, fit the place?"""
    return any(fnmatch(where, pattern) for pattern in patterns)


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree; several gates read it, so it is parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def public_names(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """The names that a module defines at its top level, each with its statement.

    Names that begin with an underscore and names that are imported are not among them.
    """
    return ((name, node) for name, node in _defined(tree(path)) if not name.startswith("_"))


def imported(path: Path) -> Iterator[str]:
    """Every module, and every name in a module, that a file imports, as a dotted path."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def docstrings(path: Path) -> Iterator[str]:
    """Every docstring of a module, those under a constant or a field too."""
    for node in ast.walk(tree(path)):
        if is_docstring(node):
            yield node.value.value  # type: ignore[attr-defined]


def is_docstring(node: ast.AST) -> bool:
    """A text that stands alone as a statement."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _defined(module: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for node in module.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name, node
        elif isinstance(node, ast.Assign):
            names = (part for target in node.targets for part in ast.walk(target))
            yield from ((part.id, node) for part in names if isinstance(part, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node
