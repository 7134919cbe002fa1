"""The wheel carries what an installed rosterctl reads: presets, templates and the parts of the page."""

import subprocess
import sys
import zipfile

import pytest

from tests.support.repository import ROOT


@pytest.fixture(scope="module")
def inside(tmp_path_factory):
    """The names of the files in a wheel built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("rosterctl-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    ("here", "there", "ending"),
    [
        ("configs", "rosterctl/configs", "*.yaml"),
        ("configs/schedule", "rosterctl/configs/schedule", "*"),
        ("examples/station", "rosterctl/templates/station", "*.*"),
        ("examples/brigade", "rosterctl/templates/brigade", "*.*"),
        ("src/rosterctl", "rosterctl", "*.py"),
        ("src/rosterctl/export/html/files", "rosterctl/export/html/files", "*.*"),
    ],
)
def test_the_wheel_holds_every_file(inside, here, there, ending):
    expected = {f"{there}/{path.relative_to(ROOT / here).as_posix()}" for path in (ROOT / here).rglob(ending)}
    assert expected
    assert expected <= inside


def test_the_wheel_holds_no_tests_and_no_whole_city(inside):
    assert [name for name in inside if name.startswith("tests") or "handan" in name] == []
