"""Every mistake has a reproducer and a golden text: where, the user's own line, what to do."""

import os
import shutil
from pathlib import Path

import pytest
import yaml

from rosterctl.cli.main import run

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yaml"))


def spoil(folder: Path, case: dict) -> None:
    for name, texts in case.get("replace", {}).items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in texts.items():
            assert old in text, f"{name} has no {old!r}"
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    for name, text in case.get("write", {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name, encoding in case.get("encode", {}).items():
        (folder / name).write_bytes((folder / name).read_text(encoding="utf-8").encode(encoding))
    for name, (text, mark, times) in case.get("repeat", {}).items():
        (folder / name).write_text(text + mark * times, encoding="utf-8")
    for name in (*case.get("delete", ()), *case.get("links", ()), *case.get("fifos", ())):
        (folder / name).unlink()
    for name, target in case.get("links", {}).items():
        (folder / name).symlink_to(target)
    for name in case.get("fifos", ()):
        os.mkfifo(folder / name)


@pytest.mark.parametrize("case_file", CASES, ids=lambda path: path.stem)
def test_error(case_file, tmp_path, monkeypatch, capsys):
    case = yaml.safe_load(case_file.read_text(encoding="utf-8"))
    shutil.copytree(HERE / "bureau", tmp_path / "bureau")
    spoil(tmp_path / "bureau", case)
    monkeypatch.chdir(tmp_path)
    code = run(["validate", *case.get("arguments", ["bureau"])])
    out, err = capsys.readouterr()
    told = f"exit {int(code)}\n--- stdout\n{out}--- stderr\n{err}"
    golden = case_file.with_suffix(".txt")
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_every_golden_text_has_its_case():
    assert {path.stem for path in (HERE / "cases").glob("*.txt")} == {path.stem for path in CASES}


def test_what_is_right_exits_0_and_what_is_wrong_3():
    for case_file in CASES:
        expected = "exit 0\n" if case_file.stem.startswith("right-") else "exit 3\n"
        assert case_file.with_suffix(".txt").read_text(encoding="utf-8").startswith(expected), case_file.stem
