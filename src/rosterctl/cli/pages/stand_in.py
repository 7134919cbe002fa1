"""The page of `stand-in`: who can come, best first, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rosterctl.cli.pages.difference import person
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import describe
from rosterctl.domain.demand import site_names
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, counted, table
from rosterctl.insight.stand_ins.candidates import StandIn, Way
from rosterctl.insight.stand_ins.pairs import StandInPair
from rosterctl.insight.stand_ins.vacancy import Vacancy
from rosterctl.timeline.clock import happening_fields, when_text

STAND_INS_SHOWN = 10


def stand_ins_page(
    bureau: Bureau,
    vacancy: Vacancy,
    found: Sequence[StandIn],
    pairs: Sequence[StandInPair],
    everybody: bool,
) -> Page:
    """`everybody` lists all who can come and every officer who cannot, with all that is in the way.

    Of those who would be lent only who can come is told of.
    """
    able = [one for one in found if not one.why]
    barred = [one for one in found if one.why and one.way is not Way.LOAN]
    parts = [clean(_head(bureau, vacancy))]
    if able:
        more = len(able) > STAND_INS_SHOWN and not everybody
        parts.append(f"{len(able)} can come" + (f", the first {STAND_INS_SHOWN}:" if more else ":"))
        numbered = [(str(place), one) for place, one in enumerate(able, 1)]
        parts.append(_able(bureau, numbered if everybody else numbered[:STAND_INS_SHOWN]))
    else:
        parts.append("nobody can lawfully come alone" if pairs else "nobody can lawfully come")
    if pairs:
        parts.append(f"{counted(len(pairs), 'pair')} can come together:")
        parts.append(_able(bureau, _in_pairs(pairs)))
    if barred:
        lines = _each(bureau, barred) if everybody else _grouped(barred)
        of = f"{counted(len(barred), 'other officer')} of {vacancy.unit} cannot{' alone' if pairs else ''}:"
        parts.append("\n".join([of, *map(clean, lines)]))
    return Page("\n\n".join(parts), _fields(bureau, vacancy, able, pairs, barred))


def _head(bureau: Bureau, vacancy: Vacancy) -> str:
    names = {post.id: post.name for post in bureau.posts.values()} | site_names(bureau)
    posts = dict.fromkeys(piece.post for piece in vacancy.pieces if piece.post)
    where = ", ".join(f"{names[post]} ({post})" for post in posts) or "the reserve"
    when = when_text(vacancy.day, vacancy.start, vacancy.end)
    if vacancy.duty is not None:
        return f"in place of {person(bureau, vacancy.duty.officer)}, {vacancy.unit}, {when}: {where}"
    wanted = " or ".join(describe(way) for way in vacancy.ways)
    there = ", ".join(person(bureau, officer.id) for officer in vacancy.there) or "nobody"
    return f"{where}, {vacancy.unit}, {when}: wanted {wanted}; there: {there}; open: {describe(vacancy.open)}"


def _comes(one: StandIn) -> str:
    home = one.officer.on(one.duty.day).unit
    return one.way.words if home == one.duty.unit else f"{one.way.words}, {home}"


def _in_pairs(pairs: Sequence[StandInPair]) -> list[tuple[str, StandIn]]:
    """Two lines a pair, the first with its place."""
    each = [((str(place), pair.first), ("+", pair.second)) for place, pair in enumerate(pairs, 1)]
    return [line for both in each for line in both]


def _able(bureau: Bureau, able: Sequence[tuple[str, StandIn]]) -> str:
    rows = [
        (
            place,
            person(bureau, one.officer.id),
            f"{one.officer.role}{', leader' if one.officer.leader else ''}",
            _comes(one),
            bureau.shifts[one.duty.shift].name,
            one.borne.recalls,
            f"{one.borne.overtime_minutes / 60:g}",
            one.borne.nights,
            one.borne.weekends + one.borne.holidays + one.borne.eves,
            "-" if one.kilometres is None else f"{one.kilometres:.1f}",
        )
        for place, one in able
    ]
    burdens = ("recalls", "overtime h", "nights", "weekends, holidays", "km")
    return table(rows, ("", "officer", "role", "comes", "shift", *burdens), right=(0, *range(5, 10)))


def _grouped(barred: Sequence[StandIn]) -> Iterator[str]:
    """By the first rule in the way, most officers first, each with an example."""
    groups: dict[str, list[StandIn]] = {}
    for one in barred:
        groups.setdefault(one.why[0].rule, []).append(one)
    for rule, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        first = group[0]
        yield f"- {rule}: {len(group)}, such as {first.officer.id}: {first.why[0].sentence}"


def _each(bureau: Bureau, barred: Sequence[StandIn]) -> Iterator[str]:
    for one in barred:
        said = "; ".join(f"{why.rule}: {why.sentence}" for why in one.why)
        yield f"- {person(bureau, one.officer.id)}: {said}"


def _comer(bureau: Bureau, one: StandIn) -> dict[str, Any]:
    return {
        "officer": one.officer.id,
        "unit": one.officer.on(one.duty.day).unit,
        "comes": one.way.name.lower(),
        "shift": own_id(bureau.shifts, one.duty.shift),
        "recalls": one.borne.recalls,
        "overtime_minutes": one.borne.overtime_minutes,
        "nights": one.borne.nights,
        "weekends": one.borne.weekends,
        "holidays": one.borne.holidays,
        "eves": one.borne.eves,
        "kilometres": None if one.kilometres is None else round(one.kilometres, 3),
    }


def _fields(
    bureau: Bureau,
    vacancy: Vacancy,
    able: Sequence[StandIn],
    pairs: Sequence[StandInPair],
    barred: Sequence[StandIn],
) -> dict[str, Any]:
    return {
        "unit": vacancy.unit,
        **happening_fields(vacancy.day, vacancy.start, vacancy.end),
        "posts": list(dict.fromkeys(piece.post for piece in vacancy.pieces)),
        "instead_of": vacancy.duty.officer if vacancy.duty else None,
        "open": [str(slot) for slot in vacancy.open],
        "can_come": [_comer(bureau, one) for one in able],
        "pairs": [[_comer(bureau, one) for one in (pair.first, pair.second)] for pair in pairs],
        "cannot": [
            {
                "officer": one.officer.id,
                "why": [{"rule": why.rule, "sentence": why.sentence} for why in one.why],
            }
            for one in barred
        ],
    }
