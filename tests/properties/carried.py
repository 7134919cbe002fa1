"""Tiny published rosters carried on after something has happened, against every way to carry them on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random

from rosterctl.audit.audit import audit
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.exchange import Exchange, ExchangeKind
from rosterctl.domain.roster import Roster
from rosterctl.domain.tier import Tier
from rosterctl.planning.no_roster import Contradiction
from rosterctl.planning.repair.carry_on import Carried, carry_on
from rosterctl.planning.repair.settle import LAWS_OF_OFFERS
from rosterctl.planning.roster.swaps import apply
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.horizon import Horizon
from tests.properties.carried_case import Case
from tests.properties.claims import Verdict, make
from tests.properties.every_repair import every_repair, weight_of
from tests.properties.every_roster import Rosters
from tests.properties.happenings import happen
from tests.properties.tiny_bureaus import draw_callable, draw_tiny


def draw_case(seed: int) -> Case | None:
    """None where the tiny bureau of the seed has no lawful roster. The same for the same seed.

    For odd seeds people may be called in on most days off, and perhaps two duties are swapped beforehand.
    """
    before, whole = draw_callable(seed) if seed % 2 else draw_tiny(seed)
    dice = Random(f"carried {seed}")
    try:
        published = make(before, whole).roster
    except Contradiction:
        return None
    if seed % 2 and dice.random() < 0.5:
        before, published = _swapped(dice, before, published)
    ahead = dice.choice([0, 0, 1])
    horizon = Horizon(whole.first + timedelta(days=ahead), whole.days - ahead, whole.since)
    now = before
    for _ in range(dice.choice([1, 1, 2, 3])):
        now = happen(dice, now, horizon)
    start = before.clock.number(horizon.first, 0)
    return Case(before, now, published, horizon, start + 60 * dice.choice([0, 0, 6, 12, 18]))


def _swapped(dice: Random, bureau: Bureau, roster: Roster) -> tuple[Bureau, Roster]:
    """With one exchange that is lawful, if one of a few drawn is."""
    for _ in range(5):
        if len(roster.duties) < 2:
            break
        one, other = dice.sample(roster.duties, 2)
        kind = dice.choice(list(ExchangeKind))
        day = other.day if kind is ExchangeKind.SWAP else None
        if one.officer == other.officer or one.unit != other.unit:
            continue
        wanted = replace(bureau, exchanges=(Exchange(one.officer, one.day, other.officer, day, kind),))
        made = apply(wanted, replace(roster, tiers=()))
        if made.notes == roster.notes and made.duties != roster.duties:
            return wanted, made
    return bureau, roster


def judge_carried(seed: int) -> Verdict:
    """The least legal shortage, then the least weight of changes; the plan between them for every fourth."""
    case = draw_case(seed)
    if case is None:
        return Verdict("no roster to publish")
    plan_first = seed % 4 == 3
    carried = carry_on(
        case.now,
        case.before,
        case.published,
        case.horizon.first,
        earliest=case.earliest,
        plan_first=plan_first,
    )
    broken = case.broken()
    lenders = {unit: case.now.units[unit].on(case.horizon.first).borrows_from for unit in case.now.units}
    if _misfit(case, carried):
        return Verdict("an agreed exchange that the rules no longer allow")
    if _is_no_longer_offered(case, carried):
        return Verdict("a duty that has begun and is no longer offered, which is kept and told")
    if Record(case.now, _from_today(case, carried)).unknown:
        return Verdict("a morning of which nobody knows who is on duty")
    if any(lenders[unit] for unit in broken):
        return _judge_lent(case, carried, broken, lenders[broken[0]], plan_first)
    rosters = every_repair(case, broken)
    if rosters is None:
        return Verdict("too many rosters to look at")
    if carried.unmended:
        return Verdict("unmended", [f"{len(rosters):,} lawful repairs exist"] if len(rosters) else [])
    if not len(rosters) and not _is_lawful_near(case, broken):
        found = "a lawful repair was found that is none of the possible ones"
        is_lawful = not audit(case.now, _from_today(case, carried)).findings
        return Verdict("nothing is lawful, so that what has begun is kept", [found] if is_lawful else [])
    refuted: list[str] | None = list(_compared(case, carried, rosters, plan_first))
    if any(_short(case, carried, unit) for unit in broken) or refuted:
        refuted = _compared_near(case, carried, broken, plan_first)
        if refuted is None:
            return Verdict("too many rosters to look at")
    wrong = [*_breaches(case, carried), *refuted]
    return Verdict("changed" if carried.weight else "nothing to change", wrong)


def _from_today(case: Case, carried: Carried) -> Roster:
    """Without the date whose night still runs: nothing of it is open, and what is compared begins today."""
    roster, first = carried.roster, case.horizon.first
    return replace(
        roster,
        horizon=case.horizon,
        duties=tuple(one for one in roster.duties if one.day >= first),
        before=(*roster.before, *(one for one in roster.duties if one.day < first)),
    )


def _is_lawful_near(case: Case, broken: Sequence[str]) -> bool:
    """Is there a lawful repair with the dates near open, or are there too many to look at?"""
    every = every_repair(case, broken, near=broken)
    return every is None or len(every) > 0


def _compared_near(case: Case, carried: Carried, broken: Sequence[str], plan_first: bool) -> list[str] | None:
    """With the dates near open of whichever unit stays short without; None if there are too many rosters.

    A unit that does not is no less short with them, so the least shortage is that with all of them open.
    """
    every = every_repair(case, broken, near=broken)
    if every is None:
        return None
    short = audit(case.now, _from_today(case, carried)).totals[Tier.LEGAL]
    if short != every.least(Tier.LEGAL):
        return [f"LEGAL: {short:,}, with the dates near open the least is {every.least(Tier.LEGAL):,}"]
    found: list[str] = []
    for count in range(len(broken) + 1):
        for near in combinations(broken, count):
            rosters = every_repair(case, broken, near=near)
            if rosters is None:
                return None
            found = list(_compared(case, carried, rosters, plan_first))
            if not found:
                return []
    return found


def _judge_lent(
    case: Case, carried: Carried, broken: Sequence[str], lenders: Sequence[str], plan_first: bool
) -> Verdict:
    """Lenders are asked only if the unit alone stays short: one of two optima. Several units are audited."""
    wrong = list(_breaches(case, carried))
    if len(broken) > 1:
        return Verdict("units that lend repaired one by one", wrong)
    refuted: list[str] = []
    for near in ((), broken):
        alone, together = (
            every_repair(case, broken, near=near),
            every_repair(case, broken, lenders, near=near),
        )
        if alone is None or together is None:
            return Verdict("too many rosters to look at", wrong)
        if carried.unmended:
            return Verdict("unmended", ["a lawful repair exists"] if len(together) else [])
        refuted = list(_compared(case, carried, together, plan_first))
        if refuted and not _short(case, carried, broken[0]) and len(alone):
            refuted = list(_compared(case, carried, alone, plan_first))
        if not refuted:
            break
    return Verdict("lent" if _lent(carried) else "may be lent", [*wrong, *refuted])


def _short(case: Case, carried: Carried, unit: str) -> bool:
    costs = audit(case.now, _from_today(case, carried)).costs
    return any(one.tier is Tier.LEGAL and one.unit == unit for one in costs)


def _lent(carried: Carried) -> bool:
    return any(one.after and one.before and one.after.unit != one.before.unit for one in carried.changes)


def _misfit(case: Case, carried: Carried) -> bool:
    """Exchanges stay, even if absences or protection of a party leave them unlawful: the audit says so."""
    found = audit(case.now, _from_today(case, carried)).findings
    parties = {one for each in case.now.exchanges for one in (each.officer, each.with_officer)} & case.altered
    return bool(found) and all(one.officer in parties for one in found)


def _is_no_longer_offered(case: Case, carried: Carried) -> bool:
    """Somebody is transferred from a date whose duty they are at: it is worked, and weighs nothing."""
    number = case.now.clock.number
    begun = {
        (one.officer, one.day)
        for one in carried.roster.duties
        if number(one.day, one.slices[0].start) < case.earliest
    }
    found = audit(case.now, _from_today(case, carried)).findings
    kept = [one for one in found if one.rule in LAWS_OF_OFFERS and (one.officer, one.day) in begun]
    return bool(found) and len(kept) == len(found)


def _breaches(case: Case, carried: Carried) -> Iterator[str]:
    if not carried.unmended:
        for one in audit(case.now, _from_today(case, carried)).findings:
            if not _is_over(case, carried, one):
                yield f"{one.rule}: {one.day} {one.officer} {one.message}"
    if carried.bound != carried.weight:
        yield f"weight {carried.weight}, bound {carried.bound}"
    if carried.weight != weight_of(case, carried.roster):
        yield f"weight {carried.weight}, but its changes weigh {weight_of(case, carried.roster)}"


def _is_over(case: Case, carried: Carried, finding: Finding) -> bool:
    """Is it about an officer at a post until now at the latest? That was so, and is told (see `settle`)."""
    number = case.now.clock.number
    ends = [
        number(duty.day, piece.end)
        for duty in carried.roster.duties
        for piece in duty.slices
        if (duty.officer, duty.day, piece.post) == (finding.officer, finding.day, finding.post)
    ]
    return bool(finding.post and ends) and max(ends) <= case.earliest


def _compared(case: Case, carried: Carried, rosters: Rosters, plan_first: bool) -> Iterator[str]:
    order = (Tier.LEGAL, Tier.PLAN, Tier.CHANGES) if plan_first else (Tier.LEGAL, Tier.CHANGES)
    if not len(rosters):
        yield "there is no lawful repair, but one was found"
        return
    totals = {**audit(case.now, _from_today(case, carried)).totals, Tier.CHANGES: carried.weight}
    for tier in order:
        least = rosters.least(tier)
        if totals[tier] != least:
            yield f"{tier.name}: {totals[tier]:,}, the least is {least:,}"
            return
        rosters = rosters.within({tier: least})
