"""Help in Chinese: every text has one, nothing is cut or too wide, and English stays as it is."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click
import pytest
import wcwidth
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from rosterctl.cli.main import cli, run
from rosterctl.cli.session.language import DOMAIN, LOCALE
from rosterctl.cli.spoken_help import in_language, said_help
from rosterctl.wording import Language
from rosterctl.words.catalogue import help_texts

CONTEXT = click.Context(cli)
COMMANDS = cli.list_commands(CONTEXT)
WIDEST = 80


def texts_of(command: click.Command) -> Iterator[str]:
    """Its help and its options', and those of the commands below it."""
    yield command.help or ""
    options = (one for one in command.params if isinstance(one, click.Option) and not one.hidden)
    yield from (one.help for one in options if one.help)
    if isinstance(command, click.Group):
        for name in command.list_commands(CONTEXT):
            below = command.get_command(CONTEXT, name)
            assert below is not None
            yield from texts_of(below)


def test_every_help_stands_in_chinese_and_nothing_else_does() -> None:
    wanted = {inspect.cleandoc(text) for text in texts_of(in_language(cli, {}))}
    assert wanted ^ set(help_texts(Language.CHINESE)) == set()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_chinese_help_fits_the_page(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help", "--lang", "zh"] if command else ["--lang", "zh", "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("用法：")
    lines = page.splitlines()[1:]  # what an argument may be is not broken in any language
    assert [line for line in lines if wcwidth.wcswidth(line) > WIDEST] == []


def test_wrong_usage_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["solve", "--days", "0", "--lang", "zh"]) == 2
    assert "错误：'--days' 的值不对：0 不在 1<=x<=366 的范围内。" in capsys.readouterr().err


def test_english_is_spoken_again_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--lang", "zh", "--help"])
    chinese = capsys.readouterr().out
    run(["--lang", "en", "--help"])
    english = capsys.readouterr().out
    assert english.startswith("Usage:") and chinese != english
    assert said_help(cli.help or "", {}) == cli.help


def test_what_click_says_is_compiled_from_what_stands_there() -> None:
    folder = LOCALE / "zh" / "LC_MESSAGES"
    with (folder / f"{DOMAIN}.po").open("rb") as text, (folder / f"{DOMAIN}.mo").open("rb") as compiled:
        written, made = read_po(text), read_mo(compiled)
    assert {one_text(one.id): one_text(one.string) for one in made} | {"": ""} == {
        one_text(one.id): one_text(one.string) for one in written
    } | {"": ""}


def one_text(text: object) -> str:
    """The first form of a plural; the header's date, under no text, is another each time."""
    return text if isinstance(text, str) else next(iter(text))  # type: ignore[arg-type]
