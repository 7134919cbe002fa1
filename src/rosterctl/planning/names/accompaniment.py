"""Auxiliaries who would be on duty without a sworn officer once names have not reached the counts.

The counts see to it that a sworn officer is there, but a recall or loan that could not be dealt may leave
auxiliaries alone in a unit. They are let off: a duty less never breaks a limit of its officer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rosterctl.domain.bureau import Bureau
from rosterctl.planning.counts.groups import ChoiceKey, key_of
from rosterctl.planning.cover.moments import day_bounds
from rosterctl.planning.cover.presences import Worked
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import Rule
from rosterctl.rules.auxiliaries import ID, is_auxiliary, is_sworn
from rosterctl.timeline.horizon import Horizon

Instants = tuple[int, int]


def unaccompanied(
    bureau: Bureau, horizon: Horizon, rules: Sequence[Rule], worked: Sequence[Worked], still: Sequence[Worked]
) -> frozenset[ChoiceKey]:
    """The choices that auxiliaries must not work, for want of a sworn officer in some minute of them.

    None if the rule of auxiliaries is off. `still` are duties from before the horizon.
    """
    if not any(rule.id == ID and not rule.soft for rule in rules):
        return frozenset()
    answered = day_bounds(bureau, horizon.first)[0], day_bounds(bureau, horizon.last)[1]
    sworn: dict[str, list[Instants]] = {unit: [] for unit in bureau.units}
    for officer, choice in chain(worked, still):
        if is_sworn(bureau.officers[officer]):
            sworn[choice.unit].append((choice.start, choice.end))
    for spans in sworn.values():
        spans.sort()
    served = {choice for officer, choice in worked if is_auxiliary(bureau.officers[officer])}
    return frozenset(
        key_of(choice) for choice in served if not _accompanied(sworn[choice.unit], choice, answered)
    )


def _accompanied(sworn: Sequence[Instants], choice: Choice, answered: Instants) -> bool:
    """Do the spans (in order of their start) leave no minute of the choice that is answered for open?"""
    now, end = max(choice.start, answered[0]), min(choice.end, answered[1])
    for since, until in sworn:
        if since <= now < until:
            now = until
    return now >= end
