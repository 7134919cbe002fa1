"""Laws that every roster obeys whatever the rulebook says: nothing is invented, lost or counted twice.

fingerprint  the roster was made from these very files
ids          every id in it is the bureau's
horizon      duties lie on the dates of the roster, earlier ones before it
twice        no duty stands there twice
origin       a rotation duty falls on a working day of the team, a recall on a day off
offered      the shift is one that the unit's model of that date offers, or for recalls
exchange     a duty taken over is so by a swap or substitution; origin and offer are the owner's
lending      an officer serves another unit only if that unit borrows from the officer's on that date
slices       the slices fill the shift exactly, in order, or up to the minute at which the officer fell away
off rotation where it is said who does not work a plain duty and why, that is so, and nobody is left out
place        a post is manned by the unit it belongs to, an event site by one of the event's; whose a post was
             that the files no longer have is not asked

Origin, offer and lending are judged from today on: what was worked before was worked, whatever the files say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rosterctl.audit import wording
from rosterctl.audit.exchanges import exchange_findings
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.officer import Officer
from rosterctl.domain.roster import Duty, OffRotation, Origin, Roster
from rosterctl.rulekit.audit.facts.rotas import DAY_OFF, name_in_files
from rosterctl.rulekit.audit.facts.wanted import event_sites, who_may_stand
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import clock_text
from rosterctl.wording import say

STRANGERS = {
    "officer": wording.STRANGE_OFFICER,
    "shift": wording.STRANGE_SHIFT,
    "unit": wording.STRANGE_UNIT,
    "post": wording.STRANGE_POST,
    "vehicle": wording.STRANGE_VEHICLE,
}
"""What is said of an id that the bureau does not have, by what it is the id of."""


class Known(dict[tuple[object, ...], tuple[str, ...]]):
    """Verdicts on origin and offer by all that they depend on."""


def identity(bureau: Bureau, roster: Roster) -> Iterator[Finding]:
    """Is it this bureau's roster, and are its ids known? Without that nothing else can be judged."""
    if roster.bureau != bureau.id:
        message = say(wording.FOR_ANOTHER_BUREAU, of=roster.bureau, bureau=bureau.id)
        yield Finding("fingerprint", message)
    elif roster.fingerprint != bureau.fingerprint:
        yield Finding("fingerprint", say(wording.FILES_CHANGED_SINCE))
    for kind, unknown in _strangers(bureau, roster):
        where = {field: unknown if kind == field else "" for field in ("unit", "officer", "post")}
        message = say(STRANGERS[kind], unknown=unknown)
        yield Finding("ids", message, where["unit"], where["officer"], where["post"])


def _strangers(bureau: Bureau, roster: Roster) -> Iterator[tuple[str, str]]:
    """Kind and id of whatever the roster names and the bureau's rows do not, kind by kind."""
    duties = (*roster.before, *roster.duties)
    rows: tuple[Duty | OffRotation, ...] = (*duties, *(roster.off_rotation or ()))
    slices = {piece for duty in duties for piece in duty.slices}
    sites = {site for event in bureau.events for site in event_sites(event)}
    for kind, named, known in (
        ("officer", {one.officer for one in rows}, bureau.officers.keys()),
        ("shift", {one.shift for one in rows}, bureau.shifts.keys()),
        ("unit", {one.unit for one in rows}, bureau.units.keys()),
        ("post", {piece.post for piece in slices} - {""}, bureau.posts.keys() | sites),
        ("vehicle", {one for piece in slices for one in piece.vehicles}, bureau.vehicles.keys()),
    ):
        yield from ((kind, stranger) for stranger in sorted(named - known))


def conservation(record: Record) -> Iterator[Finding]:
    """Breaches of the laws above, duty by duty; all ids must be known."""
    bureau, roster = record.bureau, record.roster
    owners, known = who_may_stand(bureau), Known()
    for duty in roster.before:
        if duty.day >= roster.horizon.first:
            yield _finding(bureau, "horizon", duty, say(wording.NOT_BEFORE))
        yield from _slices(bureau, duty, broken_off=True)
    for duty in roster.duties:
        yield from _duty(record, duty, known)
        yield from _places(bureau, owners, duty)
    yield from exchange_findings(record)
    yield from _twice(bureau, (*roster.before, *roster.duties))


def _duty(record: Record, duty: Duty, known: Known) -> Iterator[Finding]:
    horizon = record.horizon
    if duty.day not in horizon:
        message = say(wording.NOT_IN_HORIZON, first=horizon.first, last=horizon.last)
        yield _finding(record.bureau, "horizon", duty, message)
    if duty.day >= horizon.today:
        yield from _shift(record, duty, known)
    home = record.facts.place_of(record.bureau.officers[duty.officer], duty.day).unit
    if duty.day >= horizon.today and duty.unit != home and not _lends(record, home, duty):
        message = say(wording.NOT_LENT, unit=duty.unit, home=home)
        yield _finding(record.bureau, "lending", duty, message)
    officer = record.bureau.officers[duty.officer]
    end = record.bureau.clock.instant(duty.day, duty.slices[-1].end) if duty.slices else None
    fell_away = end is not None and record.facts.falls_away(officer, end)
    yield from _slices(record.bureau, duty, broken_off=fell_away)


def _lends(record: Record, home: str, duty: Duty) -> bool:
    model = record.facts.model_of(duty.unit, duty.day)
    return model is not None and home in model.borrows_from


def _shift(record: Record, duty: Duty, known: Known) -> Iterator[Finding]:
    """Origin and offer; teams whose duties are alike have one verdict."""
    bureau, facts = record.bureau, record.facts
    officer = bureau.officers[duty.officer]
    if duty.origin is Origin.EXCHANGE:
        taken = facts.stepped_in.get((duty.officer, duty.day))
        if taken is None:
            return
        officer = bureau.officers[taken.owner]
    assignment = facts.place_of(officer, duty.day)
    key = assignment.unit, assignment.team, duty.day, duty.shift, duty.unit, duty.origin
    if key not in known:
        known[key] = _verdict(record, officer, duty)
    if known[key]:
        law, message = known[key]
        yield _finding(bureau, law, duty, message)


def _verdict(record: Record, officer: Officer, duty: Duty) -> tuple[str, ...]:
    """The law that is broken and how, or nothing."""
    facts, assignment = record.facts, record.facts.place_of(officer, duty.day)
    letter = facts.letter_at(assignment.unit, assignment.team, duty.day)
    if duty.origin is Origin.RECALL or (duty.origin is Origin.EXCHANGE and letter == DAY_OFF):
        if letter != DAY_OFF:
            return "origin", say(wording.NO_RECALL, team=assignment.team, letter=letter)
        model = facts.model_of(duty.unit, duty.day)
        recalls = () if model is None else facts.shifts_then(model.recalls, duty.day)
        if all(duty.shift != shift.id for shift in recalls):
            return "offered", say(wording.NOT_FOR_RECALLS, unit=duty.unit)
        return ()
    if letter == DAY_OFF:
        return "origin", say(wording.NOT_BY_ROTATION, team=assignment.team)
    workable = facts.workable(assignment.unit, assignment.team, duty.day)
    if all(duty.shift != shift.id for shift in workable):
        return "offered", say(wording.NOT_OFFERED, unit=assignment.unit, letter=letter)
    return ()


def _slices(bureau: Bureau, duty: Duty, *, broken_off: bool) -> Iterator[Finding]:
    """What was worked before the horizon was worked, be it broken off or not."""
    shift = bureau.shifts[duty.shift]
    at = shift.start
    for piece in duty.slices:
        if piece.start != at or piece.end <= piece.start:
            break
        at = piece.end
    else:
        if at == shift.end or (broken_off and shift.start < at < shift.end):
            return
    yield _finding(bureau, "slices", duty, say(wording.NOT_FILLED, clock=clock_text(at)))


def _places(bureau: Bureau, owners: Mapping[str, Sequence[str]], duty: Duty) -> Iterator[Finding]:
    for post in {piece.post: None for piece in duty.slices if piece.post}:
        is_gone = post in bureau.posts and bureau.posts[post].gone is not None
        if duty.unit not in owners[post] and not is_gone:
            message = say(wording.NOT_ITS_POST, post=post, unit=duty.unit)
            yield _finding(bureau, "place", duty, message, post)


def _twice(bureau: Bureau, duties: Iterable[Duty]) -> Iterator[Finding]:
    counted = Counter((duty.officer, duty.day, duty.shift) for duty in duties)
    for (officer, day, shift), times in counted.items():
        if times > 1:
            name, what = name_in_files(bureau.shifts, shift), say(wording.SEVERAL_TIMES, times=times)
            message = say(wording.OF_SHIFT, shift=name, what=what)
            yield Finding("twice", message, officer=officer, day=day)


def _finding(bureau: Bureau, law: str, duty: Duty, message: str, post: str = "") -> Finding:
    message = say(wording.OF_SHIFT, shift=name_in_files(bureau.shifts, duty.shift), what=message)
    return Finding(law, message, duty.unit, duty.officer, post, duty.day)
