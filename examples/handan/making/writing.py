"""Writes rows as CSV, and as YAML with one mapping a line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

HEADER = "# Made by examples/handan/generate.py; in a bureau of your own, change this file as you like.\n"
PLAIN = re.compile(r"[\w\-.+]+")


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    write_text(path, out.getvalue())


def write_yaml(path: Path, **lists: Iterable[Mapping[str, Any]]) -> None:
    text = HEADER
    for key, rows in lists.items():
        text += f"{key}:\n" + "".join(f"  - {flow(row)}\n" for row in rows)
    write_text(path, text)


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def flow(value: Any) -> str:
    """A value in YAML's flow style; text with marks of its own is quoted."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    text = str(value)
    return text if PLAIN.fullmatch(text) else f'"{text}"'
