"""Every single mutation of a module's source: one operator, number, condition or statement is another.

Left alone is what changes no result: docstrings, annotations, imports, decorators, texts, what is raised.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutation:
    """`old` at this line became `new`; `source` is the whole module with it."""

    line: int
    old: str
    new: str
    source: str

    @property
    def key(self) -> str:
        """The same as long as the mutated text is, wherever it stands in the module."""
        return f"{' '.join(self.old.split())} -> {' '.join(self.new.split())}"


def mutations(source: str) -> list[Mutation]:
    """In the order of the text."""
    found = _Mutator(source).found()
    return sorted(found, key=lambda one: (one.line, one.old, one.new))


class _Mutator:
    def __init__(self, source: str) -> None:
        self.lines = source.encode().splitlines(keepends=True)
        self.tree = ast.parse(source)

    def found(self) -> Iterator[Mutation]:
        for statement in self.tree.body:
            if not isinstance(statement, ast.Import | ast.ImportFrom):
                yield from self._inside(statement)

    def _inside(self, node: ast.AST) -> Iterator[Mutation]:
        if isinstance(node, ast.Raise | ast.Assert | ast.JoinedStr):
            return
        yield from self._of(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params", "bases", "keywords_only"):
                continue
            if isinstance(node, ast.AnnAssign) and name == "target":
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self._inside(child)

    def _of(self, node: ast.AST) -> Iterator[Mutation]:
        match node:
            case ast.Compare(left, ops, comparators):
                for place, op in enumerate(ops):
                    other = [*ops[:place], COMPARED[type(op)](), *ops[place + 1 :]]
                    yield self._with(node, ast.Compare(left, other, comparators))
            case ast.BoolOp(op, values):
                yield self._with(node, ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))
            case ast.BinOp(left, op, right) if type(op) in COMPUTED and not _is_text(left, right):
                yield self._with(node, ast.BinOp(left, COMPUTED[type(op)](), right))
            case ast.UnaryOp(ast.Not() | ast.USub(), operand):
                yield self._with(node, operand)
            case ast.Constant(bool() as value):
                yield self._with(node, ast.Constant(not value))
            case ast.Constant(int() | float() as value):
                yield self._with(node, ast.Constant(value + 1))
            case ast.Call(ast.Name(name), args, keywords) if name in CALLED:
                yield self._with(node, ast.Call(ast.Name(CALLED[name]), args, keywords))
            case ast.If(test) | ast.While(test):
                yield self._with(test, ast.UnaryOp(ast.Not(), test))
            case ast.IfExp(test):
                yield self._with(test, ast.UnaryOp(ast.Not(), test))
            case ast.comprehension(_, _, ifs):
                for condition in ifs:
                    yield self._with(condition, ast.UnaryOp(ast.Not(), condition))
            case ast.Expr(value) if not isinstance(value, ast.Constant):
                yield self._with(node, ast.Pass())
            case ast.AugAssign():
                yield self._with(node, ast.Pass())
            case ast.Continue():
                yield self._with(node, ast.Break())
            case _:
                return

    def _with(self, node: ast.AST, other: ast.AST) -> Mutation:
        assert isinstance(node, ast.expr | ast.stmt)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first, last = node.lineno - 1, node.end_lineno - 1
        text = ast.unparse(ast.fix_missing_locations(other))
        new = f"({text})" if isinstance(other, ast.expr) else text
        before = b"".join(self.lines[:first]) + self.lines[first][: node.col_offset]
        after = self.lines[last][node.end_col_offset :] + b"".join(self.lines[last + 1 :])
        whole = (before + new.encode() + after).decode()
        return Mutation(node.lineno, ast.unparse(node), text, whole)


def _is_text(*sides: ast.expr) -> bool:
    return any(isinstance(one, ast.JoinedStr | ast.List | ast.Tuple) or _is_word(one) for one in sides)


def _is_word(one: ast.expr) -> bool:
    return isinstance(one, ast.Constant) and isinstance(one.value, str)
