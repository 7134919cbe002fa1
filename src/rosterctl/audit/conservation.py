"""Laws that every roster obeys whatever the rulebook says: nothing is invented, lost or counted twice.

fingerprint  the roster was made from these very files
ids          every id in it is the bureau's
horizon      duties lie on the dates of the roster, earlier ones before it
twice        no duty stands there twice
origin       a rotation duty falls on a working day of the team, a recall on a day off
offered      the shift is one that the unit's model of that date offers, or for recalls
exchange     a duty taken over is so by a swap or substitution; origin and offer are the owner's
lending      an officer serves another unit only if that unit borrows from the officer's on that date
slices       the slices fill the shift exactly, in order
place        a post is manned by the unit it belongs to, an event site by one of the event's
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rosterctl.audit.exchanges import exchange_findings
from rosterctl.domain.bureau import Bureau
from rosterctl.domain.demand import site_ids
from rosterctl.domain.known_ids import unknown_ids
from rosterctl.domain.officer import Officer
from rosterctl.domain.roster import Duty, Origin, Roster
from rosterctl.domain.rotation import REST
from rosterctl.rulekit.findings import Finding
from rosterctl.timeline.clock import clock_text


class Known(dict[tuple[object, ...], tuple[str, ...]]):
    """Verdicts on origin and offer by all that they depend on."""


def identity(bureau: Bureau, roster: Roster) -> Iterator[Finding]:
    """Is it this bureau's roster, and are its ids known? Without that nothing else can be judged."""
    if roster.bureau != bureau.id:
        yield Finding("fingerprint", f"the roster is for bureau '{roster.bureau}', this is '{bureau.id}'")
    elif roster.fingerprint != bureau.fingerprint:
        yield Finding("fingerprint", "the bureau's files have changed since the roster was made")
    for kind, unknown, _ in unknown_ids(bureau, roster):
        where = {field: unknown if kind == field else "" for field in ("unit", "officer", "post")}
        yield Finding("ids", f"unknown {kind} '{unknown}'", where["unit"], where["officer"], where["post"])


def conservation(bureau: Bureau, roster: Roster) -> Iterator[Finding]:
    """Breaches of the laws above, duty by duty; all ids must be known."""
    owners, known = _owners(bureau), Known()
    for duty in roster.before:
        if duty.day >= roster.horizon.first:
            yield _finding("horizon", duty, "stands among the duties before the roster's first date")
        yield from _slices(bureau, duty)
    for duty in roster.duties:
        yield from _duty(bureau, roster, duty, known)
        yield from _places(owners, duty)
    yield from exchange_findings(bureau, roster)
    yield from _twice((*roster.before, *roster.duties))


def _duty(bureau: Bureau, roster: Roster, duty: Duty, known: Known) -> Iterator[Finding]:
    officer = bureau.officers[duty.officer]
    if duty.day not in roster.horizon:
        yield _finding("horizon", duty, f"is not in {roster.horizon.first} to {roster.horizon.last}")
    yield from _shift(bureau, officer, duty, known)
    home, lenders = officer.on(duty.day).unit, bureau.units[duty.unit].on(duty.day).borrows_from
    if duty.unit != home and home not in lenders:
        yield _finding("lending", duty, f"unit '{duty.unit}' does not borrow from '{home}' that day")
    yield from _slices(bureau, duty)


def _shift(bureau: Bureau, officer: Officer, duty: Duty, known: Known) -> Iterator[Finding]:
    """Origin and offer; teams whose duties are alike have one verdict."""
    if duty.origin is Origin.EXCHANGE:
        taken = bureau.taken.get((duty.officer, duty.day))
        if taken is None:
            return
        officer = bureau.officers[taken.owner]
    assignment = officer.on(duty.day)
    key = assignment.unit, assignment.team, duty.day, duty.shift, duty.unit, duty.origin
    if key not in known:
        known[key] = _verdict(bureau, officer, duty)
    if known[key]:
        law, message = known[key]
        yield _finding(law, duty, message)


def _verdict(bureau: Bureau, officer: Officer, duty: Duty) -> tuple[str, ...]:
    """The law that is broken and how, or nothing."""
    letter, assignment = bureau.letter(officer, duty.day), officer.on(duty.day)
    if duty.origin is Origin.RECALL or (duty.origin is Origin.EXCHANGE and letter == REST):
        if letter != REST:
            return "origin", f"is no recall: team '{assignment.team}' works '{letter}' that day"
        if duty.shift not in bureau.units[duty.unit].on(duty.day).recalls:
            return "offered", f"is not a shift for which '{duty.unit}' recalls"
        return ()
    if letter == REST:
        return "origin", f"is not by rotation: team '{assignment.team}' is off that day"
    offered = bureau.offered(assignment.unit, assignment.team, duty.day)
    if all(duty.shift != shift.id for shift in offered):
        return "offered", f"is not a shift that '{assignment.unit}' offers on '{letter}'"
    return ()


def _slices(bureau: Bureau, duty: Duty) -> Iterator[Finding]:
    shift = bureau.shifts[duty.shift]
    at = shift.start
    for piece in duty.slices:
        if piece.start != at or piece.end <= piece.start:
            break
        at = piece.end
    else:
        if at == shift.end:
            return
    yield _finding("slices", duty, f"has a hole or an overlap in its slices at {clock_text(at)}")


def _places(owners: Mapping[str, Sequence[str]], duty: Duty) -> Iterator[Finding]:
    for post in {piece.post: None for piece in duty.slices if piece.post}:
        if duty.unit not in owners[post]:
            yield _finding("place", duty, f"stands at '{post}', which '{duty.unit}' does not man", post)


def _owners(bureau: Bureau) -> Mapping[str, Sequence[str]]:
    """The units that may man each post and event site."""
    posts = {post.id: (post.unit,) for post in bureau.posts.values()}
    return posts | {site: event.units for event in bureau.events for site in site_ids(event)}


def _twice(duties: Iterable[Duty]) -> Iterator[Finding]:
    counted = Counter((duty.officer, duty.day, duty.shift) for duty in duties)
    for (officer, day, shift), times in counted.items():
        if times > 1:
            yield Finding("twice", f"shift '{shift}' stands there {times} times", officer=officer, day=day)


def _finding(law: str, duty: Duty, message: str, post: str = "") -> Finding:
    return Finding(law, f"shift '{duty.shift}' {message}", duty.unit, duty.officer, post, duty.day)
