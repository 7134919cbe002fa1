"""Commands as they are spoken: copies that take --lang, with their help in the language, lines not too wide.

click breaks lines by the number of characters, and a Chinese one is two columns wide.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TypeVar

import click
import wcwidth
from click.formatting import measure_table

from rosterctl.cli.session.language import OPTION
from rosterctl.wording import Language

_C = TypeVar("_C", bound=click.Command)

UNBROKEN = "\b\n"
"""Before a paragraph that click is not to break itself."""
NARROWEST = 20

language_option = click.Option(
    [OPTION],
    type=click.Choice([one.value for one in Language]),
    expose_value=False,
    help="The language; without it that of the bureau, then that of the locale.",
)
"""What it says is known before the command is read (`session.language`)."""


def in_language(command: _C, texts: Mapping[str, str]) -> _C:
    """The command and those below it, with the help that stands for theirs; what has none stays."""
    spoken = copy(command)
    if texts:
        spoken.context_class = _WideContext
    spoken.help = command.help and said_help(command.help, texts)
    spoken.params = [copy(one) for one in (*command.params, language_option)]
    for one in spoken.params:
        if isinstance(one, click.Option) and one.help:
            one.help = said_help(one.help, texts)
    if isinstance(spoken, click.Group):
        spoken.commands = {name: in_language(one, texts) for name, one in spoken.commands.items()}
    return spoken


def said_help(text: str, texts: Mapping[str, str]) -> str:
    """What stands for it, or itself."""
    return texts.get(inspect.cleandoc(text), text)


class _WideFormatter(click.HelpFormatter):
    def write_text(self, text: str) -> None:
        room = self.width - self.current_indent
        super().write_text("\n\n".join(_broken(part, room) for part in text.split("\n\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        first = min(measure_table(rows)[0], col_max) + col_spacing
        room = max(self.width - first - 2, NARROWEST)
        broken = [(name, _broken(text, room) if text else "") for name, text in rows]
        super().write_dl(broken, col_max, col_spacing)


class _WideContext(click.Context):
    formatter_class = _WideFormatter


def _broken(text: str, room: int) -> str:
    lines = [line for part in text.split("\n") for line in wcwidth.wrap(part, room, break_on_hyphens=False)]
    return UNBROKEN + "\n".join(lines)
