"""Crews and post types: who may man a post, and when it is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from rosterctl.domain.crew import ANY, LEADER, Crew, Slot, licensed
from rosterctl.domain.officer import Role
from rosterctl.domain.post import Level, PostType, PostWindow
from rosterctl.intake.mistakes import did_you_mean, listed
from rosterctl.intake.papers import Papers
from rosterctl.intake.scalars import read_id
from rosterctl.intake.shapes.bureau import PostTypeShape, WindowShape
from rosterctl.intake.shapes.crews import CrewShape
from rosterctl.intake.shaping import Item, items
from rosterctl.intake.windows import in_duty_day
from rosterctl.problems import Place
from rosterctl.timeline.calendar import DayType

ROLES = (Role.SWORN.value, Role.AUXILIARY.value, LEADER, ANY)
ARMED = "armed"
MOST_HEADS = 24
LEVELS = (("minimum", Level.MINIMUM), ("plan", Level.PLAN), ("target", Level.TARGET))
WORKING = {DayType.WORKDAY, DayType.MAKE_UP, DayType.SCHOOL}


def crews_of(papers: Papers) -> Mapping[str, Crew]:
    """By id; the bureau's own override those of the rulebook."""
    found = {}
    if papers.rulebook is not None:
        for item in items(papers.rulebook.shape.crews, papers.rulebook.node, "crews"):
            found[item.shape.id] = _crew(papers, item)
    for item in items(papers.head.shape.crews, papers.head.node, "crews"):
        found[item.shape.id] = _crew(papers, item)
    return found


def _crew(papers: Papers, item: Item[CrewShape]) -> Crew:
    alternatives = []
    for number, wanted in enumerate(item.shape.alternatives):
        slots: list[Slot] = []
        for text, heads in wanted.items():
            place = item.key("alternatives", number, text)
            if heads == 0:
                papers.mistakes.add(place, f"{text}: 0 heads", "delete it")
            slot = _slot(papers, text, place)
            if sum(wanted.values()) > MOST_HEADS:
                papers.mistakes.add(
                    place, f"{text}: more than {MOST_HEADS} heads at one post", "write several posts"
                )
            elif slot is not None:
                slots += [slot] * heads
        if len(slots) == sum(wanted.values()):
            _never_alone(papers, slots, item.at("alternatives", number))
        alternatives.append(tuple(sorted(slots)))
    return Crew(item.shape.id, item.shape.name, tuple(alternatives), item.place)


def _slot(papers: Papers, text: str, place: Place) -> Slot | None:
    role, *skills = text.split("+")
    if role not in ROLES:
        papers.mistakes.add(
            place,
            f"unknown role '{role}'{did_you_mean(role, ROLES)}",
            f"write one of {', '.join(ROLES)}, and skills after a plus sign: sworn+driver",
        )
        return None
    try:
        slot = Slot(role, tuple(sorted({read_id(skill) for skill in skills})))
    except ValueError as error:
        papers.mistakes.add(place, f"{text}: {error}", "write a role and skills, such as sworn+driver")
        return None
    if role == Role.AUXILIARY and ARMED in slot.skills:
        papers.mistakes.add(place, "an auxiliary never carries a gun", "make it `sworn+armed`")
    return slot


def _never_alone(papers: Papers, slots: list[Slot], place: Place) -> None:
    roles = {slot.role for slot in slots}
    if Role.AUXILIARY in roles and not roles & {Role.SWORN, LEADER}:
        papers.mistakes.add(place, "an auxiliary never works without a sworn officer", "add `sworn: 1`")


def post_types_of(
    papers: Papers, crews: Mapping[str, Crew], skills: frozenset[str], kinds: frozenset[str]
) -> Mapping[str, PostType]:
    """By id; `skills` are those that some officer has, `kinds` the kinds of vehicles there are."""
    found = {}
    for item in items(papers.head.shape.post_types, papers.head.node, "post_types"):
        one = item.shape
        windows = tuple(_windows(papers, item, crews))
        _no_overlap(papers, windows)
        _somebody_can(papers, item, crews, skills)
        if one.vehicle and papers.vehicle_ids.complete and one.vehicle not in kinds:
            meant = did_you_mean(one.vehicle, sorted(kinds))
            papers.mistakes.add(
                item.at("vehicle"),
                f"vehicle: the bureau has no vehicle of the kind '{one.vehicle}'{meant}",
                f"known: {listed(sorted(kinds))}"
                if kinds
                else "name the files with the vehicles under `vehicles:`",
            )
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


def _windows(papers: Papers, item: Item[PostTypeShape], crews: Mapping[str, Crew]) -> Iterator[PostWindow]:
    found = []
    for number, window in enumerate(item.shape.windows):
        place = item.at("windows", number)
        levels = []
        for key, level in LEVELS:
            name = getattr(window, key)
            if name and papers.crew_ids.known(name, item.at("windows", number, key), key) and name in crews:
                levels.append((level, _with_licence(crews[name], item.shape)))
        if not any(getattr(window, key) for key, _ in LEVELS):
            papers.mistakes.add(
                place, "the window names no crew", "write minimum, plan or target with the id of a crew"
            )
        for start, end in in_duty_day(window.start, window.end, papers.head.shape.day_starts):
            found.append(PostWindow(start, end, tuple(levels), frozenset(window.days), place))
    yield from sorted(found, key=lambda one: (one.start, one.end, one.place))


def _with_licence(crew: Crew, kind: PostTypeShape) -> Crew:
    return licensed(crew, kind.licence, kind.vehicles) if kind.licence else crew


def _no_overlap(papers: Papers, windows: tuple[PostWindow, ...]) -> None:
    told = set()
    for one, other in combinations(windows, 2):
        clash = one.start < other.end and other.start < one.end and _same_day(one.days, other.days)
        pair = tuple(sorted((one.place, other.place)))
        if clash and pair not in told:
            told.add(pair)
            papers.mistakes.add(
                pair[1],
                f"the window overlaps that of line {pair[0].line}: a post is wanted once at a time",
                "end one where the other begins, or give them different `days`",
            )


def _same_day(one: frozenset[DayType], other: frozenset[DayType]) -> bool:
    """Can a date be of both? Workdays, weekends and holidays exclude each other."""
    if not one or not other or one & other or DayType.EVE in one | other:
        return True
    return bool(one & WORKING) and bool(other & WORKING)


def _somebody_can(
    papers: Papers, item: Item[PostTypeShape], crews: Mapping[str, Crew], skills: frozenset[str]
) -> None:
    """Every licence and skill asked for is held by some officer."""
    if not papers.officer_ids.complete:
        return
    licence = item.shape.licence
    if licence and licence not in skills:
        meant = did_you_mean(licence, sorted(skills))
        papers.mistakes.add(
            item.at("licence"),
            f"licence: a post nobody is licensed for: no officer has the skill '{licence}'{meant}",
            _who_has(skills),
        )
    for number, window in enumerate(item.shape.windows):
        for key, _ in LEVELS:
            _crew_exists(papers, window, key, item.at("windows", number, key), crews, skills)


def _crew_exists(
    papers: Papers,
    window: WindowShape,
    key: str,
    place: Place,
    crews: Mapping[str, Crew],
    skills: frozenset[str],
) -> None:
    crew = crews.get(getattr(window, key) or "")
    if crew is not None:
        nobody_for(papers, crew, key, place, skills)


def nobody_for(papers: Papers, crew: Crew, key: str, place: Place, skills: frozenset[str]) -> None:
    """A mistake when every alternative of the crew asks for a skill that no officer has."""
    lacking = [sorted({s for slot in slots for s in slot.skills} - skills) for slots in crew.alternatives]
    if all(lacking) and lacking and papers.officer_ids.complete:
        skill = lacking[0][0]
        papers.mistakes.add(
            place,
            f"{key}: a post nobody is licensed for: crew '{crew.id}' needs the skill '{skill}', "
            f"which no officer has{did_you_mean(skill, sorted(skills))}",
            _who_has(skills),
        )


def _who_has(skills: frozenset[str]) -> str:
    if not skills:
        return "skills stand in the column `skills` of the officers' files"
    return f"skills that officers have: {listed(sorted(skills))}"
