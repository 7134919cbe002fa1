"""The limits that the naive model keeps, as plain numbers out of the bureau's rulebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer, Role
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.rules.leaders import requirements
from tests.bench.homes import home_of

UNLIMITED = 10**6


@dataclass(frozen=True)
class Law:
    """Minutes and counts; what a rulebook does not ask for is unlimited.

    `mean` is minutes a week by role, `daily` what a shift may have beyond the plain one. `leaders` gives for
    each unit what must be on duty while it has posts to man.
    """

    rest: int
    post_night: bool
    nights: int
    duty_days: int
    week: int
    mean: Mapping[Role, int]
    daily: Mapping[Role, int]
    leaders: Mapping[str, tuple[Any, ...]]
    accompanied: bool

    @classmethod
    def of(cls, bureau: Bureau) -> Law:
        found: dict[str, Any] = {
            rule.id: rule.options for rule in rules_in_force(bureau.rulebook) if not rule.soft
        }

        def limit(rule: str, option: str, otherwise: int = UNLIMITED) -> int:
            return int(getattr(found[rule], option)) if rule in found else otherwise

        overtime = found.get("overtime")
        units = bureau.units.values() if "leaders" in found else ()
        return cls(
            rest=limit("rest", "hours", 0),
            post_night="post-night" in found,
            nights=limit("nights-in-a-row", "most"),
            duty_days=limit("duty-days-in-a-row", "most"),
            week=limit("hours", "days7"),
            mean={role: limit("mean-hours", role.value) for role in Role},
            daily=dict.fromkeys(overtime.roles, overtime.daily) if overtime else {},
            leaders={unit.id: requirements(found["leaders"], unit) for unit in units},
            accompanied="auxiliaries" in found,
        )

    def may_earn(self, bureau: Bureau, officer: Officer, days_present: int) -> int:
        """Minutes that may be worked beyond the plain duties on the dates present."""
        (model,) = bureau.units[home_of(officer).unit].models  # the bench's bureaus do not change
        team = model.team(home_of(officer).team)
        assert team is not None
        cycle = bureau.plain_cycle(model, team)
        once = sum(one.length - one.break_minutes for one in cycle if one)
        spare = max(self.mean[officer.role] * len(cycle) - 7 * once, 0)
        return spare * days_present // (7 * len(cycle))
