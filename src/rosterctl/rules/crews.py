"""A crew is complete, and there when it is wanted.

Whoever stands at a post completes, with the others there, one lawful alternative of its crews; extra heads do
no harm. Nobody stands at a post outside its windows. (That it is a post of the unit served in is a law of the
audit, whatever the rulebook says.)

How many posts can be manned at a time follows from who is on duty (see `bottlenecks`).

Source: [L] 交通警察道路执勤执法工作规范 arts. 70, 72: a main road takes two sworn officers, or one with two
auxiliaries; a night checkpoint three, or two with two auxiliaries.

Allowed: one sworn officer and two auxiliaries on the main road.
Forbidden: one sworn officer and one auxiliary there; or a complete crew after the post's window has ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from rosterctl.domain.post import Ladder
from rosterctl.domain.rulebook import Severity
from rosterctl.rulekit.audit.manning import Manning
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.stays import Stay
from rosterctl.rulekit.audit.wording import officers_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.model.board import CoverBoard
from rosterctl.rulekit.model.bottlenecks import Bottleneck, bottlenecks
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.timeline.span import Span
from rosterctl.wording import say

ID = "crews"


class Options(RuleOptions):
    """The crews stand in the bureau's files and in the rulebook; without this rule posts take nobody."""

    ALLOWED: ClassVar[tuple[Severity, ...]] = (Severity.HARD,)


def cover(options: Options, board: CoverBoard) -> None:  # noqa: ARG001
    known: dict[tuple[str, tuple[Ladder, ...]], tuple[Bottleneck, ...]] = {}
    for moment in board.moments:
        wants = board.wants(moment)
        ladders = tuple(dict.fromkeys(want.crews for want in wants))
        key = (moment.unit, ladders)
        if key not in known:
            known[key] = bottlenecks(board.officers(moment.unit), ladders)
        for bottleneck in known[key]:
            slots = sum(
                count * board.manned(moment, want, level, alternative)
                for want in wants
                for level, alternative, count in bottleneck.confined[want.crews]
            )
            board.require(slots <= board.free(moment, bottleneck.accepts))


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    sites = [manning for _, mannings in record.sites_manned for manning in mannings]
    for manning in (*record.posts_manned, *sites):
        yield from _incomplete(manning, record)
    windows = {**_windows((*record.posts_manned, *sites)), **_until_gone(record)}
    for stay in record.stays:
        if stay.post:
            yield from _misplaced(stay, windows.get(stay.post, ()), record)


def _incomplete(manning: Manning, record: Record) -> Iterator[Finding]:
    for span, (people, reached), piece in manning.stretches(lambda piece: (bool(piece.stays), piece.reached)):
        if people and reached is None:
            who = officers_text(sorted({stay.officer.id for stay in piece.stays}))
            yield Finding(
                ID,
                say(wording.INCOMPLETE_CREW, when=record.when(span), post=manning.post, who=who),
                unit=piece.stays[0].unit,
                post=manning.post,
                day=manning.day,
                excess=span.minutes,
            )


def _windows(mannings: Iterable[Manning]) -> dict[str, list[Span]]:
    """When each post is wanted; windows that touch are one."""
    found: dict[str, list[Span]] = {}
    for manning in sorted(mannings, key=lambda manning: manning.span.start):
        spans = found.setdefault(manning.post, [])
        if spans and manning.span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, manning.span.end))
        else:
            spans.append(manning.span)
    return found


def _until_gone(record: Record) -> dict[str, list[Span]]:
    """Posts that the files no longer have were wanted as long as they had them; nobody knows when in it."""
    bureau, start = record.bureau, record.accountable.start
    ends = {post.id: bureau.clock.instant(*post.gone) for post in bureau.posts.values() if post.gone}
    return {id: [Span(start, end)] for id, end in ends.items() if start < end}


def _misplaced(stay: Stay, wanted: Sequence[Span], record: Record) -> Iterator[Finding]:
    span = None if _lies_in(stay.span, wanted) else record.answered(stay.span)
    if span and not _lies_in(span, wanted):
        yield Finding(
            ID,
            say(wording.POST_NOT_WANTED, when=record.when(span), officer=stay.officer.id, post=stay.post),
            unit=stay.unit,
            officer=stay.officer.id,
            post=stay.post,
            day=stay.day,
            excess=span.minutes,
        )


def _lies_in(span: Span, wanted: Sequence[Span]) -> bool:
    place = bisect_right(wanted, span.start, key=_start) - 1
    return place >= 0 and span.end <= wanted[place].end


def _start(span: Span) -> datetime:
    return span.start
