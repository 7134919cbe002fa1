"""At a post with a reach stand only people whose own zone is near (就近).

Where a post type has `reach_km`, the distance between an officer's home zone and the post's zone, as the crow
flies, is at most that. An officer without a home zone may stand anywhere.

Source: [S] at the peaks the crews of stations and cars stand at the nearest junction.

Allowed: reach 2, the officer's grid is 2 km from the junction.
Forbidden: reach 2, it is 2.1 km away.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Post
from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.options import RuleOptions
from rosterctl.rules import wording
from rosterctl.wording import say

ID = "reach"
ROUNDING = 1e-6
"""Kilometres within which the root of the distance may be rounded."""


class Options(RuleOptions):
    """The reach stands in the post types."""


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    bureau = record.bureau
    far: dict[tuple[str, str], bool] = {}
    for duty in record.roster.duties:
        officer = bureau.officers[duty.officer]
        home = record.facts.zone_of(officer, duty.day)
        for name in dict.fromkeys(piece.post for piece in duty.slices):
            key = (home, name)
            if key not in far:
                there = bureau.posts.get(name)
                far[key] = there is not None and _is_far(bureau, home, there)
            if far[key]:
                post = bureau.posts[name]
                message = say(
                    wording.TOO_FAR,
                    day=duty.day,
                    officer=officer.id,
                    home=home,
                    post=name,
                    zone=post.zone,
                    reach=bureau.post_types[post.type].reach_km,
                )
                yield Finding(ID, message, unit=duty.unit, officer=officer.id, post=name, day=duty.day)


def _is_far(bureau: Bureau, home: str, post: Post) -> bool:
    """Is the way from the home zone longer than the post type's reach, as far as both zones are known?"""
    reach = bureau.post_types[post.type].reach_km
    if reach is None or home not in bureau.zones or post.zone not in bureau.zones:
        return False
    here, there = bureau.zones[home], bureau.zones[post.zone]
    return hypot(here.x - there.x, here.y - there.y) > reach + ROUNDING
