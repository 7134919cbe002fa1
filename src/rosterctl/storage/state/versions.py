"""Version folders: written whole, hashed file by file, never changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from rosterctl.storage import wording
from rosterctl.storage.disk import atomic
from rosterctl.storage.roster.folder import ROSTER
from rosterctl.storage.state.deeds import Deed, Version, deed_fields, line, object_of, read_deed, text
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import LISTED, say

VERSION = "version.json"
_NUMBER = re.compile(r"\d{6,12}")
_SHOWN = 3


def folder_of(versions: Path, number: int) -> Path:
    return versions / f"{number:06d}"


def numbers_on_disk(versions: Path) -> tuple[int, ...]:
    """The numbers of all version folders, whole or not, in order."""
    names = (path.name for path in versions.iterdir()) if versions.is_dir() else ()
    return tuple(sorted(int(name) for name in names if _NUMBER.fullmatch(name)))


def write_version(versions: Path, number: int, deed: Deed, files: Mapping[str, bytes]) -> Version:
    """Write a version folder whole or not at all."""
    files = {name: data for name, data in files.items() if name != VERSION}
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    folder = folder_of(versions, number)
    atomic.write_folder(folder, {**files, VERSION: _text(number, deed, hashes)})
    return Version(number, folder, deed, manifest_hash(hashes))


def files_of(version: Version) -> dict[str, bytes]:
    """The roster folder of a version, by relative name, without what makes it a version."""
    return {name: (version.folder / name).read_bytes() for name in _hashes(version.folder) if name != VERSION}


def manifest_hash(hashes: Mapping[str, str]) -> str:
    """SHA-256 over a line for every file as `sha256sum` prints it, sorted by name."""
    lines = (f"{sha}  {name}\n" for name, sha in sorted(hashes.items()))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def damage(version: Version) -> str:
    """What is wrong with a version's folder; empty when it is as it was published."""
    if version.folder.is_symlink() or not version.folder.is_dir():
        return say(wording.FOLDER_GONE)
    hashes = _hashes(version.folder)
    whole = hashes.pop(VERSION, "")
    should = hashlib.sha256(_text(version.number, version.deed, hashes)).hexdigest()
    if manifest_hash(hashes) == version.sha256 and whole == should:
        return ""
    known = _known(version)
    if known is None:
        return say(wording.FILE_CHANGED if whole else wording.FILE_MISSING, name=VERSION)
    both = sorted(known.keys() & hashes.keys())
    changes = [
        *(say(wording.FILE_MISSING, name=name) for name in sorted(known.keys() - hashes.keys())),
        *(say(wording.FILE_ADDED, name=name) for name in sorted(hashes.keys() - known.keys())),
        *(say(wording.FILE_CHANGED, name=name) for name in both if known[name] != hashes[name]),
    ]
    told = say(LISTED).join(changes[:_SHOWN])
    if len(changes) > _SHOWN:
        return say(wording.AND_MORE_CHANGES, changes=told, number=len(changes) - _SHOWN)
    return told or say(wording.FILE_CHANGED, name=VERSION)


def alone(folder: Path) -> Version | None:
    """The version of a folder by its own word, when it is intact in itself."""
    with suppress(ValueError, OSError):
        fields = object_of((folder / VERSION).read_bytes())
        deed = fields.get("deed")
        if not isinstance(deed, dict):
            return None
        version = Version(int(folder.name), folder, read_deed(deed), text(fields, "sha256"))
        return None if damage(version) else version
    return None


def horizon_of(version: Version) -> Horizon | None:
    """The dates of a version's roster, read without reading its duties; None when they cannot be found."""
    with suppress(OSError, ValueError):
        data = (version.folder / ROSTER).read_bytes()
        return Horizon(date.fromisoformat(_field(data, "first")), int(_field(data, "days")))
    return None


def bureau_id_of(version: Version) -> str:
    """The id of the bureau whose roster it is, read without reading its duties; OSError, ValueError."""
    return _field((version.folder / ROSTER).read_bytes(), "bureau")


def _field(data: bytes, name: str) -> str:
    """A field of a `roster.json`, each of which stands on a line of its own."""
    begin = data.find(b'\n"%s":' % name.encode())
    row = data[begin + 1 : data.find(b"\n", begin + 1)] if begin >= 0 else b""
    found = re.fullmatch(rb'"[^"]*": ?"?([^"]+?)"?,?', row)
    if found is None:
        raise ValueError(say(wording.ROSTER_WITHOUT, name=name))
    return found[1].decode()


def _text(number: int, deed: Deed, hashes: Mapping[str, str]) -> bytes:
    sha = manifest_hash(hashes)
    return line({"number": number, "deed": deed_fields(deed), "sha256": sha, "files": dict(hashes)}) + b"\n"


def _known(version: Version) -> dict[str, str] | None:
    """The hashes that the version's own file names, if they are those that were published."""
    with suppress(ValueError, OSError):
        files = object_of((version.folder / VERSION).read_bytes()).get("files")
        if isinstance(files, dict) and all(isinstance(sha, str) for sha in files.values()):
            return files if manifest_hash(files) == version.sha256 else None
    return None


def _hashes(folder: Path) -> dict[str, str]:
    """By relative name, the SHA-256 of everything in the folder; links and pipes are none of ours."""
    return {
        path.relative_to(folder).as_posix(): _hash(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def _hash(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return "not a file"
    return hashlib.sha256(path.read_bytes()).hexdigest()
