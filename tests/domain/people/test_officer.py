"""Where an officer belongs from date to date."""

from datetime import timedelta

from tests.support.bureaus import MONDAY, officer, transfer

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def test_a_transfer_holds_from_its_date_on() -> None:
    one = officer("a", "A", zone="Z1", transfers=[transfer(TUESDAY, "B", "U2")])
    where = [one.on(day) for day in (MONDAY, TUESDAY, WEDNESDAY)]
    assert [(home.unit, home.team, home.zone) for home in where] == [
        ("U1", "A", "Z1"),
        ("U2", "B", ""),
        ("U2", "B", ""),
    ]


def test_a_move_is_a_transfer_after_the_first_date_to_another_team() -> None:
    one = officer("a", "A", transfers=[transfer(TUESDAY, "B"), transfer(WEDNESDAY, "B", zone="Z2")])
    assert [move.first for move in one.moves(MONDAY, TUESDAY)] == [TUESDAY]
    assert one.moves(MONDAY, MONDAY) == ()
    assert one.moves(TUESDAY, WEDNESDAY) == ()  # only the home zone becomes another
