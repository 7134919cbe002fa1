import json

import pytest

from rosterctl.cli.main import run


@pytest.mark.parametrize("template", ["station", "brigade"])
def test_makes_a_bureau_that_validates(tmp_path, capsys, template):
    folder = tmp_path / "new" / "bureau"
    assert run(["init", str(folder), "--template", template]) == 0
    assert f"rosterctl validate {folder}" in capsys.readouterr().err
    assert run(["validate", str(folder)]) == 0


def test_only_the_owner_may_read_what_holds_people(tmp_path, capsys):
    folder = tmp_path / "new"
    assert run(["init", str(folder), "--json"]) == 0
    assert "bureau.yaml" in json.loads(capsys.readouterr().out)["files"]
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}
    assert modes == {True: 0o700, False: 0o600}


def test_an_empty_folder_will_do(tmp_path):
    assert run(["init", str(tmp_path)]) == 0


def test_refuses_a_folder_with_something_in_it(tmp_path, capsys):
    (tmp_path / "bureau.yaml").write_text("mine")
    assert run(["init", str(tmp_path)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert (tmp_path / "bureau.yaml").read_text() == "mine"


def test_refuses_a_file(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert run(["init", str(tmp_path / "file")]) == 2
    assert run(["init", str(tmp_path / "file" / "below")]) == 8
