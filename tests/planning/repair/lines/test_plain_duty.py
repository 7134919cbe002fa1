"""The plain duty in the place of a longer one: where there is one, and who may work it."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Origin
from rosterctl.planning.repair.lines.plain_duty import allowed_in_place, has_longer_shift, plain_in_place
from rosterctl.planning.rotation.menus import menus
from rosterctl.rulekit.registry import rules_in_force
from tests.support.bureaus import MONDAY, absence, duty, officer, small_bureau, unit
from tests.support.peers import on_day

BUREAU = small_bureau(
    [officer("a"), officer("p", protected_from=MONDAY)],
    units=[unit(shifts={"N": ("night", "overlap-both")}), unit("U2")],
    rules={"protected": {}},
)
TUESDAY = on_day(1)
LONG = duty(BUREAU, "a", TUESDAY, "overlap-both")
NIGHT = duty(BUREAU, "a", TUESDAY, "night")


def test_a_longer_shift_leaves_the_plain_one() -> None:
    assert has_longer_shift(BUREAU, LONG)
    assert plain_in_place(BUREAU, LONG) == NIGHT


def test_plain_duty_loans_recalls_and_what_was_taken_over_leave_nothing() -> None:
    recalled = duty(BUREAU, "a", on_day(2), "day", recall=True)
    others = [NIGHT, replace(LONG, unit="U2"), replace(LONG, origin=Origin.EXCHANGE), recalled]
    assert [(has_longer_shift(BUREAU, one), plain_in_place(BUREAU, one)) for one in others] == [
        (False, None)
    ] * 4


def test_only_who_is_there_and_may_work_it_has_the_plain_duty() -> None:
    def allowed(one: Duty, bureau: Bureau = BUREAU) -> Duty | None:
        judges = [(rule.id, rule.allows) for rule in rules_in_force(BUREAU.rulebook) if rule.allows]
        return allowed_in_place(bureau, one, menus(BUREAU, [TUESDAY]), judges)

    assert allowed(LONG) == NIGHT
    assert allowed(replace(LONG, officer="p")) is None  # no nights for the protected
    assert allowed(replace(LONG, officer="gone")) is None
    assert allowed(LONG, replace(BUREAU, absences=(absence("a", TUESDAY),))) is None
