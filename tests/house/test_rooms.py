"""The house keeps its order: borders between rooms, names, sizes, and what is loaded when."""

import subprocess
import sys
from pathlib import Path

import pytest

from rosterctl.rulekit.registry import rule_modules
from tests.support.repository import ROOT, SOURCE

LONGEST = 250
"""Lines a module may have. The aim is 120: splitting is for meaning, not for length."""

NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
MODULES = sorted(SOURCE.rglob("*.py"))


def names(path):
    return [Path(part).stem for part in path.relative_to(SOURCE).parts]


def test_imports_run_one_way():
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert " 0 broken" in told.stdout


def test_no_module_is_too_long_to_read():
    lengths = {path: len(path.read_text().splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_room_and_module_is_named_for_what_it_holds():
    assert [path for path in MODULES if NAMELESS & set(names(path))] == []


def test_every_module_says_what_it_is_for():
    silent = [
        path for path in MODULES if path.name != "__init__.py" and not path.read_text().startswith('"""')
    ]
    assert silent == []


@pytest.mark.parametrize("id", rule_modules())
def test_a_rule_is_found_by_its_file(id):
    assert (SOURCE / "rules" / f"{id.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_comes_without_loading_the_solver_or_the_schemas(arguments):
    script = (
        "import sys; from rosterctl.cli.main import run; code = run(sys.argv[1:]); "
        "print(code, {'ortools', 'numpy', 'pydantic', 'yaml'} & set(sys.modules), file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert told.stderr == "0 set()\n"
    assert "rosterctl" in told.stdout
