"""Posts for everybody who serves in a unit: what is manned, what is short, and the duties that come of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.post import Level
from rosterctl.domain.roster import Origin, Slice
from rosterctl.domain.tier import SHORTAGES, Tier
from rosterctl.planning.cover.presences import Worked, presences_of
from rosterctl.planning.posts.unit import Posted, counted_apart, counts_of, manning_of, on_duty, post_officers
from rosterctl.planning.rotation.history import NOBODY_BEFORE, Before
from rosterctl.planning.rotation.menus import choice_of
from rosterctl.rulekit.model.board import Moment
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import OutOfTime, Settings
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, duty, every_rule, officer, small_bureau, unit
from tests.support.places import ONE, crew, event, post, post_type, vehicle, window

SETTINGS = Settings(20.0, 1)
DAYS = Horizon(MONDAY, 1)
TWO = crew("two", {"any": 2})
STAND, PLANNED = post_type("stand", window(7, 19, minimum=ONE)), post_type("planned", window(9, 11, plan=ONE))


def bureau_of(*posts: Any, **more: Any) -> Bureau:
    """Three sworn officers, and a post that wants one by law from seven to seven."""
    settings: dict[str, Any] = {
        "post_types": [STAND, PLANNED],
        "rules": every_rule(),
        "units": [unit("U1"), unit("U2")],
    }
    people = [officer(name) for name in "abc"]
    return small_bureau(people, posts=posts or [post("P", "stand")], **{**settings, **more})


BUREAU = bureau_of()


def works(name: str, shift: str = "day", day: int = 0, place: str = "U1") -> Worked:
    on = MONDAY + timedelta(days=day)
    return name, choice_of(BUREAU, on, BUREAU.shifts[shift], place, Origin.ROTATION, True)


def posted(
    bureau: Bureau,
    *worked: Worked,
    sites: Mapping[str, Sequence[str]] | None = None,
    before: Before = NOBODY_BEFORE,
    days: Horizon = DAYS,
) -> Posted:
    rules = rules_in_force(bureau.rulebook)
    return post_officers(bureau, days, rules, "U1", worked, sites or {}, SETTINGS, before)


def stands(found: Posted) -> dict[str, list[tuple[float, float, str, tuple[str, ...]]]]:
    return {
        one.officer: [(piece.start / 60, piece.end / 60, piece.post, piece.vehicles) for piece in one.slices]
        for one in found.duties
    }


def hours(found: Posted) -> dict[tuple[tuple[str, ...], Level, int], int]:
    """By posts, level and alternative, how many hours are manned."""
    minutes: dict[tuple[tuple[str, ...], Level, int], int] = {}
    for (moment, want, level, alternative), number in found.manned.items():
        key = want.posts, level, alternative
        minutes[key] = minutes.get(key, 0) + number * moment.minutes
    return {key: number // 60 for key, number in minutes.items()}


def test_who_is_there_mans_the_post_and_a_second_is_in_reserve() -> None:
    found = posted(BUREAU, works("a"), works("b"))
    assert sorted(stands(found).values()) == [[(7, 19, "", ())], [(7, 19, "P", ())]]
    assert hours(found) == {(("P",), Level.MINIMUM, 0): 12}
    assert [(one.officer, one.day, one.shift, one.unit, one.origin) for one in found.duties] == [
        (name, MONDAY, "day", "U1", Origin.ROTATION) for name in "ab"
    ]


def test_without_people_no_post_is_manned() -> None:
    bureau = bureau_of(rules={"posts": {}})
    nobody = {Tier.LEGAL: 720, Tier.PLAN: 0, Tier.STRENGTH: 0}  # twelve hours of one head
    assert posted(bureau) == Posted((), {}, nobody)
    assert posted(bureau, works("a")).short == dict.fromkeys(SHORTAGES, 0)


def test_the_legal_minimum_comes_before_the_plan_and_the_plan_is_manned_while_somebody_is_left() -> None:
    bureau = bureau_of(post("Q", "planned"), post("P", "stand"))
    alone = posted(bureau, works("a"))
    assert stands(alone) == {"a": [(7, 19, "P", ())]}
    assert hours(alone) == {(("P",), Level.MINIMUM, 0): 12}
    both = posted(bureau, works("a"), works("b"))
    assert hours(both) == {(("P",), Level.MINIMUM, 0): 12, (("Q",), Level.PLAN, 0): 2}


def test_who_comes_later_relieves_nobody_and_who_leaves_is_relieved() -> None:
    # a until nine, b all day: a is relieved at nine if a stands there.
    found = posted(BUREAU, works("a", "peak-morning"), works("b"))
    assert hours(found) == {(("P",), Level.MINIMUM, 0): 12}
    assert stands(found)["b"][-1][2] == "P"
    one = posted(BUREAU, works("a", "peak-morning"))
    assert (stands(one), hours(one)) == ({"a": [(7, 9, "P", ())]}, {(("P",), Level.MINIMUM, 0): 2})


def test_sites_of_an_event_are_manned_where_the_unit_hosts_them() -> None:
    bureau = bureau_of(post("Q", "planned"), events=[event("E", 9, 11, sites=2, crew=ONE)])
    hosted = posted(bureau, works("a"), works("b"), sites={"E": ["E/2"]})
    assert {piece[2] for line in stands(hosted).values() for piece in line} == {"", "E/2", "Q"}
    elsewhere = posted(bureau, works("a"), works("b"))
    assert {piece[2] for line in stands(elsewhere).values() for piece in line} == {"", "Q"}


def test_vehicles_go_with_the_posts_and_without_one_a_post_is_not_manned() -> None:
    cars = post_type("car", window(7, 19, plan=ONE), vehicle="car")
    with_one = bureau_of(post("P", "car"), post("Q", "car"), post_types=[cars], vehicles=[vehicle("C")])
    found = stands(posted(with_one, works("a"), works("b")))
    assert sorted(line[0][2:] for line in found.values()) in (
        [("", ()), ("P", ("C",))],
        [("", ()), ("Q", ("C",))],
    )


def test_who_is_on_duty_from_before_is_not_posted() -> None:
    # The long night of Sunday lasts until nine; a comes at seven. Only a may stand at the two posts.
    bureau = bureau_of(post("P", "stand"), post("Q", "stand"))
    assumed = Before(assumed=(works("b", "overlap-morning", day=-1),))
    found = posted(bureau, works("a"), before=assumed)
    assert hours(found) == {(("P", "Q"), Level.MINIMUM, 0): 12}
    assert list(stands(found)) == ["a"]


def test_whoever_is_known_to_be_on_duty_from_before_stands_at_a_post_until_the_end() -> None:
    """Before the handover at seven the duty stands where it stood."""
    bureau = bureau_of(post("P", "stand"), post("Q", "stand"))
    sunday = MONDAY - timedelta(days=1)
    night = duty(
        bureau, "b", sunday, "overlap-morning", slices=[Slice(1140, 1500, "P"), Slice(1500, 1980, "")]
    )
    found = posted(bureau, works("a"), before=Before((night,)))
    assert hours(found) == {(("P", "Q"), Level.MINIMUM, 0): 14}  # both from 07:00 to 09:00
    (past,) = found.taken_over
    assert past.slices[:2] == (Slice(1140, 1500, "P"), Slice(1500, 1860, ""))
    assert (past.slices[2].start, past.slices[2].end, past.slices[2].post in {"P", "Q"}) == (1860, 1980, True)


def test_where_nobody_knows_who_is_there_its_own_people_are_posted_all_the_same() -> None:
    """Until nine nothing is short, and a stands at the post from seven on."""
    bureau = bureau_of(post("P", "stand"))
    late = works("b", "overlap-morning", day=-1)
    found = posted(bureau, works("a"), before=Before(assumed=(late,), unknown={"U1": late[1].end}))
    assert hours(found) == {(("P",), Level.MINIMUM, 0): 12}


def test_rules_that_only_look_at_who_is_on_duty_do_not_decide_what_is_manned() -> None:
    # An auxiliary alone breaks a rule, and so does a unit without a leader: the post is manned all the same.
    bureau = small_bureau(
        [officer("a", role="auxiliary")], post_types=[STAND], posts=[post("P", "stand")], rules=every_rule()
    )
    assert hours(posted(bureau, works("a"))) == {(("P",), Level.MINIMUM, 0): 12}


def moments_of(*worked: Worked) -> Sequence[Moment]:
    rules = rules_in_force(BUREAU.rulebook)
    return manning_of(BUREAU, DAYS, rules, "U1", presences_of(BUREAU, rules, worked), {}).moments


def test_on_duty_is_who_lasts_the_whole_moment() -> None:
    # Cut at 7, 9, 17, 19 and 7: the morning's a, the long night's b (17 to 7) and c of the day.
    worked = works("a", "peak-morning"), works("b", "overlap-evening"), works("c")
    moments = moments_of(*worked)
    found = on_duty(moments, worked)
    start = BUREAU.clock.number(MONDAY, 0)
    shown = [((one.start - start) // 60, (one.end - start) // 60, "".join(found[one])) for one in moments]
    assert shown == [(7, 9, "ac"), (9, 17, "c"), (17, 19, "bc"), (19, 31, "b")]


def test_counts_are_by_moment_and_what_is_not_manned_is_left_out() -> None:
    bureau, rules = bureau_of(post("P", "stand"), post("Q", "stand")), rules_in_force(BUREAU.rulebook)
    worked = works("a"), works("b", "peak-morning")
    cover = manning_of(bureau, DAYS, rules, "U1", presences_of(bureau, rules, worked), {})
    counts = counts_of(cover, minimise(cover.model, goals_of(cover.model, SHORTAGES), SETTINGS))
    start = BUREAU.clock.number(MONDAY, 7 * 60)
    by_hour = {
        (moment.start - start) // 60: {
            (want.posts, level, number): heads for (want, level, number), heads in each.items()
        }
        for moment, each in counts.items()
    }
    state = ("P", "Q"), Level.MINIMUM, 0
    assert by_hour == {0: {state: 2}, 2: {state: 1}}  # from 19:00 nothing is wanted
    assert counts_of(cover, OutOfTime()) == {}


def test_dates_one_by_one_come_to_the_same() -> None:
    """A stays over midnight; P wants one in the day and the night, Q nobody at night."""
    bureau = bureau_of(
        post("P", "always"),
        post("Q", "stand"),
        post_types=[STAND, post_type("always", window(7, 31, minimum=ONE))],
    )
    rules = rules_in_force(bureau.rulebook)
    worked = works("a", "night"), works("b"), works("c", day=1), works("b", "night", day=1)
    presences = presences_of(bureau, rules, worked)
    days = Horizon(MONDAY, 2)
    cover = manning_of(bureau, days, rules, "U1", presences, {})
    counts = counts_of(cover, minimise(cover.model, goals_of(cover.model, SHORTAGES), SETTINGS))
    apart = counted_apart((manning_of(bureau, [day], rules, "U1", presences, {}) for day in days), SETTINGS)
    assert sum(len(each) for each in counts.values()) == 4  # two days and two nights
    assert apart == counts


def test_the_model_is_of_one_unit() -> None:
    bureau, rules = (
        bureau_of(post("P", "stand"), post("Q", "stand", unit="U2")),
        rules_in_force(BUREAU.rulebook),
    )
    cover = manning_of(bureau, DAYS, rules, "U1", [], {})
    assert {moment.unit for moment in cover.moments} == {"U1"}
    assert {place for moment in cover.moments for want in cover.wants(moment) for place in want.posts} == {
        "P"
    }
