"""Finds the commands by their files; one is imported only when it is run."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Mapping
from gettext import gettext
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

import rosterctl.cli.commands as room
from rosterctl.cli import wording
from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.spoken_help import in_language, said_help
from rosterctl.intake.text.mistakes import did_you_mean
from rosterctl.wording import say


class CommandGroup(click.Group):
    """`stand_in.py` is the command `stand-in`; the first line of its docstring is its short help.

    `texts` stand for the English help in the language that is spoken.
    """

    texts: Mapping[str, str] = MappingProxyType({})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [info.name.replace("_", "-") for info in pkgutil.iter_modules(room.__path__)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{room.__name__}.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return in_language(command, self.texts)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            ctx.fail(say(wording.NO_COMMAND, name=args[0], hint=did_you_mean(args[0], known)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, short_help(name, self.texts)) for name in self.list_commands(ctx)]
        if rows:
            with formatter.section(gettext("Commands")):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """click turns a reader that went away (`| head`) into exit 1; here it is quietly STORAGE."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return ExitCode.STORAGE


def short_help(name: str, texts: Mapping[str, str]) -> str:
    """The first line of a command's docstring, or what stands for it, read without importing it."""
    for folder in room.__path__:
        path = Path(folder) / f"{name.replace('-', '_')}.py"
        if path.is_file():
            manual = ast.get_docstring(ast.parse(path.read_bytes())) or ""
            return said_help(manual, texts).partition("\n")[0].rstrip(".。")
    return ""
