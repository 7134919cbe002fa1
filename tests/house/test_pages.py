"""The README, the guides and the examples' pages say what the program does."""

import re

import click
import pytest

from rosterctl.cli.exit_codes import ExitCode
from rosterctl.cli.main import cli
from rosterctl.rulekit.registry import rule_modules
from tests.support.repository import PAGES, README, ROOT, fenced_lines, mentioned, typed

COMMANDS = cli.list_commands(click.Context(cli))
GUIDES = [ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
LINKS = [
    (page, target)
    for page in (*PAGES, *GUIDES)
    for target in re.findall(r"\]\(([^)#:]+)[^):]*\)", page.read_text())
]


def parsed(words):
    """Parse as the shell would hand it over, without running anything; click.UsageError if it is wrong."""
    context, command, rest = click.Context(cli), cli, list(words)
    while isinstance(command, click.Group):
        name, command, rest = command.resolve_command(context, rest)
        context = command.make_context(name, rest, parent=context)
    return context


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_command_shown_can_be_typed(page):
    shown = typed(page.read_text())
    assert len(shown) >= 3
    for words in shown:
        parsed(words)


@pytest.mark.parametrize(
    "words", [["solve", "--form", "2026-12-01"], ["slove"], ["show"], ["export", "pdf", "roster"]]
)
def test_a_command_that_cannot_be_typed_would_be_seen(words):
    with pytest.raises(click.UsageError):
        parsed(words)


@pytest.mark.parametrize("page", (*PAGES, *GUIDES), ids=lambda page: f"{page.parent.name}/{page.name}")
def test_every_command_mentioned_exists_with_its_options(page):
    for words in mentioned(page.read_text()):
        context = click.Context(cli)
        command = cli
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            name = words.pop(0)
            command = command.get_command(context, name)
            assert command is not None, f"{page}: there is no command {name}"
        known = {"--help", *(option for parameter in command.params for option in parameter.opts)}
        assert {word for word in words if word.startswith("--")} <= known, f"{page}: {words}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name):
    command = cli.get_command(click.Context(cli), name)
    assert command.help
    assert f"rosterctl {name} " in README.read_text()
    for one in command.commands.values() if isinstance(command, click.Group) else ():
        assert one.help


def test_the_readme_lists_the_exit_codes():
    rows = [line.split("|")[1] for line in README.read_text().splitlines() if line.startswith("| ")]
    listed = {int(code) for row in rows for code in row.split(",") if code.strip().isdecimal()}
    assert listed <= {int(code) for code in ExitCode}
    assert {0, 1, 2, 3, 4, 6, 8, 9, 130, 143} <= listed


def test_the_gate_runs_the_commands_of_the_readme():
    gate = [line.strip() for line in (ROOT / ".ci" / "run").read_text().splitlines()]
    page = README.read_text()
    (tests,) = fenced_lines(page, "pytest")
    (roster,) = fenced_lines(page, "rosterctl solve")
    assert tests in gate
    assert roster in gate


@pytest.mark.parametrize(("page", "target"), LINKS, ids=str)
def test_links_lead_somewhere(page, target):
    assert (page.parent / target).exists()


@pytest.mark.parametrize("id", rule_modules())
def test_every_rule_has_a_manual_with_both_sides_of_its_edge(id):
    manual = rule_modules()[id].__doc__.lower()
    assert "source:" in manual
    assert "allowed" in manual or "granted:" in manual
    assert "forbidden" in manual or "costs" in manual
