"""The bureau in figures. [S] stands in the source article, [A] is assumed (see README.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST = date(2026, 12, 1)
DAYS = 28
HORIZON = tuple(FIRST + timedelta(days=n) for n in range(DAYS))
ANCHOR = date(2020, 1, 1)
CYCLE = "DNOO"
TEAMS = (("A", "甲班"), ("B", "乙班"), ("C", "丙班"), ("D", "丁班"))
COMMAND = ("K", "指挥组")


@dataclass(frozen=True)
class UnitRow:
    """Heads are of one team; `commanders` stand beside the teams. `x`, `y` (km) is the corner of the area."""

    id: str
    name: str
    short: str
    kind: str
    code: str
    teams: int
    sworn: int
    auxiliary: int
    commanders: int
    grids: int = 0
    columns: int = 1
    x: float = 0.0
    y: float = 0.0
    from_patrol: int = 0
    from_traffic: int = 0
    from_office: int = 0
    stations: tuple[str, ...] = ()
    lenders: tuple[str, ...] = ()
    junctions: int = 0
    gates: int = 0

    @property
    def size(self) -> int:
        return self.teams * (self.sworn + self.auxiliary) + self.commanders

    def letter(self, team: int, day: date) -> str:
        """What team number `team` works on a date: `DNOO`, or alternate days for a unit of two teams."""
        cycle = CYCLE if self.teams == 4 else "DO"
        return cycle[((day - ANCHOR).days + team) % len(cycle)]


def _area(
    id_: str,
    name: str,
    code: str,
    heads: tuple[int, int],
    grids: int,
    place: tuple[int, float, float],
    came_from: tuple[int, int, int],
    stations: str,
    lenders: str,
    peaks: tuple[int, int],
) -> UnitRow:
    return UnitRow(
        id_,
        f"{name}大队",
        name,
        "area",
        code,
        4,
        *heads,
        2,
        grids,
        *place,
        *came_from,
        tuple(stations.split()),
        tuple(lenders.split()),
        *peaks,
    )


def _line(
    id_: str,
    name: str,
    code: str,
    teams: int,
    heads: tuple[int, int, int],
    came_from: tuple[int, int, int],
    lenders: str,
    peaks: tuple[int, int],
) -> UnitRow:
    return UnitRow(
        id_,
        f"{name}大队",
        name,
        "line",
        code,
        teams,
        *heads,
        0,
        1,
        0.0,
        0.0,
        *came_from,
        (),
        tuple(lenders.split()),
        *peaks,
    )


def _station(id_: str, name: str, sworn: int, grids: int, area: str) -> UnitRow:
    return UnitRow(
        id_, f"{name}警务站", name, "point", id_, 4, sworn, 3, 0, grids, lenders=(area,), junctions=1
    )


AREAS = (
    _area("congtai-1", "丛台一", "CT1", (21, 40), 16, (4, 0.5, 0.5), (65, 159, 22), "S01 S02",
          "congtai-2 guifan", (21, 9)),
    _area("congtai-2", "丛台二", "CT2", (20, 38), 15, (4, 0.5, 4.5), (62, 151, 21), "S03 S04",
          "congtai-1 zhuhe", (20, 9)),
    _area("congtai-3", "丛台三", "CT3", (18, 34), 13, (4, 4.5, 0.5), (56, 135, 19), "S05 S06",
          "congtai-1 guifan", (17, 7)),
    _area("hanshan-1", "邯山一", "HS1", (19, 36), 14, (4, -3.5, -4.5), (59, 143, 20), "S07 S08",
          "hanshan-2 guifan", (19, 8)),
    _area("hanshan-2", "邯山二", "HS2", (19, 36), 14, (4, 0.5, -4.5), (59, 143, 20), "S09 S10",
          "hanshan-1 zhuhe", (19, 8)),
    _area("fuxing", "复兴", "FX", (19, 35), 14, (4, -3.5, 0.5), (58, 140, 20), "S11 S12",
          "congtai-1 guifan", (18, 8)),
    _area("jingkai", "经开", "JK", (17, 31), 12, (4, 4.5, -4.5), (51, 124, 19), "S13 S14",
          "hanshan-2 zhuhe", (16, 7)),
)  # fmt: skip

LINES = (
    _line("zhuhe", "渚河", "ZH", 2, (28, 52, 4), (0, 150, 14), "guifan", (8, 12)),
    _line("fangkong", "防控", "FK", 4, (27, 37, 2), (90, 150, 18), "jidong-1 jidong-2", (6, 4)),
    _line("jidong-1", "机动一", "JD1", 4, (19, 32, 2), (180, 20, 6), "jidong-2", (0, 8)),
    _line("jidong-2", "机动二", "JD2", 4, (19, 32, 2), (180, 20, 6), "jidong-1", (0, 8)),
    _line("guifan", "规范保障", "GF", 4, (9, 16, 2), (7, 80, 15), "zhuhe", (2, 2)),
)

STATIONS = (
    _station("S01", "丛台东", 3, 8, "congtai-1"),
    _station("S02", "丛台西", 3, 8, "congtai-1"),
    _station("S03", "联纺东", 3, 8, "congtai-2"),
    _station("S04", "联纺西", 3, 7, "congtai-2"),
    _station("S05", "东环", 3, 7, "congtai-3"),
    _station("S06", "东郊", 2, 6, "congtai-3"),
    _station("S07", "邯山东", 3, 8, "hanshan-1"),
    _station("S08", "邯山西", 2, 6, "hanshan-1"),
    _station("S09", "渚阳", 3, 7, "hanshan-2"),
    _station("S10", "南湖", 2, 7, "hanshan-2"),
    _station("S11", "复兴东", 3, 8, "fuxing"),
    _station("S12", "复兴西", 2, 6, "fuxing"),
    _station("S13", "经开东", 2, 6, "jingkai"),
    _station("S14", "经开西", 2, 6, "jingkai"),
)

UNITS = (*AREAS, *LINES, *STATIONS)
BY_ID = {unit.id: unit for unit in UNITS}
BRIGADE = ("hanshan-1", "S07", "S08")
