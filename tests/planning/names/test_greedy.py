"""Counts dealt to named officers: who is asked first, what is dealt first, and what stays undealt and why."""

from __future__ import annotations

from dataclasses import replace

from rosterctl.planning.names.greedy import Undealt, deal
from rosterctl.solver.outcome import Allowance, Settings
from tests.support.bureaus import absence
from tests.support.peers import Counts, Peers, on_call, on_cycle, on_day, on_nights

ABSENT_ON_MONDAY = [absence("a", on_day(0))]


def dealt(peers: Peers, counts: Counts) -> tuple[dict[str, list[str]], list[Undealt]]:
    lines, undealt = deal(
        peers.offers, peers.board, [(peers.group, peers.wanted(counts))], Allowance(Settings(20.0, nodes=100))
    )
    return peers.shown(lines), undealt


def lines_of(peers: Peers, counts: Counts) -> dict[str, list[str]]:
    """What is worked where all counts are met."""
    found, undealt = dealt(peers, counts)
    assert undealt == []
    return found


def test_a_recall_goes_to_who_has_fewest_duties_and_then_by_id() -> None:
    # Nobody works: a by id. Then a has one duty and b none.
    found = lines_of(on_call("ab", 2), {0: {"recall day": 1}, 1: {"recall day": 1}})
    assert found == {"a": ["recall day", ""], "b": ["", "recall day"]}


def test_of_as_many_duties_the_one_with_fewer_recalls_is_called() -> None:
    # D O D O; a is away on Monday. Tuesday: a has one duty, b two, so a comes. Thursday: both have two
    # duties, one of a's is a recall, so b comes, though a is first by id.
    peers = on_cycle("ab", 4, "DO", unit={"recalls": ("day",)}, absences=ABSENT_ON_MONDAY)
    found = lines_of(peers, {0: {"day": 1}, 1: {"recall day": 1}, 2: {"day": 2}, 3: {"recall day": 1}})
    assert found == {"a": ["", "recall day", "day", ""], "b": ["day", "", "day", "recall day"]}


def test_fewer_duties_count_before_fewer_recalls() -> None:
    # D O O D; a is away on Monday and Thursday: no duty but the recall of Tuesday, b two and no recall.
    # Wednesday is a's again: one duty is fewer than two.
    away = [absence("a", on_day(0)), absence("a", on_day(3))]
    peers = on_cycle("ab", 4, "DOOD", unit={"recalls": ("day",)}, absences=away)
    found = lines_of(peers, {0: {"day": 1}, 1: {"recall day": 1}, 2: {"recall day": 1}, 3: {"day": 1}})
    assert found == {"a": ["", "recall day", "recall day", ""], "b": ["day", "", "", "day"]}


def test_a_long_shift_goes_to_who_has_fewest_minutes_of_long_shifts() -> None:
    # The longest is dealt first, to a by id. Then b, who has none; then b again: 14 h are less than 16 h.
    found = lines_of(
        on_nights("ab", 3),
        {
            0: {"night": 1, "overlap-both": 1},
            1: {"night": 1, "overlap-evening": 1},
            2: {"night": 1, "overlap-evening": 1},
        },
    )
    assert found == {
        "a": ["overlap-both", "night", "night"],
        "b": ["night", "overlap-evening", "overlap-evening"],
    }


def test_plain_nights_are_no_burden_of_long_shifts() -> None:
    # a is away on Monday: one duty to b's two. The long shift of Tuesday is a's by id, neither has had one;
    # that of Wednesday is b's.
    peers = on_nights("ab", 3, absences=ABSENT_ON_MONDAY)
    night = {"night": 1, "overlap-evening": 1}
    found = lines_of(peers, {0: {"night": 1}, 1: night, 2: night})
    assert found == {"a": ["", "overlap-evening", "night"], "b": ["night", "night", "overlap-evening"]}


def test_the_longest_is_dealt_first_whatever_its_date() -> None:
    # Sixteen hours on Tuesday come before fourteen on Monday: a by id has Tuesday, so b has Monday.
    counts = {0: {"night": 1, "overlap-evening": 1}, 1: {"night": 1, "overlap-both": 1}}
    found = lines_of(on_nights("ab", 2), counts)
    assert found == {"a": ["night", "overlap-both"], "b": ["overlap-evening", "night"]}


def test_a_recall_is_dealt_before_a_longer_shift() -> None:
    # a is recalled by id for two hours on Tuesday, and so b has the long night of Monday, which is first.
    peers = on_cycle(
        "ab", 2, "NO", unit={"shifts": {"N": ("night", "overlap-both")}, "recalls": ("peak-evening",)}
    )
    found = lines_of(peers, {0: {"night": 1, "overlap-both": 1}, 1: {"recall peak-evening": 1}})
    assert found == {"a": ["night", "recall peak-evening"], "b": ["overlap-both", ""]}


def test_of_shifts_as_long_the_earlier_is_dealt_first() -> None:
    found = lines_of(on_nights("ab", 1), {0: {"overlap-evening": 1, "overlap-morning": 1}})
    assert found == {"a": ["overlap-evening"], "b": ["overlap-morning"]}


def test_nobody_is_taken_from_a_choice_that_has_no_more_than_its_count() -> None:
    # Monday's longest is a's, so Tuesday's evening is b's. For the morning b has borne less than a, 14 h to
    # 16 h, but the evening would lack b.
    counts = {0: {"night": 1, "overlap-both": 1}, 1: {"overlap-evening": 1, "overlap-morning": 1}}
    found = lines_of(on_nights("ab", 2), counts)
    assert found == {"a": ["overlap-both", "overlap-morning"], "b": ["night", "overlap-evening"]}


def test_everybody_keeps_the_rotation_where_no_more_is_wanted() -> None:
    # The counts want one; the other was to be spared for a recall, there is none, and works after all.
    assert dealt(on_nights("ab", 1), {0: {"night": 1}}) == ({"a": ["night"], "b": ["night"]}, [])


def test_who_is_let_off_for_a_recall_is_the_one_with_most_duties() -> None:
    # D O D: at most two duties each. b, with two, is let off on Wednesday (a, with one, was away on Monday)
    # and may be recalled on Tuesday; but a has one duty, as b has then, and comes by id.
    peers = on_cycle("ab", 3, "DOD", unit={"recalls": ("day",)}, absences=ABSENT_ON_MONDAY)
    every = {(0, "day"): 1, (1, "recall day"): 1, (2, "day"): 1}
    peers.limit("few", every, 2)
    found = lines_of(peers, {0: {"day": 1}, 1: {"recall day": 1}, 2: {"day": 1}})
    assert found == {"a": ["", "recall day", "day"], "b": ["day", "", "day"]}


def test_of_as_many_duties_the_first_by_id_is_let_off_for_a_recall() -> None:
    # Two duties each at most, and the counts want one less on Wednesday: a is let off then and comes on
    # Tuesday. Nothing is left to put a back on the rotation. That all may work longer changes nothing.
    peers = on_cycle("ab", 3, "DOD", unit={"recalls": ("day",), "shifts": {"D": ("day", "full-24")}})
    peers.limit("few", {(0, "day"): 1, (1, "recall day"): 1, (2, "day"): 1}, 2)
    found = lines_of(peers, {0: {"day": 2}, 1: {"recall day": 1}, 2: {"day": 1}})
    assert found == {"a": ["day", "recall day", ""], "b": ["day", "", "day"]}


def test_one_after_the_other_is_let_off_so_that_all_have_hours_to_spare() -> None:
    # On Monday a, on Tuesday b, who then has more left: each may be recalled once on Wednesday.
    peers = on_cycle("ab", 3, "DDO", unit={"recalls": ("day",)})
    peers.limit("few", {(0, "day"): 1, (1, "day"): 1, (2, "recall day"): 1}, 2)
    found = lines_of(peers, {0: {"day": 1}, 1: {"day": 1}, 2: {"recall day": 2}})
    assert found == {"a": ["", "day", "recall day"], "b": ["day", "", "recall day"]}


def test_what_nobody_may_lawfully_take_is_left_with_the_rule_in_the_way() -> None:
    # The rest after the night of Monday forbids the day of Tuesday, and there is one officer.
    peers = on_call("a", 2, rules={"rest": {}})
    found, undealt = dealt(peers, {0: {"recall night": 1}, 1: {"recall day": 1}})
    assert found == {"a": ["recall night", ""]}
    assert undealt == [Undealt(peers.group.key, peers.choice(1, "recall day"), 1, ("rest",))]


def test_the_rule_that_keeps_most_from_it_is_named_first() -> None:
    # `zeal` keeps b and c from the day, `age` and `bias` keep a: two before one, then by name.
    peers = on_call("abc", 1)
    day = {(0, "recall day"): 1}
    peers.limit("bias", day, 1, used={"a": 1})
    peers.limit("age", day, 1, used={"a": 1})
    peers.limit("zeal", day, 1, used={"b": 1, "c": 1})
    found, undealt = dealt(peers, {0: {"recall day": 2}})
    assert found == {"a": [""], "b": [""], "c": [""]}
    assert undealt == [Undealt(peers.group.key, peers.choice(0, "recall day"), 2, ("zeal", "age", "bias"))]


def test_a_rule_counts_once_for_each_officer_whom_it_keeps() -> None:
    # Two limits of `many` keep a, one of `old` keeps b and c: two officers before one.
    peers = on_call("abc", 1)
    day = {(0, "recall day"): 1}
    for _ in range(3):
        peers.limit("many", day, 1, used={"a": 1})
    peers.limit("old", day, 1, used={"b": 1, "c": 1})
    _, undealt = dealt(peers, {0: {"recall day": 1}})
    assert [one.rules for one in undealt] == [("old", "many")]


def test_who_works_it_and_to_whom_it_is_not_open_are_not_in_the_way() -> None:
    # a works the day, b is away: only c is kept from it, by `old`.
    peers = on_call("abc", 1, absences=[absence("b", on_day(0))])
    peers.limit("old", {(0, "recall day"): 1}, 1, used={"b": 1, "c": 1})
    found, undealt = dealt(peers, {0: {"recall day": 3}})
    assert found == {"a": ["recall day"], "b": [""], "c": [""]}
    assert undealt == [Undealt(peers.group.key, peers.choice(0, "recall day"), 2, ("old",))]


def test_where_single_steps_end_the_whole_team_is_dealt_anew() -> None:
    # a may be recalled on both dates, b on Monday only. Step by step a has Monday by id, and then Tuesday
    # too: one recall each is all that is allowed, so b must have Monday.
    peers = on_call("ab", 2, absences=[absence("b", on_day(1))])
    peers.limit("one", {(0, "recall day"): 1, (1, "recall day"): 1}, 1)
    found = lines_of(peers, {0: {"recall day": 1}, 1: {"recall day": 1}})
    assert found == {"a": ["", "recall day"], "b": ["recall day", ""]}


def test_the_rotation_is_left_where_a_limit_forbids_it() -> None:
    peers = on_nights("a", 3)
    peers.limit("few", {(day, "night"): 1 for day in range(3)}, 2)
    found, undealt = dealt(peers, {day: {"night": 1} for day in range(3)})
    assert found == {"a": ["night", "night", ""]}
    assert undealt == [Undealt(peers.group.key, peers.choice(2, "night"), 1, ("few",))]


def test_what_was_counted_for_one_officer_alone_is_theirs_as_far_as_it_is_lawful() -> None:
    # Both were counted alone: a for both dates, b for none. a may work on one only.
    peers = on_call("ab", 2)
    peers.limit("hours", {(0, "recall day"): 1, (1, "recall day"): 1}, 1)
    counted = [
        (replace(peers.group, officers=(one,), alone=one.id), peers.wanted(counts))
        for one, counts in zip(
            peers.group.officers,
            ({0: {"recall day": 1}, 1: {"recall day": 1}}, {}),
            strict=True,
        )
    ]
    lines, undealt = deal(peers.offers, peers.board, counted, Allowance(Settings(20.0, nodes=100)))
    assert peers.shown(lines) == {"a": ["recall day", ""], "b": ["", ""]}
    assert [(one.choice, one.missing, one.rules) for one in undealt] == [
        (peers.choice(1, "recall day"), 1, ("hours",))
    ]
