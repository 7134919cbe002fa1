"""A vehicle is at one post at a time, and a post that needs vehicles has them.

A manned post takes the vehicles that its type asks for: distinct ones, of the right kind, of the unit that
mans it, and not in the workshop then. No vehicle is in two places at once. So at any time no more
posts are manned with vehicles than the unit has running. A crew in reserve may keep its vehicle.

Source: [S] 117 cars and 100 motorcycles patrol without a break, handed from crew to crew.

Allowed: car C1 goes from the day crew of grid 3 to its night crew at 19:00.
Forbidden: from 17:00 to 19:00 C1 is both at grid 3 and at the junction post of the overlapping night crew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.vehicle import Vehicle
from rosterctl.rulekit.audit.facts.wanted import WantedPost, in_workshop
from rosterctl.rulekit.audit.manning import MannedPiece, Manning
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.stays import Stay, by_time
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import CoverBoard
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.span import Span
from rosterctl.wording import say

ID = "vehicles"
NEEDS_PEOPLE = False


class Options(RuleOptions):
    """The vehicles and their days in the workshop stand in the bureau's files."""


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    fleet = _fleet(board.bureau)
    for moment in board.moments:
        wants = [want for want in board.wants(moment) if want.vehicle]
        for kind in dict.fromkeys(want.vehicle for want in wants):
            own = fleet.get((moment.unit, kind), ())
            running = sum(board.bureau.runs(vehicle, moment.start, moment.end) for vehicle in own)
            taken = sum(
                want.vehicles * board.manned(moment, want, level, place)
                for want in wants
                if want.vehicle == kind
                for level, crew in want.crews
                for place in range(len(crew.alternatives))
            )
            board.require(taken <= running)


def _fleet(bureau: Bureau) -> Mapping[tuple[str, str], list[Vehicle]]:
    """Vehicles by unit and kind."""
    found: dict[tuple[str, str], list[Vehicle]] = {}
    for vehicle in bureau.vehicles.values():
        found.setdefault((vehicle.unit, vehicle.kind), []).append(vehicle)
    return found


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    for demand, manning in zip(record.demands, record.posts_manned, strict=True):
        if demand.type.vehicle:
            yield from _without(demand, manning, record)
    taken: dict[str, list[Stay]] = {}
    for stay in record.stays:
        for name in stay.vehicles:
            taken.setdefault(name, []).append(stay)
    for name, stays in taken.items():
        ordered = sorted(stays, key=by_time)
        for stay in ordered:
            yield from _wrong(name, stay, record)
        yield from _in_two_places(name, ordered, record)


def _without(demand: WantedPost, manning: Manning, record: Record) -> Iterator[Finding]:
    """A manned post that has fewer vehicles than its type asks for."""
    vehicles, kind = record.bureau.vehicles, demand.type.vehicle

    def missing(piece: MannedPiece) -> int:
        if piece.reached is None:
            return 0
        there = {name for stay in piece.stays for name in stay.vehicles}
        return max(
            demand.type.vehicles - sum(name in vehicles and vehicles[name].kind == kind for name in there), 0
        )

    for span, lack, _ in manning.stretches(missing):
        if lack:
            when = record.when(span)
            message = say(wording.VEHICLES_MISSING, when=when, post=manning.post, lack=lack, kind=kind)
            yield Finding(ID, message, unit=demand.post.unit, post=manning.post, day=manning.day, excess=lack)


def _wrong(name: str, stay: Stay, record: Record) -> Iterator[Finding]:
    """A vehicle that this crew cannot have: unknown, another unit's, another kind, or in the workshop.

    What was driven before the roster's first duty day is not asked for: it was so, whatever the files say.
    """
    bureau, span = record.bureau, record.answered(stay.span)
    if span is None:
        return
    vehicle, post = bureau.vehicles.get(name), bureau.posts.get(stay.post)
    kind = bureau.post_types[post.type].vehicle if post else ""
    if vehicle is None:
        yield _finding(stay, _unknown(name, stay, record))
        return
    if vehicle.unit != stay.unit:
        yield _finding(stay, _of_another(vehicle, stay, record))
    if kind and vehicle.kind != kind:
        yield _finding(stay, _of_other_kind(vehicle, kind, stay, record))
    if any(away.overlaps(span) for away in in_workshop(bureau, vehicle)):
        yield _finding(stay, _away(name, stay, record))


def _unknown(name: str, stay: Stay, record: Record) -> str:
    when, officer, place = record.when(stay.span), stay.officer.id, _place(stay)
    return say(wording.VEHICLE_UNKNOWN, when=when, officer=officer, vehicle=name, place=place)


def _of_another(vehicle: Vehicle, stay: Stay, record: Record) -> str:
    return say(
        wording.VEHICLE_OF_ANOTHER,
        when=record.when(stay.span),
        officer=stay.officer.id,
        vehicle=vehicle.id,
        place=_place(stay),
        unit=vehicle.unit,
    )


def _of_other_kind(vehicle: Vehicle, wanted: str, stay: Stay, record: Record) -> str:
    return say(
        wording.VEHICLE_OF_OTHER_KIND,
        when=record.when(stay.span),
        officer=stay.officer.id,
        vehicle=vehicle.id,
        place=_place(stay),
        kind=vehicle.kind,
        wanted=wanted,
    )


def _away(name: str, stay: Stay, record: Record) -> str:
    when, officer, place = record.when(stay.span), stay.officer.id, _place(stay)
    return say(wording.VEHICLE_IN_WORKSHOP, when=when, officer=officer, vehicle=name, place=place)


def _in_two_places(name: str, stays: list[Stay], record: Record) -> Iterator[Finding]:
    """`stays` in order of their start. A place is a post, or the reserve of a unit."""
    busy: dict[tuple[str, str], Stay] = {}
    told: set[tuple[frozenset[tuple[str, str]], Span]] = set()
    for stay in stays:
        here = (stay.post, stay.unit if not stay.post else "")
        for there, other in busy.items():
            if other.span.end <= stay.span.start:
                continue
            both = Span(stay.span.start, min(stay.span.end, other.span.end))
            span = record.answered(both) if there != here else None
            if span and (frozenset((here, there)), span) not in told:
                told.add((frozenset((here, there)), span))
                message = say(
                    wording.VEHICLE_IN_TWO_PLACES,
                    when=record.when(span),
                    officer=stay.officer.id,
                    vehicle=name,
                    place=_place(stay),
                    other=_place(other),
                )
                yield _finding(stay, message)
        if here not in busy or busy[here].span.end < stay.span.end:
            busy[here] = stay


def _place(stay: Stay) -> str:
    return stay.post or say(wording.AT_NO_POST)


def _finding(stay: Stay, message: str) -> Finding:
    return Finding(
        ID,
        message,
        unit=stay.unit,
        officer=stay.officer.id,
        post=stay.post,
        day=stay.day,
    )
