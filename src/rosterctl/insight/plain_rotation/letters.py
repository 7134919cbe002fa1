"""Letters that a unit's `shifts` rules in several rotations at once.

What a unit says of the letter D holds for every rotation of its teams in which there is a D. Where that is
not what one of them has for it, and there is another, one of them is worked otherwise than it is written, and
nobody may have meant that.
"""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.unit import DutyModel, Unit
from rosterctl.insight import wording
from rosterctl.insight.phrases import enumerated
from rosterctl.problems import Problem
from rosterctl.wording import say


def shared_letters(bureau: Bureau) -> tuple[Problem, ...]:
    """A warning for each such letter, at the letter itself; the same said again by a change is told once."""
    return tuple(
        dict.fromkeys(
            found
            for unit in bureau.units.values()
            for model in unit.models
            for found in _of_model(bureau, unit, model)
        )
    )


def _of_model(bureau: Bureau, unit: Unit, model: DutyModel) -> Iterator[Problem]:
    rotations = {team.rotation: bureau.rotations[team.rotation] for team in model.teams}
    for letter, ruled in model.shifts.items():
        own = {id: one.shifts[letter] for id, one in rotations.items() if letter in one.shifts}
        if len(own) > 1 and {*own.values()} != {ruled[0]}:
            told = say(
                wording.SHARED_LETTER,
                letter=letter,
                unit=unit.id,
                ruled=ruled[0],
                rotations=enumerated(
                    say(wording.LETTER_MEANS, rotation=id, letter=letter, shift=shift)
                    for id, shift in own.items()
                ),
            )
            yield Problem(model.letters.get(letter, model.place), *told)
