"""Puts a mutant in the place of one module, in every Python process that has this folder on its path.

`ROSTERCTL_MUTANT` is `module=file`: the module is read from that file; its path stays what it was.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

NAME = "ROSTERCTL_MUTANT"


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, mutant: Path) -> None:
        super().__init__(name, path)
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 (the loader knows one module only)
        return compile(self._mutant.read_text(encoding="utf-8"), self.path, "exec", dont_inherit=True)


class _Finder(MetaPathFinder):
    def __init__(self, name: str, mutant: Path) -> None:
        self._name, self._mutant = name, mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is None or found.origin is None:
            return None
        return spec_from_file_location(
            fullname, found.origin, loader=_Loader(fullname, found.origin, self._mutant)
        )


def install() -> None:
    """Does nothing when no mutant is named."""
    name, _, mutant = os.environ.get(NAME, "").partition("=")
    if name:
        sys.meta_path.insert(0, _Finder(name, Path(mutant)))


install()
