"""How the planner of the simulation edits a bureau's files: rows of CSV, lines of YAML."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path

from rosterctl.intake.shapes.csv_columns import AbsenceRow, IncidentRow, TransferRow, columns_of

CONFIGS = Path(__file__).parents[2] / "configs"
SHAPES = {"absences.csv": AbsenceRow, "incidents.csv": IncidentRow, "transfers.csv": TransferRow}
MARK = "# what follows was written by the simulation"


class Files:
    """A bureau's folder. Nothing here looks at what the files mean."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add_rows(self, name: str, rows: Iterable[Mapping[str, object]]) -> None:
        """At the end of a CSV file, which is made and named in bureau.yaml where it is not yet there."""
        file = self.folder / name
        if not file.exists():
            file.write_text(",".join(columns_of(SHAPES[name])) + "\n", encoding="utf-8")
        if name in SHAPES and name != "incidents.csv":
            self.name_in_bureau(name)
        text = file.read_text(encoding="utf-8")
        columns = text.splitlines()[0].lstrip("\ufeff").split(",")
        out = StringIO()
        csv.DictWriter(out, columns, restval="", lineterminator="\n").writerows(rows)
        file.write_text(text.rstrip("\n") + "\n" + out.getvalue(), encoding="utf-8")

    def rows(self, pattern: str) -> Iterable[tuple[str, dict[str, str]]]:
        """Every row of the CSV files of a pattern, with the name of its file."""
        for file in sorted(self.folder.glob(pattern)):
            for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig"))):
                yield file.relative_to(self.folder).as_posix(), row

    def change_row(self, name: str, key: str, value: str, **cells: str) -> None:
        """Other cells in the row of a CSV file whose column `key` has the value."""
        file = self.folder / name
        reader = csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig")))
        out = StringIO()
        writer = csv.DictWriter(out, list(reader.fieldnames or ()), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **(cells if row[key] == value else {})} for row in reader)
        file.write_text(out.getvalue(), encoding="utf-8")

    def name_in_bureau(self, name: str) -> None:
        """`absences.csv` under `absences:` in bureau.yaml, where that key is not yet there."""
        key = name.partition(".")[0]
        text = self._read("bureau.yaml")
        if not re.search(rf"^{key}:", text, re.MULTILINE):
            self._write("bureau.yaml", f"{text.rstrip()}\n{key}: [{name}]\n")

    def set_key(self, key: str, value: str) -> None:
        """A key of bureau.yaml on one line, instead of what it was."""
        text = self._read("bureau.yaml")
        line = f"{key}: {value}"
        new, found = re.subn(rf"^{key}:.*$", line, text, count=1, flags=re.MULTILINE)
        self._write("bureau.yaml", new if found else f"{text.rstrip()}\n{line}\n")

    def add_under(self, name: str, key: str, item: str) -> None:
        """First in a list of a YAML file, whose key has a line of its own; the file is made if need be."""
        if not (self.folder / name).exists():
            self._write(name, f"{key}:\n")
        text = self._read(name)
        new, found = re.subn(
            rf"^({key}:[ \t]*(#.*)?)$", rf"\1\n  - {item}", text, count=1, flags=re.MULTILINE
        )
        assert found, f"{name} has no list {key}:"
        self._write(name, new)

    def lines(self, pattern: str, begins: str) -> list[tuple[str, str]]:
        """The lines of YAML files that begin so, each with its file."""
        return [
            (file.relative_to(self.folder).as_posix(), line.strip())
            for file in sorted(self.folder.glob(pattern))
            for line in file.read_text(encoding="utf-8").splitlines()
            if line.strip().startswith(begins)
        ]

    def retime(self, shift: str, start: str, end: str) -> bool:
        """Other times for a shift, in bureau.yaml or in a copy of the preset's file; whether there is one."""
        self._own_shifts()
        for name in ("bureau.yaml", *(f"presets/shifts/{one.name}" for one in self._presets())):
            text = self._read(name)
            pattern = rf'(\{{id: {re.escape(shift)}, .*start: )"[\d:]+"(, end: )"[\d:]+"'
            new, found = re.subn(pattern, rf'\1"{start}"\2"{end}"', text)
            if found:
                self._write(name, new)
                return True
        return False

    def append_block(self, name: str, block: str) -> None:
        """At the end of a file, instead of the block that was written there before; empty for none."""
        text = self._read(name).partition(MARK)[0].rstrip()
        self._write(name, f"{text}\n{MARK}\n{block}\n" if block else f"{text}\n")

    def texts(self) -> dict[Path, bytes]:
        """Everything that stands in the folder, but for its state."""
        state = self.folder / "state"
        files = (one for one in self.folder.rglob("*") if one.is_file() and state not in one.parents)
        return {one: one.read_bytes() for one in files}

    def put_back(self, texts: Mapping[Path, bytes]) -> None:
        """The folder as it was."""
        for file in self.texts():
            if file not in texts:
                file.unlink()
        for file, data in texts.items():
            file.write_bytes(data)

    def _presets(self) -> list[Path]:
        return sorted((self.folder / "presets" / "shifts").glob("*.yaml"))

    def _own_shifts(self) -> None:
        if not (self.folder / "presets" / "shifts").exists():
            shutil.copytree(CONFIGS / "shifts", self.folder / "presets" / "shifts")

    def _read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")
