"""The page of `stand-in`: who can come, best first, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.difference import person
from rosterctl.cli.pages.show.page import Page
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import describe
from rosterctl.domain.demand import site_names
from rosterctl.domain.shift import own_id
from rosterctl.export.plain_text import clean, columns, table
from rosterctl.insight.stand_ins.candidates import StandIn, Way
from rosterctl.insight.stand_ins.pairs import StandInPair
from rosterctl.insight.stand_ins.vacancy import Vacancy
from rosterctl.timeline.clock import happening_fields, when_text
from rosterctl.wording import LISTED, numbered, say

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
        many = say(wording.FIRST_WHO_CAN_COME, number=len(able), shown=STAND_INS_SHOWN)
        parts.append(many if more else say(wording.SO_MANY_CAN_COME, number=len(able)))
        in_order = [(str(place), one) for place, one in enumerate(able, 1)]
        parts.append(_able(bureau, in_order if everybody else in_order[:STAND_INS_SHOWN]))
    else:
        parts.append(say(wording.NOBODY_CAN_COME_ALONE if pairs else wording.NOBODY_CAN_COME))
    if pairs:
        parts.append(numbered(len(pairs), wording.ONE_PAIR_CAN_COME, wording.PAIRS_CAN_COME))
        parts.append(_able(bureau, _in_pairs(pairs)))
    if barred:
        lines = _each(bureau, barred) if everybody else _grouped(barred)
        officers = numbered(len(barred), wording.ONE_OTHER_OFFICER, wording.OTHER_OFFICERS)
        head = say(
            wording.OTHERS_CANNOT_ALONE if pairs else wording.OTHERS_CANNOT,
            officers=officers,
            unit=vacancy.unit,
        )
        parts.append("\n".join([head, *map(clean, lines)]))
    return Page("\n\n".join(parts), _fields(bureau, vacancy, able, pairs, barred))


def _head(bureau: Bureau, vacancy: Vacancy) -> str:
    names = {post.id: post.name for post in bureau.posts.values()} | site_names(bureau)
    posts = dict.fromkeys(piece.post for piece in vacancy.pieces if piece.post)
    called = (say(wording.NAMED_WITH_ID, name=names[post], id=post) for post in posts)
    where = say(LISTED).join(called) or say(wording.IN_THE_RESERVE)
    when = when_text(vacancy.day, vacancy.start, vacancy.end)
    if vacancy.duty is not None:
        officer = person(bureau, vacancy.duty.officer)
        return say(wording.IN_PLACE_OF, officer=officer, unit=vacancy.unit, when=when, where=where)
    there = say(LISTED).join(person(bureau, officer.id) for officer in vacancy.there)
    return say(
        wording.WANTED_AT_POST,
        where=where,
        unit=vacancy.unit,
        when=when,
        wanted=say(wording.OR_THIS_CREW).join(describe(way) for way in vacancy.ways),
        there=there or say(wording.NOBODY_WAS_THERE),
        open=describe(vacancy.open),
    )


def _comes(one: StandIn) -> str:
    home = one.officer.on(one.duty.day).unit
    if home == one.duty.unit:
        return one.way.words
    return say(wording.COMES_FROM_UNIT, way=one.way.words, unit=home)


def _role(one: StandIn) -> str:
    role = one.officer.role.words
    return say(wording.ROLE_AND_LEADER, role=role) if one.officer.leader else role


def _in_pairs(pairs: Sequence[StandInPair]) -> list[tuple[str, StandIn]]:
    """Two lines a pair, the first with its place."""
    each = [((str(place), pair.first), ("+", pair.second)) for place, pair in enumerate(pairs, 1)]
    return [line for both in each for line in both]


def _able(bureau: Bureau, able: Sequence[tuple[str, StandIn]]) -> str:
    rows = [
        (
            place,
            person(bureau, one.officer.id),
            _role(one),
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
    return table(rows, ("", *columns(say(wording.COMERS_COLUMNS))), right=(0, *range(5, 10)))


def _grouped(barred: Sequence[StandIn]) -> Iterator[str]:
    """By the first rule in the way, most officers first, each with an example."""
    groups: dict[str, list[StandIn]] = {}
    for one in barred:
        groups.setdefault(one.why[0].rule, []).append(one)
    for rule, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        first = group[0]
        why, number = first.why[0].sentence, len(group)
        yield say(wording.BARRED_BY_RULE, rule=rule, number=number, officer=first.officer.id, why=why)


def _each(bureau: Bureau, barred: Sequence[StandIn]) -> Iterator[str]:
    for one in barred:
        said = (say(wording.BARRED_BECAUSE, rule=why.rule, why=why.sentence) for why in one.why)
        reasons = say(wording.BETWEEN_REASONS).join(said)
        yield say(wording.BARRED_OFFICER, officer=person(bureau, one.officer.id), reasons=reasons)


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
