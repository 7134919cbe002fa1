"""What the shipped examples come to: nights and fairness of a whole month."""

from datetime import date
from pathlib import Path

import pytest

from rosterctl.cli.main import run
from rosterctl.domain.accounts.tally import tallies
from rosterctl.domain.tier import Tier
from rosterctl.rulekit.burdens import peer_groups
from rosterctl.storage.roster.folder import open_roster
from rosterctl.timeline.horizon import Horizon

EXAMPLES = Path(__file__).parents[2] / "examples"
DECEMBER = Horizon(date(2026, 12, 1), 28)


@pytest.fixture(scope="module", params=["station", "brigade"])
def solved(request, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "roster"
    # Reproducible: what is proved must not depend on how much a busy machine does in a second.
    span = ["--from", str(DECEMBER.first), "--days", str(DECEMBER.days), "--reproducible"]
    assert run(["solve", str(EXAMPLES / request.param), *span, "--out", str(out), "--quiet"]) in (0, 6)
    return open_roster(out)


def test_peers_who_are_never_away_differ_by_one_night_at_most(solved):
    # 28 days are seven cycles of DNOO: the rotation gives each of them seven nights.
    bureau, roster = solved
    borne = tallies(bureau, roster.duties)
    compared = 0
    for peers, present in peer_groups(bureau, DECEMBER, bureau.officers.values()):
        always = [one for one, days in zip(peers, present, strict=True) if days == DECEMBER.days]
        nights = [borne[one.id].nights for one in always]
        compared += len(nights)
        assert not nights or max(nights) - min(nights) <= 1, (peers[0].teams, nights)
    assert compared >= len(bureau.officers) // 5  # the others are on leave or at a course at some time


def test_no_lawful_dealing_of_the_same_duties_is_fairer(solved):
    # What is left is weekends: who was on leave on working days is called on the usual weekends.
    _, roster = solved
    (fairness,) = (one for one in roster.tiers if one.tier is Tier.FAIRNESS)
    assert fairness.value > 0
    assert fairness.bound == fairness.value
