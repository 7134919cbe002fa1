"""What changed between two rosters: every kind, officer by officer and post by post."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rosterctl.domain.change import ChangeKind
from rosterctl.domain.roster import Duty, Origin, Roster, Slice
from rosterctl.insight.difference import PostChange, changes, post_changes
from tests.support.bureaus import MONDAY, duty, officer, plain_roster, roster_of, small_bureau, unit

TUESDAY = MONDAY + timedelta(days=1)
BUREAU = small_bureau([officer(team.lower(), team) for team in "ABCD"], units=[unit("U1"), unit("U2")])
SPLIT = (Slice(420, 540, "P1"), Slice(540, 1140, ""))


def at(who: str, *slices: Slice, shift: str = "day", **more: object) -> Duty:
    return replace(duty(BUREAU, who, MONDAY, shift, slices=slices or None), **more)  # type: ignore[arg-type]


def day_of(*duties: Duty) -> Roster:
    return roster_of(BUREAU, MONDAY, 1, duties)


def kinds(before: Duty | None, after: Duty | None) -> list[ChangeKind]:
    old, new = (day_of(*([one] if one else [])) for one in (before, after))
    return [change.kind for change in changes(old, new, MONDAY)]


def test_equal_rosters_have_no_changes() -> None:
    roster = plain_roster(BUREAU, MONDAY, 4)
    assert changes(roster, roster, MONDAY) == ()
    assert post_changes(roster, roster, MONDAY) == ()


def test_every_kind_of_change() -> None:
    plain = at("a")
    assert kinds(None, plain) == [ChangeKind.ADDED]
    assert kinds(plain, None) == [ChangeKind.DROPPED]
    assert kinds(plain, at("a", shift="night")) == [ChangeKind.SHIFT]
    assert kinds(plain, at("a", unit="U2")) == [ChangeKind.UNIT]
    later = (replace(plain.slices[0], start=plain.slices[0].start + 1), *plain.slices[1:])
    assert kinds(plain, replace(plain, slices=later)) == [ChangeKind.TIMES]
    assert kinds(plain, at("a", *SPLIT)) == [ChangeKind.POST]
    with_car = (replace(SPLIT[0], vehicles=("C1",)), SPLIT[1])
    assert kinds(at("a", *SPLIT), at("a", *with_car)) == [ChangeKind.VEHICLE]
    assert kinds(plain, at("a", origin=Origin.EXCHANGE)) == [ChangeKind.ORIGIN]


def test_the_gravest_kind_is_named() -> None:
    assert kinds(at("a"), at("a", shift="night", unit="U2")) == [ChangeKind.SHIFT]
    assert kinds(at("a"), at("a", *SPLIT, unit="U2")) == [ChangeKind.UNIT]


def test_a_stay_that_is_only_cut_in_two_is_no_change() -> None:
    cut = (Slice(420, 540, ""), Slice(540, 1140, ""))
    assert kinds(at("a"), at("a", *cut)) == []


def test_changes_come_by_date_and_officer_with_their_reasons() -> None:
    old, new = (
        roster_of(BUREAU, MONDAY, 2, ()),
        roster_of(
            BUREAU,
            MONDAY,
            2,
            [duty(BUREAU, who, day, "day") for day in (TUESDAY, MONDAY) for who in ("b", "a")],
        ),
    )
    found = changes(old, new, MONDAY, {("b", MONDAY): "sick"})
    assert [(one.day, one.officer, one.reason) for one in found] == [
        (MONDAY, "a", ""),
        (MONDAY, "b", "sick"),
        (TUESDAY, "a", ""),
        (TUESDAY, "b", ""),
    ]


def test_only_dates_that_both_cover_and_from_since_on_are_compared() -> None:
    """The first roster covers Monday and Tuesday, the second Tuesday and Wednesday."""
    old = plain_roster(BUREAU, MONDAY, 2)
    new = roster_of(BUREAU, TUESDAY, 2, ())
    assert {one.day for one in changes(old, new, MONDAY)} == {TUESDAY}
    assert changes(old, new, TUESDAY + timedelta(days=1)) == ()


def test_of_two_duties_a_date_the_same_shift_is_compared() -> None:
    two = day_of(at("a", shift="peak-morning"), at("a", shift="peak-evening"))
    one = day_of(at("a", shift="peak-evening", unit="U2"))
    assert [(each.kind, each.before and each.before.shift) for each in changes(two, one, MONDAY)] == [
        (ChangeKind.UNIT, "peak-evening"),
        (ChangeKind.DROPPED, "peak-morning"),
    ]


def test_posts_say_who_was_there_and_who_is() -> None:
    """A leaves the post at 09:00 instead of at 08:00; B comes for him from 09:00."""
    old = day_of(at("a", Slice(420, 480, "P1"), Slice(480, 1140, "")), at("b", Slice(420, 1140, "P1")))
    new = day_of(at("a", Slice(420, 540, "P1"), Slice(540, 1140, "")), at("b", Slice(420, 1140, "P1")))
    assert post_changes(old, new, MONDAY) == (PostChange("P1", "U1", MONDAY, 480, 540, ("b",), ("a", "b")),)


def test_stretches_with_the_same_change_are_one() -> None:
    """The cut at 09:00 in B's duty changes nothing about who is there."""
    old = day_of(at("a", Slice(420, 1140, "P1")))
    new = day_of(at("b", Slice(420, 540, "P1"), Slice(540, 1140, "P1", ("C1",))))
    assert post_changes(old, new, MONDAY) == (PostChange("P1", "U1", MONDAY, 420, 1140, ("a",), ("b",)),)


def test_the_reserve_is_no_post() -> None:
    assert post_changes(day_of(at("a")), day_of(at("b")), MONDAY) == ()
