"""Post types: windows that do not overlap, crews that exist, vehicles and licences that somebody has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from rosterctl.domain.crew import Crew, Slot
from rosterctl.domain.post import Level, PostType, PostWindow
from rosterctl.intake.build.work.crews import crews_of
from rosterctl.intake.build.work.post_types import post_types_of
from rosterctl.timeline.calendar import DayType
from tests.support.folders import change, contents_of, flawless, spoilt, told, write

DESK = '      - {from: "00:00", to: "24:00", minimum: pair}'
SWORN, AUXILIARY = Slot("sworn"), Slot("auxiliary")
PAIR = Crew("pair", "双岗", ((SWORN, SWORN), (AUXILIARY, SWORN)))
DAY = date(2026, 12, 1)


def built(bureau: Path) -> Mapping[str, PostType]:
    """With one officer who rides and one motorcycle at least."""
    contents = contents_of(bureau)
    return post_types_of(contents, crews_of(contents), frozenset(["rider"]), frozenset(["motorcycle"]))


def windows(folder: Path, *texts: str) -> tuple[PostWindow, ...]:
    bureau = flawless(folder)
    change(bureau / "bureau.yaml", DESK, "\n".join(f"      - {{{text}}}" for text in texts))
    return built(bureau)["desk"].windows


def wrong(folder: Path, *texts: str) -> list[str]:
    """Without file, line and column; the windows stand in lines 28, 29 …"""
    found = spoilt(folder, "bureau.yaml", DESK, "\n".join(f"      - {{{text}}}" for text in texts))
    return [one.split(": ", 1)[1] for one in found]


def test_a_type_with_everything(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", "vehicles: 2", "vehicles: 1\n    reach_km: 1.5")
    moto = built(bureau)["moto"]
    rider = Slot("sworn", ("rider",))
    # One of the two who stand there rides, whichever it is.
    crew = Crew("pair", "双岗", ((SWORN, rider), (Slot("auxiliary", ("rider",)), SWORN), (AUXILIARY, rider)))
    days = frozenset([DayType.WORKDAY])
    assert moto == PostType(
        "moto",
        "骑警岗",
        (
            PostWindow(420, 540, ((Level.PLAN, crew),), days),
            PostWindow(1020, 1140, ((Level.PLAN, crew),), days),
        ),
        "motorcycle",
        1,
        "rider",
        1.5,
    )


def test_levels_stand_in_their_order_and_windows_in_that_of_the_day(tmp_path: Path) -> None:
    found = windows(
        tmp_path,
        'from: "12:00", to: "13:00", target: pair, minimum: pair, plan: pair',
        'from: "08:00", to: "09:00", first: 2026-12-01, last: 2026-12-01, plan: pair',
        # Before the handover at 07:00: the end of the duty day.
        'from: "06:00", to: "07:00", plan: pair',
    )
    assert found == (
        PostWindow(480, 540, ((Level.PLAN, PAIR),), frozenset(), DAY, DAY),
        PostWindow(720, 780, ((Level.MINIMUM, PAIR), (Level.PLAN, PAIR), (Level.TARGET, PAIR))),
        PostWindow(1800, 1860, ((Level.PLAN, PAIR),)),
    )


EIGHT = 'from: "08:00", to: "09:00", plan: pair'
OVERLAP = "the window overlaps that of line 28: a post is wanted once at a time"


@pytest.mark.parametrize(
    ("texts", "mistakes"),
    [
        ([EIGHT, 'from: "09:00", to: "10:00", plan: pair'], []),
        ([EIGHT, 'from: "08:59", to: "10:00", plan: pair'], [OVERLAP]),
        ([EIGHT, 'from: "07:00", to: "08:00", plan: pair'], []),
        ([EIGHT, 'from: "07:00", to: "08:01", plan: pair'], [OVERLAP]),
        # A window that is cut at the handover overlaps in either part, and is told once.
        (['from: "00:00", to: "24:00", plan: pair', 'from: "06:00", to: "08:00", plan: pair'], [OVERLAP]),
        # Days that exclude each other; a make-up day is a workday, New Year's Eve may be any.
        ([EIGHT + ", days: [workday]", EIGHT + ", days: [weekend, holiday]"], []),
        ([EIGHT + ", days: [workday]", EIGHT + ", days: [make-up]"], [OVERLAP]),
        ([EIGHT + ", days: [school]", EIGHT + ", days: [make-up]"], [OVERLAP]),
        ([EIGHT + ", days: [school]", EIGHT + ", days: [holiday]"], []),
        ([EIGHT + ", days: [weekend]", EIGHT + ", days: [weekend]"], [OVERLAP]),
        ([EIGHT + ", days: [weekend]", EIGHT + ", days: [new-year-eve]"], [OVERLAP]),
        ([EIGHT + ", days: [new-year-eve]", EIGHT + ", days: [workday]"], [OVERLAP]),
        ([EIGHT, EIGHT + ", days: [weekend]"], [OVERLAP]),
        ([EIGHT + ", days: [weekend]", EIGHT], [OVERLAP]),
        # Dates that have none in common, or one.
        ([EIGHT + ", last: 2026-12-01", EIGHT + ", first: 2026-12-02"], []),
        ([EIGHT + ", last: 2026-12-01", EIGHT + ", first: 2026-12-01"], [OVERLAP]),
        ([EIGHT + ", first: 2026-12-01", EIGHT + ", first: 2026-12-02"], [OVERLAP]),
        (
            [EIGHT + ", first: 2026-12-02, last: 2026-12-01"],
            ["last: 2026-12-01 lies before first 2026-12-02"],
        ),
        ([EIGHT + ", first: 2026-12-01, last: 2026-12-01"], []),
        (['from: "08:00", to: "09:00"'], ["the window names no crew"]),
        (
            ['from: "08:00", to: "09:00", target: pear'],
            ["target: unknown crew 'pear' (did you mean 'pair'?)"],
        ),
    ],
)
def test_windows(tmp_path: Path, texts: list[str], mistakes: list[str]) -> None:
    assert wrong(tmp_path, *texts) == mistakes


def test_each_pair_of_windows_is_told_at_the_later_one(tmp_path: Path) -> None:
    later = 'from: "08:30", to: "10:00", plan: pair'
    found = spoilt(tmp_path, "bureau.yaml", DESK, f"      - {{{later}}}\n      - {{{EIGHT}}}")
    assert found == [f"bureau.yaml:29:9: {OVERLAP}"]


@pytest.mark.parametrize(
    ("old", "new", "mistakes"),
    [
        (
            "vehicle: motorcycle",
            "vehicle: motorcicle",
            ["vehicle: the bureau has no vehicle of the kind 'motorcicle' (did you mean 'motorcycle'?)"],
        ),
        ("    vehicle: motorcycle\n", "", []),
        (
            "licence: rider",
            "licence: ryder",
            [
                "licence: a post nobody is licensed for: "
                "no officer has the skill 'ryder' (did you mean 'rider'?)"
            ],
        ),
        ("    licence: rider\n", "", []),
    ],
)
def test_vehicles_and_licences(tmp_path: Path, old: str, new: str, mistakes: list[str]) -> None:
    found = spoilt(tmp_path, "bureau.yaml", old, new)
    # The crews of the two windows need the licence too.
    assert [one.split(": ", 1)[1] for one in found if "needs the skill" not in one] == mistakes


def test_while_vehicles_or_officers_could_not_be_read_there_may_be_such(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    write(bureau / "vehicles.csv", "nothing\n")
    change(bureau / "officers/S01.csv", "officer_id,", "officer,")
    change(bureau / "bureau.yaml", "licence: rider", "licence: diver")
    assert [one for one in told(bureau) if one.startswith("bureau.yaml")] == []
