"""At a post with a reach stand only people whose own zone is near (就近).

Where a post type has `reach_km`, the distance between an officer's home zone and the post's zone, as the crow
flies, is at most that. An officer without a home zone may stand anywhere.

Source: [S] at the peaks the crews of stations and cars stand at the nearest junction.

Allowed: reach 2, the officer's grid is 2 km from the junction.
Forbidden: reach 2, it is 2.1 km away.
"""

from __future__ import annotations

from collections.abc import Iterator

from rosterctl.rulekit.audit.record import Record
from rosterctl.rulekit.findings import Finding
from rosterctl.rulekit.home_zones import within_reach
from rosterctl.rulekit.options import RuleOptions

ID = "reach"


class Options(RuleOptions):
    """The reach stands in the post types."""


def check(options: Options, record: Record) -> Iterator[Finding]:  # noqa: ARG001
    bureau = record.bureau
    far: dict[tuple[str, str], bool] = {}
    for duty in record.roster.duties:
        officer = bureau.officers[duty.officer]
        home = bureau.home_zone(officer, duty.day)
        for name in dict.fromkeys(piece.post for piece in duty.slices):
            key = (home, name)
            if key not in far:
                there = bureau.posts.get(name)
                far[key] = there is not None and not within_reach(bureau, home, there)
            if far[key]:
                post = bureau.posts[name]
                message = (
                    f"{duty.day}: {officer.id} of {home} stands at {name} in {post.zone}, more than "
                    f"{bureau.post_types[post.type].reach_km:g} km away; send somebody from nearer by"
                )
                yield Finding(ID, message, unit=duty.unit, officer=officer.id, post=name, day=duty.day)
