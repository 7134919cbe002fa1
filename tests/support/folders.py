"""The flawless bureau of the golden errors, copied to where a test may change it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from rosterctl.intake.load import examine

FLAWLESS = Path(__file__).parents[1] / "golden" / "errors" / "bureau"


def flawless(folder: Path) -> Path:
    return Path(shutil.copytree(FLAWLESS, folder / "bureau"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def input_files(folder: Path) -> Mapping[str, bytes]:
    """The bytes of all files of a flawless bureau, by name; the presets that were used are among them."""
    examination = examine(folder)
    assert examination.bureau is not None, examination.problems
    return dict(sorted(examination.folder.files.items()))


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def told(folder: Path) -> list[str]:
    """Every mistake in the folder, as `file:line:column: what is wrong`."""
    return [f"{one.place}: {one.message}" for one in examine(folder).problems]


def spoilt(folder: Path, file: str, old: str, new: str) -> list[str]:
    """Every mistake in a flawless bureau of its own after one change; none if it is still right."""
    bureau = Path(shutil.copytree(FLAWLESS, folder / f"bureau-{len(list(folder.iterdir()))}"))
    change(bureau / file, old, new)
    return told(bureau)
