"""A carried roster grows in whole steps, and at the seam the night mans posts of the new morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.roster import Note, NoteKind
from rosterctl.planning.repair.extend import dates_to_add, join
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, every_rule, officer, roster_of, small_bureau
from tests.support.places import ONE, at, on, post, post_type, window

TUESDAY = MONDAY + timedelta(days=1)


@pytest.mark.parametrize(("days", "added"), [(8, None), (7, None), (6, 7), (1, 7), (0, 7), (-1, 14)])
def test_as_many_whole_weeks_are_added_as_are_missing(days: int, added: int | None) -> None:
    """Seven days are wanted; of those that were published some are over."""
    carried = Horizon(MONDAY, days, MONDAY - timedelta(days=9))
    found = dates_to_add(carried, 7, 7)
    if added is None:
        assert found is None
    else:
        assert found == Horizon(carried.end, added, carried.since)


def test_the_night_at_the_seam_mans_a_post_that_the_new_dates_leave_empty() -> None:
    """The night of Monday lasts until nine; the search for Tuesday left the post empty until then."""
    bureau = small_bureau(
        [officer("n", "B"), officer("d", "D")],
        rules=every_rule(),
        post_types=[post_type("stand", window(7, 9, minimum=ONE))],
        posts=[post("P1", "stand"), post("P2", "stand")],
    )
    night = on(bureau, "n", shift="overlap-morning")
    day = on(bureau, "d", at(7, 9, "P1"), day=TUESDAY)
    carried = roster_of(bureau, MONDAY, 1, [night])
    carried = replace(carried, horizon=Horizon(MONDAY, 1, MONDAY - timedelta(days=3)))
    found = join(bureau, carried, roster_of(bureau, TUESDAY, 2, [day]))
    assert found.horizon == Horizon(MONDAY, 3, MONDAY - timedelta(days=3))
    stood = {(one.officer, piece.start // 60, piece.post) for one in found.duties for piece in one.slices}
    assert stood == {("d", 7, "P1"), ("d", 9, ""), ("n", 19, ""), ("n", 31, "P2")}


def test_notes_and_what_was_lost_stay_with_it() -> None:
    bureau = small_bureau(rules=every_rule())
    night, left_out = on(bureau, "a"), Note(NoteKind.LEFT_OUT, "a swap", "rest")
    carried = replace(roster_of(bureau, MONDAY, 1, []), notes=(left_out,), lost=(night,))
    undealt = Note(NoteKind.UNDEALT, "one head", "rest")
    more = replace(roster_of(bureau, TUESDAY, 1, []), notes=(left_out, undealt))
    found = join(bureau, carried, more)
    assert (found.notes, found.lost) == ((left_out, undealt), (night,))


def test_where_nobody_lasts_into_the_new_dates_all_duties_stay() -> None:
    """The night ends at seven, with the date: nobody looks at the posts of Tuesday, though P1 is empty."""
    bureau = small_bureau(
        rules=every_rule(),
        post_types=[post_type("stand", window(7, 9, minimum=ONE))],
        posts=[post("P1", "stand")],
    )
    night, day = on(bureau, "b", shift="night"), on(bureau, "d", day=TUESDAY)
    before = (on(bureau, "c", shift="night", day=MONDAY - timedelta(days=1)),)
    carried = roster_of(bureau, MONDAY, 1, [night], before)
    found = join(bureau, carried, roster_of(bureau, TUESDAY, 1, [day]))
    assert (found.duties, found.before, found.tiers) == ((night, day), before, ())
