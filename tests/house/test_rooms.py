"""The house keeps its order: borders between rooms, rules by their files, and what is loaded when."""

import subprocess
import sys

import pytest

from rosterctl.rulekit.registry import rule_modules
from tests.support.repository import ROOT, SOURCE


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
