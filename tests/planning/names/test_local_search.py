"""Evening out: the same duties, dealt as fairly as any lawful dealing, and the bound says so."""

import pytest

from rosterctl.domain.tier import Tier
from rosterctl.planning.names.local_search import even_out
from rosterctl.solver.outcome import Settings
from tests.support.tiny_dealings import draw

SEEDS = range(100)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_lawful_dealing_of_the_same_is_fairer_and_the_bound_says_so(seed):
    dealing = draw(seed)
    every = dealing.every
    counts = dealing.counts
    best = min(fair for lawful, fair, _ in every if lawful)
    bounds = even_out(dealing.board, dealing.lines, [dealing.group], dealing.charges, Settings(20.0))
    fair, wishes = dealing.points
    assert (fair, bounds[Tier.FAIRNESS]) == (best, best)
    assert wishes >= bounds[Tier.WISHES]
    assert dealing.counts == counts
    assert dealing.lawful
