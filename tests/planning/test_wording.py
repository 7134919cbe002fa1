"""The sentences of the planner that are filled in from its own records."""

from __future__ import annotations

from rosterctl.domain.roster import Origin
from rosterctl.planning import wording
from rosterctl.planning.names.greedy import Undealt
from rosterctl.rulekit.model.board import Choice
from rosterctl.timeline.clock import Instant
from rosterctl.wording import say
from tests.support.bureaus import MONDAY


def test_heads_that_nobody_could_take_are_told_with_team_and_both_units() -> None:
    choice = Choice(MONDAY, "n", "U2", Origin.RECALL, Instant(0), Instant(720), 720, True, True, False)
    told = say(
        wording.NOT_DEALT,
        undealt=Undealt(("U1", "A", (), False, (), ""), choice, 2, ()),
        choice=choice,
        shift="Night",
    )
    assert told == f"{MONDAY}: 2 of team A of U1 could not lawfully be given Night in U2"
