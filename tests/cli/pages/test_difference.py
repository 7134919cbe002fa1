"""The pages of `diff`: officer by officer, and post by post."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.cli.pages.difference import officers_page, person, posts_page
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Slice
from rosterctl.insight.difference import PostChange
from tests.support.bureaus import MONDAY, duty, officer, small_bureau
from tests.support.edited_shift import KEY, edited_bureau
from tests.support.places import ONE, post, post_type, window

BUREAU = small_bureau(
    [officer("a"), officer("b", "B")],
    post_types=[post_type("street", window(7, 19, plan=ONE))],
    posts=[post("P", "street")],
)
DAY = duty(BUREAU, "a", MONDAY, "day", slices=[Slice(420, 1140, "P")])


def test_another_shift_is_told_by_its_times_another_post_by_the_posts() -> None:
    night = duty(BUREAU, "a", MONDAY, "night", recall=True)
    moved = replace(DAY, slices=(Slice(420, 1140, ""),))
    page = officers_page(
        BUREAU, [Change("a", MONDAY, DAY, night, "sick"), Change("a", MONDAY, DAY, moved, "")]
    )
    lines = page.text.splitlines()
    assert lines[0] == "2 changes for 1 officer: 1 other shift, 1 other post"
    assert [cell.strip() for cell in lines[4].split("  ") if cell.strip()] == [
        *("2026-12-07", "a (a)", "day 07:00-19:00 U1", "night 19:00-07:00 U1 (recall)", "other shift", "sick")
    ]
    assert "day U1: 07:00 P" in lines[5]
    assert "day U1: 07:00 reserve" in lines[5]


def test_the_fields_have_both_duties_whole() -> None:
    (told,) = officers_page(BUREAU, [Change("a", MONDAY, None, DAY, "why")]).fields["changes"]
    assert told == {
        "date": "2026-12-07",
        "officer": "a",
        "before": None,
        "after": {"shift": "day", "unit": "U1", "origin": "rotation", "slices": [[420, 1140, "P", ""]]},
        "kind": "added",
        "reason": "why",
    }


def test_no_changes() -> None:
    assert officers_page(BUREAU, []).text == "no changes"
    assert posts_page(BUREAU, []).text == "no changes"
    assert posts_page(BUREAU, []).fields == {"posts": []}


def test_who_stood_at_a_post_and_who_does() -> None:
    """A post that the bureau no longer has is told by its id."""
    stood = PostChange("P", "U1", MONDAY, 420, 540, ("a",), ("b", "z"))
    page = posts_page(BUREAU, [stood, replace(stood, post="old", now=())])
    first, second = page.text.splitlines()[2:]
    assert first.split() == [*("2026-12-07", "07:00-09:00", "P", "(P)", "a", "(a)", "b", "(b),", "z")]
    assert second.split() == [*("2026-12-07", "07:00-09:00", "old", "a", "(a)", "nobody")]
    assert page.fields["posts"][0] == {
        "date": "2026-12-07",
        "start": 420,
        "end": 540,
        "post": "P",
        "unit": "U1",
        "before": ["a"],
        "after": ["b", "z"],
    }


def test_somebody_whom_the_bureau_no_longer_has_is_told_by_id() -> None:
    assert (person(BUREAU, "a"), person(BUREAU, "z")) == ("a (a)", "z")


def test_an_edited_shift_has_its_own_id_and_the_times_then() -> None:
    bureau = edited_bureau()
    was, now = duty(bureau, "a", MONDAY, KEY), duty(bureau, "a", MONDAY, "day")
    page = officers_page(bureau, [Change("a", MONDAY, replace(was, shift="day"), now, "")])
    assert "day 07:00-19:00 U1  day 07:00-20:00 U1  other end" in page.text
    (found,) = officers_page(bureau, [Change("a", MONDAY, was, None, "")]).fields["changes"]
    assert found["before"]["shift"] == "day"
