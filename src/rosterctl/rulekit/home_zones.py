"""How an officer's home zone stands to a post: whether it is near enough, and whether it is a strange one."""

from __future__ import annotations

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Post

A_MILLIMETRE = 1e-6
"""Kilometres that are no distance: a post at exactly its reach is near enough however the root is rounded."""


def within_reach(bureau: Bureau, home: str, post: Post) -> bool:
    """May somebody of this home zone stand at this post, as far as the way there goes?"""
    reach = bureau.post_types[post.type].reach_km
    if reach is None or not home or not post.zone:
        return True
    return bureau.zones[home].distance(bureau.zones[post.zone]) <= reach + A_MILLIMETRE


def stay_cost(home: str, post: Post) -> int:
    """Points of one stay: 1 away from the home zone, 0 at home or where either has no zone."""
    return int(bool(home and post.zone) and home != post.zone)
