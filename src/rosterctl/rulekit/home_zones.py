"""How an officer's home zone stands to a post: whether it is near enough, and whether it is a strange one.

The home zone is the grid that an officer patrols by habit; posts lie in zones too. Distances are kilometres
between the middles of two zones, as the crow flies. An officer without a home zone knows every street as well
as any other, and a post without a zone is as near to everybody: neither is ever too far or strange.

Both are asked when people are posted and when the posts of a roster are priced. The rule of reach makes a
breach of what is too far, the rule of familiarity a cost of what is strange.
"""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Post

A_MILLIMETRE = 1e-6
"""Kilometres that are no distance: a post at exactly its reach is near enough however the root is rounded."""


def within_reach(bureau: Bureau, home: str, post: Post) -> bool:
    """May somebody of this home zone stand at this post, as far as the way there goes?

    Source: [S] at the peaks the crews of stations and cars stand at the nearest junction (就近).
    """
    # Kilometres; None where the type says nothing of it.
    reach = bureau.post_types[post.type].reach_km
    if reach is None:
        return True
    # Without both zones there is no way to be measured.
    if not home or not post.zone:
        return True
    return bureau.zones[home].distance(bureau.zones[post.zone]) <= reach + A_MILLIMETRE


def stay_cost(home: str, post: Post) -> int:
    """Points of one stay: 1 away from the home zone, 0 at home or where either has no zone.

    A strange zone is as strange as any other, be it next door: it is the streets that are not known.
    """
    return int(bool(home and post.zone) and home != post.zone)
