"""Where damaged things are kept: nothing is ever deleted there by us, and names never collide."""

from __future__ import annotations

import re
from pathlib import Path

from rosterctl.storage.disk.atomic import make_folder, sync, write_file


class SetAside:
    """The folder `set-aside/` of a state; things in it are called `journal.jsonl.1`, `000003.1`, …"""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def name_for(self, name: str) -> str:
        """The next free name, relative to the state."""
        n = 1
        while (self.folder / f"{name}.{n}").exists():
            n += 1
        return f"{self.folder.name}/{name}.{n}"

    def versions(self) -> set[int]:
        """The numbers of the versions that lie here."""
        names = (path.name for path in self.folder.iterdir()) if self.folder.is_dir() else ()
        return {int(found[1]) for name in names if (found := re.fullmatch(r"(\d{6,12})\.\d+", name))}

    def move(self, path: Path) -> str:
        """Take a file or folder away from its place; says where it is now."""
        make_folder(self.folder)
        there = self.name_for(path.name)
        path.rename(self.folder.parent / there)
        sync(self.folder)
        sync(path.parent)
        return there

    def keep(self, name: str, data: bytes) -> str:
        """Keep a copy of a file that will be replaced in its place; a copy kept already is not made twice."""
        make_folder(self.folder)
        there = self.name_for(name)
        n = int(there.rpartition(".")[2]) - 1
        last = self.folder / f"{name}.{n}"
        if n and last.is_file() and last.read_bytes() == data:
            return f"{self.folder.name}/{last.name}"
        write_file(self.folder.parent / there, data)
        return there
