"""Strength targets: heads wanted at certain hours, beyond what the posts ask for."""

from __future__ import annotations

from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.intake.build.times import are_in_order, in_duty_day
from rosterctl.intake.contents import BureauContents
from rosterctl.intake.text.yaml_items import items


def strengths_of(contents: BureauContents) -> tuple[StrengthTarget, ...]:
    """One or two stretches a target, in the order of the file."""
    found = []
    for item in items(contents.head.shape.strengths, contents.head.node, "strengths"):
        one = item.shape
        for number, unit in enumerate(one.units):
            contents.unit_ids.known(unit, item.at("units", number), "units")
        are_in_order(contents.mistakes, item.at("last"), ("first", "last"), (one.first, one.last))
        for start, end in in_duty_day(one.start, one.end, contents.head.shape.day_starts):
            found.append(
                StrengthTarget(
                    one.id,
                    one.name,
                    one.heads,
                    start,
                    end,
                    frozenset(one.days),
                    tuple(one.units),
                    one.first,
                    one.last,
                    one.weight,
                    item.place,
                )
            )
    return tuple(found)
