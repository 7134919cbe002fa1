"""ARCHITECTURE.md and CONTRIBUTING.md speak of files, classes and rooms that are there."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.support.repository import ROOT
from tests.support.source import modules, public_names, room

ARCHITECTURE, CONTRIBUTING, CHANGELOG = (
    ROOT / f"{name}.md" for name in ("ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")
)
INLINE = re.compile(r"`([^`\n]+)`")
OURS = re.compile(r"^(src|tests|configs|examples|\.ci)/[\w./-]+$|^\.[\w-]+\.yaml$|^pyproject\.toml$")
EXAMPLE = ("tests/rules/test_yours.py", "src/rosterctl/a/b.py", "tests/a/test_b.py")
"""Paths that only show how a name is made."""
STAGE = re.compile(r"^ *\d \w+ .*▶ (\w+)$", re.MULTILINE)
"""A line of the drawing: number, stage, what it does, what it hands on."""

REQUESTS = 15
FEW = 3


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    under = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in under.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def paths(text: str) -> list[str]:
    """The files and folders of the repository that a text names."""
    return [span.split()[0] for span in INLINE.findall(text) if OURS.match(span) and span not in EXAMPLE]


@pytest.mark.parametrize("page", [ARCHITECTURE, CONTRIBUTING, CHANGELOG], ids=lambda page: page.name)
def test_every_path_leads_somewhere(page) -> None:
    assert [path for path in paths(page.read_text()) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", [ARCHITECTURE, CONTRIBUTING], ids=lambda page: page.name)
def test_every_program_of_the_tests_can_be_run(page) -> None:
    programs = re.findall(r"-m tests\.(\w+)", page.read_text())
    assert [name for name in programs if not (ROOT / "tests" / name / "__main__.py").is_file()] == []


def test_the_newcomers_table_has_every_request_with_one_to_three_files() -> None:
    table = rows(CONTRIBUTING.read_text(), "Where do I begin?")
    assert len(table) == REQUESTS
    assert {request: cell for request, cell in table if not 1 <= len(paths(cell)) <= FEW} == {}


def test_a_row_without_a_file_or_with_a_wrong_path_would_be_seen() -> None:
    page = "\n## Which?\n\n| request | files |\n|---|---|\n| a | `src/nowhere.py` to copy |\n| b | – |\n"
    assert [paths(cell) for _, cell in rows(page, "Which?")] == [["src/nowhere.py"], []]


def test_every_room_is_described_and_no_other() -> None:
    described = [row[0].strip("`") for row in rows(ARCHITECTURE.read_text(), "The rooms")]
    there = {room(path) for path in modules()}
    assert sorted(described) == sorted(there)


def test_the_rooms_come_in_the_order_in_which_they_import() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    order = [name for layer in layers for name in re.findall(r"rosterctl\.(\w+)", layer)]
    assert [row[0].strip("`") for row in rows(ARCHITECTURE.read_text(), "The rooms")] == order


def test_what_the_stages_hand_on_is_defined() -> None:
    handed = STAGE.findall(ARCHITECTURE.read_text())
    assert len(handed) == 5  # one a stage
    names = {name for path in modules() for name, _ in public_names(path)}
    assert set(handed) - names == set()


def test_the_readme_leads_to_each_of_them() -> None:
    page = (ROOT / "README.md").read_text()
    assert [
        name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md") if f"]({name})" not in page
    ] == []
