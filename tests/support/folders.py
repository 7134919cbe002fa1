"""The flawless bureau of the golden errors, copied to where a test may change it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from rosterctl.intake.build.people.officers import declare_officers
from rosterctl.intake.bureau_yaml import open_bureau_yaml
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.load import examine
from rosterctl.intake.read_files import read_files
from rosterctl.intake.text.folder import Folder
from rosterctl.intake.text.mistakes import Mistakes

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


def contents_of(folder: Path) -> BureauContents:
    """What stands in the folder's files, every officer declared, before any noun is built of it."""
    contents = open_bureau_yaml(Folder(folder, Mistakes()))
    assert contents is not None
    read_files(contents)
    declare_officers(contents)
    return contents


def mistakes_in(contents: BureauContents) -> list[str]:
    """Every mistake that was found so far, as `file:line:column: what is wrong`."""
    return [f"{one.place}: {one.message}" for one in contents.mistakes.problems]


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
