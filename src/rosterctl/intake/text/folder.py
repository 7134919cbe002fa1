"""The bureau's folder: which files belong to it, and their bytes, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rosterctl.intake.text import wording
from rosterctl.intake.text.charsets import as_gbk, is_utf_16
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.problems import Place
from rosterctl.wording import say

LARGEST = 16 * 1024 * 1024
MOST_FILES = 2000
WITHHELD = "notify.yaml"
WILD = re.compile(r"[*?\[]")
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]")


@dataclass
class Folder:
    """`files` holds the bytes of everything read so far, by its name relative to the folder.

    Presets that were shipped stand there as `presets/KIND/NAME.yaml`, as if the bureau had its own copy.
    The file `withheld` may hold secrets and is never among them. `carried` has files that are not on the disk
    but read as if they stood there.
    """

    root: Path
    mistakes: Mistakes
    files: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    named: dict[Path, Place] = field(default_factory=dict)
    withheld: str = WITHHELD
    carried: Mapping[str, bytes] = field(default_factory=dict)

    def line(self, place: Place) -> str:
        """The user's own line at a place; empty when the place is a whole file."""
        lines = self.texts.get(place.file, "").split("\n")
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def includes(self, pattern: str, place: Place) -> Iterator[str]:
        """The names of the files that an entry such as `units/*.yaml` stands for, in order."""
        if Path(pattern).is_absolute() or ".." in Path(pattern).parts or "\\" in pattern:
            self.mistakes.add(place, *say(wording.PATH_LEADS_OUT, pattern=pattern))
            return
        if WILD.search(pattern):
            found = self.fitting(pattern)
            if not found:
                self.mistakes.add(place, *wording.no_file_fits(pattern, self.missing_folder(pattern)))
        else:
            found = [self.root / pattern]
        for path in found:
            name = path.relative_to(self.root).as_posix()
            if self.may_read(path, name, place):
                yield name

    def fitting(self, pattern: str) -> list[Path]:
        try:
            return sorted(path for path in self.root.glob(pattern) if path.is_file() or path.is_symlink())
        except ValueError:  # such as `units/**.yaml`: the pattern fits nothing
            return []

    def may_read(self, path: Path, name: str, place: Place) -> bool:
        if not path.resolve().is_relative_to(self.root.resolve()):
            self.mistakes.add(place, *say(wording.LINK_LEADS_OUT, name=name))
        elif path.is_dir():
            self.mistakes.add(place, *say(wording.FOLDER_NOT_FILE, name=name))
        elif not path.exists():
            self.mistakes.add(place, *wording.no_such_file(name, self.neighbours(path)))
        elif not path.is_file():
            self.mistakes.add(place, *say(wording.NOT_ORDINARY, name=name))
        elif path.resolve() == (self.root / self.withheld).resolve():
            self.mistakes.add(place, *say(wording.WITHHELD_FILE, name=name))
        elif path.resolve() in self.named:
            first = self.named[path.resolve()]
            self.mistakes.add(place, *say(wording.FILE_TWICE, name=name, first=first))
        elif len(self.named) >= MOST_FILES:
            self.mistakes.add(place, *say(wording.TOO_MANY_FILES, most=MOST_FILES))
        else:
            self.named[path.resolve()] = place
            return True
        return False

    def missing_folder(self, pattern: str) -> str:
        """The folder in which files were to fit the pattern, if there is no such folder; else empty."""
        folder = (self.root / pattern).parent
        if WILD.search(str(folder.relative_to(self.root))) or folder.is_dir():
            return ""
        return folder.relative_to(self.root).as_posix()

    def neighbours(self, path: Path) -> list[str]:
        """The names of what lies in the same folder, in order."""
        if not path.parent.is_dir():
            return []
        return sorted(other.relative_to(self.root).as_posix() for other in path.parent.iterdir())

    def text(self, name: str, path: Path | None = None, shown: str = "") -> str | None:
        """The text of a file with plain `\\n` line ends; None, and a mistake, when it is no text.

        `path` is where a shipped preset really lies and `shown` what its places call it. OSError when the
        file cannot be read.
        """
        if name in self.carried:
            self.files[name] = self.carried[name]
            return self.decode(name, self.carried[name])
        path, shown = path or self.root / name, shown or name
        if path.stat().st_size > LARGEST:
            self.mistakes.add(Place(shown), *wording.too_large(LARGEST))
            return None
        data = path.read_bytes()
        self.files[name] = data
        return self.decode(shown, data)

    def decode(self, shown: str, data: bytes) -> str | None:
        """Chinese Excel saves CSV as GBK; whoever validates is told (`operations.load`)."""
        if is_utf_16(data):
            self.mistakes.add(Place(shown, 1, 1), *say(wording.UTF_16))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            found = as_gbk(data)
            if found is None or not shown.endswith(".csv"):
                line = data.count(b"\n", 0, error.start) + 1
                self.mistakes.add(Place(shown, line, 1), *wording.not_utf_8(is_gbk=found is not None))
                return None
            text = found
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.texts[shown] = text
        odd = INVISIBLE.search(text)
        if odd is None:
            return text
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        self.mistakes.add(
            Place(shown, line, column),
            *wording.invisible(odd[0]),
        )
        return None
