"""What `nightly` and `replan` say of the version that carries the published one on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rosterctl.cli.pages import wording
from rosterctl.cli.pages.changes import (
    below_the_law,
    below_the_plan,
    change_fields,
    changes_table,
    let_off_text,
    shortage_fields,
)
from rosterctl.cli.pages.refused import no_roster
from rosterctl.domain.roster import Note, NoteKind
from rosterctl.domain.tier import Tier
from rosterctl.export.plain_text import clean
from rosterctl.operations.next_version import NotAdded, Renewed
from rosterctl.storage.state.deeds import Version
from rosterctl.wording import LISTED, numbered, say


def renewal_text(renewed: Renewed) -> str:
    """Everything: every change with its reason, and what it all comes to."""
    table = [changes_table(renewed.bureau, renewed.changes), ""] if renewed.changes else []
    return "\n".join([*table, *map(clean, _told(renewed))])


def _told(renewed: Renewed) -> Iterator[str]:
    yield _sum_of(renewed)
    for unit in renewed.unmended:
        yield say(wording.NOT_MENDED_AND_KEPT, unit=unit)
    yield from _not_added(renewed)
    yield from below_the_law(renewed.ahead)
    yield from below_the_plan(renewed.news)
    told = sum(one.tier == Tier.PLAN for one in renewed.ahead)
    told -= sum(one.tier == Tier.PLAN for one in renewed.news)
    if told:
        yield say(wording.KNOWN_GAPS_IN_PLAN, gaps=_gaps(told))
    yield from let_off_text(renewed.roster)
    yield from map(str, _but_gaps(renewed.made.roster.notes))


def _but_gaps(notes: Iterable[Note]) -> Iterator[Note]:
    """Whose plan might be less short stands in the report of a search alone."""
    return (one for one in notes if one.kind is not NoteKind.GAP)


def renewal_json(renewed: Renewed) -> str:
    """The same for a program."""
    roster, news, ahead = renewed.roster, set(renewed.news), set(renewed.ahead)
    fields = {
        "version": renewed.version.number if renewed.version else None,
        "from": roster.horizon.first.isoformat(),
        "days": roster.horizon.days,
        "duties": len(roster.duties),
        "weight": renewed.weight,
        "bound": renewed.bound,
        "unmended": list(renewed.unmended),
        "not_added": None if (gone := renewed.not_added) is None else _dates_not_added(gone),
        "tiers": [{"tier": one.tier.key, "value": one.value} for one in roster.tiers],
        "changes": [change_fields(renewed.bureau, one) for one in renewed.changes],
        "shortages": [
            shortage_fields(one) | {"new": one in news, "over": one not in ahead} for one in roster.shortages
        ],
        "notes": list(map(str, _but_gaps(roster.notes))),
    }
    return json.dumps(fields, ensure_ascii=False, indent=1)


def nothing_new_text(version: Version | None) -> str:
    return say(wording.NIGHT_IS_DONE, number=_number(version))


def nothing_new_json(version: Version | None) -> str:
    return json.dumps({"version": _number(version), "nothing_new": True}, indent=1)


def _number(version: Version | None) -> int | None:
    return None if version is None else version.number


def in_short(renewed: Renewed) -> str:
    """For whoever reads the night's mail: what is new or worse than was published; empty if nothing is.

    Who was told of a gap, or of a duty that is kept, is not told again every night until its date has come.
    """
    known = renewed.before
    lines = [*_not_added(renewed), *(say(wording.NOT_MENDED, unit=unit) for unit in renewed.unmended)]
    fallbacks = [one for one in renewed.roster.fallbacks if known is None or one not in known.fallbacks]
    lines += [say(wording.WORKS_PLAIN_ROTATION, unit=one.unit, why=one.why) for one in fallbacks]
    lines += below_the_law(renewed.news)
    notes = [one for one in renewed.roster.notes if known is None or one not in known.notes]
    lines += [str(one) for one in notes if one.kind not in (NoteKind.UNDEALT, NoteKind.GAP)]
    if plan := sum(one.tier == Tier.PLAN for one in renewed.news):
        lines.append(say(wording.NEW_GAPS_IN_PLAN, gaps=_gaps(plan)))
    return "\n".join(map(clean, [_sum_of(renewed), *lines])) if lines else ""


def _not_added(renewed: Renewed) -> Iterator[str]:
    """Told every night: the roster comes to its end."""
    if renewed.not_added is not None:
        dates, ahead = renewed.not_added.horizon, renewed.roster.horizon.ahead
        yield say(
            wording.DATES_NOT_ADDED,
            first=dates.first,
            last=dates.last,
            why=_why_not(renewed.not_added),
            ahead=numbered(ahead, wording.ONE_DATE_AHEAD, wording.DATES_AHEAD),
        )


def _dates_not_added(missing: NotAdded) -> dict[str, str]:
    dates = missing.horizon
    return {"from": str(dates.first), "to": str(dates.last), "why": _why_not(missing)}


def _why_not(missing: NotAdded) -> str:
    if missing.why is not None:
        return no_roster(missing.why)
    return say(wording.TOO_LATE_FOR_UNITS, units=say(LISTED).join(missing.late))


def _sum_of(renewed: Renewed) -> str:
    horizon = renewed.roster.horizon
    version, bound = renewed.version, renewed.bound
    head = say(wording.IS_CURRENT, number=version.number) if version else say(wording.WAS_NOT_PUBLISHED)
    if not renewed.changes:
        return say(wording.NOTHING_CHANGED_IN, head=head, first=horizon.first, last=horizon.last)
    proven = renewed.weight == bound
    return say(
        wording.CHANGES_WEIGH,
        head=head,
        changes=numbered(len(renewed.changes), wording.ONE_CHANGE, wording.SEVERAL_CHANGES),
        weight=renewed.weight,
        proof=say(wording.LEAST_POSSIBLE) if proven else say(wording.AT_LEAST_SO_MUCH, bound=bound),
        gaps=_gaps(sum(one.tier == Tier.LEGAL for one in renewed.ahead)),
    )


def _gaps(number: int) -> str:
    return numbered(number, wording.ONE_GAP_LEFT, wording.GAPS_LEFT)
