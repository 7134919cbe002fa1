"""Writes several copies of a bureau into one: every id with a prefix, every strength target multiplied."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

IDS = frozenset({"officer_id", "vehicle_id", "unit", "zone"})
"""Columns of the CSV files that hold an id of the bureau."""
LISTS = ("units", "zones", "posts", "events")
FIELDS = frozenset({"id", "unit", "zone"})
"""Keys of units, zones, posts and events that hold one."""
MANY = frozenset({"units", "borrows_from"})
"""Keys that hold a list of units."""
FILES = ("units", "zones", "officers", "transfers", "absences", "requests", "vehicles", "events")
"""Keys of bureau.yaml whose files are copied; what else it names must be the same for every copy."""


def write_copies(bureau: Path, times: int, folder: Path) -> None:
    """One bureau of `times` bureaus; the folder is made."""
    head = _read(bureau / "bureau.yaml")
    prefixes = [f"b{n + 1}-" for n in range(times)]
    for key in FILES:
        found = sorted(path for pattern in head.get(key, ()) for path in bureau.glob(pattern))
        for prefix in prefixes:
            for path in found:
                write = _copy_csv if path.suffix == ".csv" else _copy_yaml
                _write(folder / key / f"{prefix}{path.name}", write(path, prefix))
        if found:
            head[key] = [f"{key}/*{found[0].suffix}"]
    for target in head.get("strengths", ()):
        target["heads"] = str(int(target["heads"]) * times)
        if "units" in target:
            target["units"] = [prefix + unit for prefix in prefixes for unit in target["units"]]
    _write(folder / "bureau.yaml", _yaml(head))


def _copy_csv(path: Path, prefix: str) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        named = zip(header, row, strict=True)
        writer.writerow(prefix + cell if cell and column in IDS else cell for column, cell in named)
    return out.getvalue()


def _copy_yaml(path: Path, prefix: str) -> str:
    content = _read(path)
    for key in LISTS:
        content[key] = [_prefixed(item, prefix) for item in content.get(key, ())]
    return _yaml({key: items for key, items in content.items() if items})


def _prefixed(item: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    found = dict(item)
    for key, value in item.items():
        if key in FIELDS:
            found[key] = prefix + value
        elif key in MANY:
            found[key] = [prefix + unit for unit in value]
    return found


def _read(path: Path) -> dict[str, Any]:
    """Every scalar as text: the meaning of `07:00` is not for YAML to guess."""
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return content


def _yaml(content: Mapping[str, Any]) -> str:
    return yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)


class _Plain(yaml.SafeDumper):
    """Writes no anchors: rosterctl takes none."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
