"""The flawless bureau of the golden errors, copied to where a test may change it."""

import shutil
from pathlib import Path

FLAWLESS = Path(__file__).parents[1] / "golden" / "errors" / "bureau"


def flawless(folder: Path) -> Path:
    return Path(shutil.copytree(FLAWLESS, folder / "bureau"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
