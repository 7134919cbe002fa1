"""A post that takes a licence has enough people with it.

Where a post type names a `licence`, at least as many of those who stand there hold that skill as the post
takes vehicles. The crews of such a post already ask for it (each of their alternatives has that many slots
with the licence); this rule looks again at the people themselves.

Source: [S] all motorcyclists serve in the two mobile brigades; [L] nobody rides without the licence.

Allowed: two motorcycles, and among the three officers at the post two hold `motorcycle`.
Forbidden: two motorcycles, and only one of the three does.
"""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.rulekit.audit.facts.wanted import WantedPost
from rosterctl.rulekit.audit.manning import MannedPiece, Manning
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.audit.wording import officers_text
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.wording import say

ID = "skills"


class Options(RuleOptions):
    """The licences stand in the post types."""


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    for demand, manning in zip(record.demands, record.posts_manned, strict=True):
        if demand.type.licence:
            yield from _unlicensed(demand, manning, record)


def _unlicensed(demand: WantedPost, manning: Manning, record: Record) -> Iterator[Finding]:
    for span, missing, piece in manning.stretches(lambda piece: _missing(demand, piece)):
        if missing:
            message = say(
                wording.LICENCE_MISSING,
                when=record.when(span),
                post=manning.post,
                missing=missing,
                licence=demand.type.licence,
                who=officers_text(sorted({stay.officer.id for stay in piece.stays})),
            )
            yield Finding(
                ID,
                message,
                unit=demand.post.unit,
                post=manning.post,
                day=manning.day,
                excess=missing,
            )


def _missing(demand: WantedPost, piece: MannedPiece) -> int:
    """Holders that lack: one for each vehicle, as far as there are people for them."""
    holders = sum(demand.type.licence in stay.officer.skills for stay in piece.stays)
    return max(min(demand.type.vehicles, len(piece.stays)) - holders, 0)
