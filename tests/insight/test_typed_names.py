"""Whoever types a name is understood, or told what else to type."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.people.incident import Incident, IncidentKind
from rosterctl.domain.post import Post
from rosterctl.domain.vehicle import Vehicle
from rosterctl.insight.typed_names import (
    are_ids,
    incidents_meant,
    officer_meant,
    post_meant,
    unit_meant,
    vehicle_meant,
)
from rosterctl.insight.typed_names_wording import SEVERAL_OFFICERS
from rosterctl.problems import NotOne
from rosterctl.wording import Language, english, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, officer, small_bureau, transfer, unit

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def bureau() -> Bureau:
    """P1 and P3 are both called 张三; 3001 is the badge of P2, who is called 李四 with a space."""
    people = [
        replace(officer("P1"), name="张三", badge="1001"),
        replace(officer("P2", "B"), name="李　四", badge="3001"),
        replace(officer("P3", "C", transfers=[transfer(TUESDAY, "D", "U2")]), name="张三", badge=""),
        replace(officer("P4"), name="王小明", badge="1004"),
    ]
    units = [replace(unit("U1"), name="丛台一大队"), replace(unit("U2"), name="丛台二大队")]
    posts = [
        Post("D1", "值班台", "desk", "U1", "", "丛01"),
        Post("D2", "值班台", "desk", "U2", "", "丛02"),
    ]
    return small_bureau(people, units=units, posts=posts, vehicles=[Vehicle("C1", "car", "U1", "丛03")])


@pytest.mark.parametrize("typed", ["P2", "3001", "３００１", "李四", "李 四", " 李四 "])
def test_an_officer_is_meant_by_id_badge_or_name(bureau: Bureau, typed: str) -> None:
    assert officer_meant(bureau, typed, MONDAY).id == "P2"


def test_an_id_is_its_own_officers_though_it_is_the_badge_of_another(bureau: Bureau) -> None:
    """Programs go by ids. In small letters it is no id any more, and may be either."""
    people = {**bureau.officers, "P1": replace(bureau.officers["P1"], badge="P2")}
    twins = replace(bureau, officers=people)
    assert officer_meant(twins, "P2", MONDAY).id == "P2"
    assert officer_meant(bureau, "p2", MONDAY).id == "P2"
    with pytest.raises(NotOne, match="'p2' may be 2 officers"):
        officer_meant(twins, "p2", MONDAY)


def test_two_of_one_name_are_told_apart_as_they_are_on_the_date(bureau: Bureau) -> None:
    """P3 moves to the other unit on Tuesday and has no badge."""
    for day, place in ((MONDAY, "丛台一大队, team C"), (TUESDAY, "丛台二大队, team D")):
        with pytest.raises(NotOne) as told:
            officer_meant(bureau, "张三", day)
        assert str(told.value).splitlines() == [
            "'张三' may be 2 officers; name the one by id or badge:",
            "P1  张三, 丛台一大队, team A, badge 1001",
            f"P3  张三, {place}",
        ]


def test_they_are_told_apart_in_chinese(bureau: Bureau) -> None:
    speak(sentences(Language.CHINESE))
    try:
        with pytest.raises(NotOne) as told:
            officer_meant(bureau, "张三", MONDAY)
    finally:
        speak({})
    assert str(told.value).splitlines()[:2] == [
        "“张三”可能是2人，请改用编号或警号：",
        "P1  张三，丛台一大队，班组A，警号1001",
    ]
    assert "{number}" in english(SEVERAL_OFFICERS)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("王晓明", "there is no officer '王晓明' (did you mean '王小明'?)"),
        ("PI", "there is no officer 'PI' (did you mean 'P1'?)"),
        ("赵六", "there is no officer '赵六'"),
        (" ", "there is no officer ' '"),  # nobody, and not whoever has no badge
    ],
)
def test_of_nobody_the_nearest_is_told(bureau: Bureau, typed: str, message: str) -> None:
    with pytest.raises(NotOne) as told:
        officer_meant(bureau, typed, MONDAY)
    assert str(told.value) == message


def test_units_posts_and_vehicles_have_names_too(bureau: Bureau) -> None:
    assert unit_meant(bureau, "丛台一大队").id == unit_meant(bureau, "U1").id == "U1"
    assert post_meant(bureau, "丛02") == post_meant(bureau, "D2") == "D2"
    assert vehicle_meant(bureau, "丛03").id == vehicle_meant(bureau, "C1").id == "C1"
    for ask, typed, message in (
        (unit_meant, "丛台三大队", "there is no unit '丛台三大队' (did you mean '丛台二大队'?)"),
        (post_meant, "值班", "there is no post '值班' (did you mean '值班台'?)"),
        (vehicle_meant, "丛09", "there is no vehicle '丛09' (did you mean '丛03'?)"),
        (post_meant, "值班台", "'值班台' may be 2 posts; name the one by its id:\nD1  值班台\nD2  值班台"),
    ):
        with pytest.raises(NotOne) as told:
            ask(bureau, typed)  # type: ignore[operator]
        assert str(told.value) == message


def test_units_and_vehicles_of_one_name_are_listed(bureau: Bureau) -> None:
    twins = replace(
        bureau,
        units={id: replace(one, name="大队") for id, one in bureau.units.items()},
        vehicles={id: Vehicle(id, "car", "U1", "丛03") for id in ("C1", "C2")},
    )
    with pytest.raises(NotOne, match="may be 2 units; name the one by its id:\nU1  大队\nU2  大队"):
        unit_meant(twins, "大队")
    with pytest.raises(NotOne, match="may be 2 vehicles; name the one by its id:\nC1  丛03\nC2  丛03"):
        vehicle_meant(twins, "丛03")


def test_incidents_get_the_ids_of_those_who_are_meant(bureau: Bureau) -> None:
    told = [Incident(IncidentKind.SICK, "3001", MONDAY), Incident(IncidentKind.VEHICLE_DOWN, "丛03", MONDAY)]
    assert not are_ids(bureau, told)
    meant = incidents_meant(bureau, told)
    assert [one.id for one in meant] == ["P2", "C1"]
    assert are_ids(bureau, meant)
