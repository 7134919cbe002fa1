"""Post types: when a post is wanted, and which crew mans it at which level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from rosterctl.domain.crew import Crew, licensed
from rosterctl.domain.post import Level, PostType, PostWindow
from rosterctl.intake.build.times import are_in_order, in_duty_day, together
from rosterctl.intake.build.work import wording
from rosterctl.intake.build.work.crews import nobody_for
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.shapes.bureau import PostTypeShape, WindowShape
from rosterctl.intake.text.yaml_items import Item, items
from rosterctl.problems import Place
from rosterctl.timeline.calendar import DayType
from rosterctl.wording import say

LEVELS = (("minimum", Level.MINIMUM), ("plan", Level.PLAN), ("target", Level.TARGET))
WORKING = {DayType.WORKDAY, DayType.MAKE_UP, DayType.SCHOOL}


def post_types_of(
    contents: BureauContents, crews: Mapping[str, Crew], skills: frozenset[str], kinds: frozenset[str]
) -> Mapping[str, PostType]:
    """By id; `skills` are those that some officer has, `kinds` the kinds of vehicles there are."""
    found = {}
    for item in items(contents.head.shape.post_types, contents.head.node, "post_types"):
        one = item.shape
        windows = tuple(_windows(contents, item, crews))
        _no_overlap(contents, windows)
        _somebody_can(contents, item, crews, skills)
        if one.vehicle and contents.vehicle_ids.complete and one.vehicle not in kinds:
            contents.mistakes.add(item.at("vehicle"), *wording.no_such_vehicle(one.vehicle, sorted(kinds)))
        found[one.id] = PostType(
            one.id,
            one.name,
            windows,
            one.vehicle or "",
            one.vehicles,
            one.licence or "",
            one.reach_km,
            item.place,
        )
    return found


def _windows(
    contents: BureauContents, item: Item[PostTypeShape], crews: Mapping[str, Crew]
) -> Iterator[PostWindow]:
    found = []
    for number, window in enumerate(item.shape.windows):
        place = item.at("windows", number)
        levels = []
        for key, level in LEVELS:
            name = getattr(window, key)
            if name and contents.crew_ids.known(name, item.at("windows", number, key), key) and name in crews:
                levels.append((level, _with_licence(crews[name], item.shape)))
        are_in_order(
            contents.mistakes,
            item.at("windows", number, "last"),
            ("first", "last"),
            (window.first, window.last),
        )
        if not any(getattr(window, key) for key, _ in LEVELS):
            contents.mistakes.add(place, *say(wording.WINDOW_WITHOUT_A_CREW))
        for start, end in in_duty_day(window.start, window.end, contents.head.shape.day_starts):
            found.append(
                PostWindow(
                    start, end, tuple(levels), frozenset(window.days), window.first, window.last, place
                )
            )
    yield from sorted(found, key=lambda one: (one.start, one.end, one.place))


def _with_licence(crew: Crew, kind: PostTypeShape) -> Crew:
    return licensed(crew, kind.licence, kind.vehicles) if kind.licence else crew


def _no_overlap(contents: BureauContents, windows: tuple[PostWindow, ...]) -> None:
    told = set()
    for one, other in combinations(windows, 2):
        clash = one.start < other.end and other.start < one.end and _same_day(one, other)
        pair = tuple(sorted((one.place, other.place)))
        if clash and pair not in told:
            told.add(pair)
            contents.mistakes.add(
                pair[1],
                *say(wording.WINDOWS_OVERLAP, line=pair[0].line),
            )


def _same_day(one: PostWindow, other: PostWindow) -> bool:
    """Can a date belong to both? Workdays, weekends and holidays exclude each other."""
    first, last = together(((one.first, one.last), (other.first, other.last)))
    if first is not None and last is not None and first > last:
        return False
    if not one.days or not other.days or one.days & other.days or DayType.EVE in one.days | other.days:
        return True
    return bool(one.days & WORKING) and bool(other.days & WORKING)


def _somebody_can(
    contents: BureauContents, item: Item[PostTypeShape], crews: Mapping[str, Crew], skills: frozenset[str]
) -> None:
    """Every licence and skill asked for is held by some officer."""
    if not contents.officer_ids.complete:
        return
    licence = item.shape.licence
    if licence and licence not in skills:
        contents.mistakes.add(item.at("licence"), *wording.nobody_licensed(licence, sorted(skills)))
    for number, window in enumerate(item.shape.windows):
        for key, _ in LEVELS:
            _crew_exists(contents, window, key, item.at("windows", number, key), crews, skills)


def _crew_exists(
    contents: BureauContents,
    window: WindowShape,
    key: str,
    place: Place,
    crews: Mapping[str, Crew],
    skills: frozenset[str],
) -> None:
    crew = crews.get(getattr(window, key) or "")
    if crew is not None:
        nobody_for(contents, crew, key, place, skills)
