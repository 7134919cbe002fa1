"""The gaps at posts, event sites and leaders as the sheets tell them: each once, by name, on its own date.

A stretch that is short of its legal minimum mostly misses the plan too. The roster says so in two rows, and
the heads of the plan's count those of the minimum with them; here it is one gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.crew import LEADER
from rosterctl.domain.demand import site_names
from rosterctl.domain.roster import Shortage
from rosterctl.domain.tier import Tier
from rosterctl.export.xlsx import wording
from rosterctl.timeline.clock import happening
from rosterctl.wording import say


@dataclass(frozen=True, slots=True)
class PostGap:
    """`start` and `end` are minutes since midnight of `day`, `what` is as in a shortage.

    `legal` and `plan` are the heads short of each; the plan's are those of a lawful crew and more.
    """

    what: str
    unit: str
    day: date
    start: int
    end: int
    legal: int
    plan: int
    why: str

    @property
    def heads(self) -> int:
        """All that are short: whoever is missed by both is one head."""
        return max(self.legal, self.plan)

    @property
    def measured_by(self) -> str:
        """Which of the two is missed; with the heads of each where both are and they differ."""
        if not self.legal:
            return say(wording.OF_THE_PLAN)
        if self.plan <= self.legal:
            return say(wording.OF_THE_MINIMUM)
        return say(wording.OF_BOTH, legal=self.legal, plan=self.plan)


def gaps_of(shortages: Iterable[Shortage]) -> Iterator[PostGap]:
    """In the order of the shortages; strength targets have tables of their own."""
    same: dict[tuple[str, str, date, int, int], list[Shortage]] = {}
    for one in shortages:
        if one.tier < Tier.STRENGTH:
            same.setdefault((one.what, one.unit, one.day, one.start, one.end), []).append(one)
    for (what, unit, day, start, end), rows in same.items():
        legal, plan = (
            max((row.heads for row in rows if row.tier == tier), default=0)
            for tier in (Tier.LEGAL, Tier.PLAN)
        )
        why = "; ".join(dict.fromkeys(row.why for row in rows if row.why))
        yield PostGap(what, unit, *happening(day, start, end), legal, plan, why)


def place_names(bureau: Bureau) -> dict[str, str]:
    """By id, what posts and event sites are called."""
    return {one.id: one.name for one in bureau.posts.values()} | site_names(bureau)


def place_name(names: Mapping[str, str], what: str) -> str:
    """Of a post, an event site or a leader that is missing; of nothing it is the reserve."""
    if not what:
        return say(wording.RESERVE)
    role, *skills = what.split("+")
    if what in names or role != LEADER:
        return names.get(what, what)
    if not skills:
        return say(wording.LEADER_ON_DUTY)
    return say(wording.LEADER_WITH_SKILLS, skills="+".join(map(_skill_name, skills)))


def _skill_name(skill: str) -> str:
    """The bureau's own skills have no names; those that the rule on leaders asks for by itself have."""
    return say(_SKILLS[skill]) if skill in _SKILLS else skill


_SKILLS = {"patrol": wording.KNOWS_PATROL, "traffic": wording.KNOWS_TRAFFIC}
