"""A bureau of one officer that uses any presets, for tests that ask what the shipped files say."""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.intake.load import read_bureau

BUREAU = """
bureau: tiny
name: tiny
timezone: Asia/Shanghai
anchor: 2020-01-01
day_starts: "07:00"
calendar: {calendar}
rotations: [standard]
shifts: [standard]
rulebook: {rulebook}
units: [units.yaml]
officers: [officers.csv]
"""
UNITS = "units:\n  - {id: U1, name: U1, kind: point, rotation: cn4x2, teams: [{id: A, name: A}]}\n"
OFFICERS = "officer_id,name,role,unit,team\nP1,P1,sworn,U1,A\n"


def tiny_bureau(folder: Path, *, calendar: str = "china", rulebook: str = "china-police") -> Bureau:
    (folder / "bureau.yaml").write_text(BUREAU.format(calendar=calendar, rulebook=rulebook), encoding="utf-8")
    (folder / "units.yaml").write_text(UNITS, encoding="utf-8")
    (folder / "officers.csv").write_text(OFFICERS, encoding="utf-8")
    return read_bureau(folder)
