"""A yes or no for each named officer and choice: one a date, every limit, and who works what."""

from collections.abc import Iterable

from rosterctl.domain.tier import Tier
from rosterctl.planning.names.limits import NamedBoard
from rosterctl.planning.names.model import NamedModel
from rosterctl.planning.rotation.offers import make_offers
from rosterctl.rulekit.model.board import Choice
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.solver.outcome import Settings, Solved
from rosterctl.solver.search import goals_of, minimise
from rosterctl.timeline.horizon import Horizon
from tests.support.bureaus import MONDAY, officer, small_bureau, unit


def board_of(names: str, days: int = 1, *, most: int = 2, shared: bool = True) -> NamedBoard:
    """Team D, with a duty of the rotation or a recall open on every date; nobody works more than `most`."""
    people = [officer(name, "D") for name in names]
    bureau = small_bureau(people, units=[unit(recalls=("day", "night"))])
    rules = rules_in_force(bureau.rulebook)
    board = NamedBoard(make_offers(bureau, Horizon(MONDAY, days), rules), people, shared=shared)
    for line in board.lines:
        board.at_most(line, [(choice, 1) for day in board.days for choice in line.choices(day)], most)
    return board


def offered(board: NamedBoard) -> NamedModel:
    """Everything that is open to anybody, one choice a date."""
    named = NamedModel(board)
    for line in board.lines:
        for one in line.officers:
            for day in board.days:
                named.offer(one.id, line.choices(day))
                named.one_a_date(one.id, day)
    return named


def most_worked(named: NamedModel) -> list[tuple[str, Choice]]:
    """What is worked when as many choices as can be are."""
    possible = len(named.model.bounds)
    heads = sum((named.heads(choice) for choice in named.choices), start=0)
    named.model.penalise(Tier.LEGAL, possible - heads, 1)
    solved = minimise(named.model, goals_of(named.model, [Tier.LEGAL]), Settings(10.0))
    assert isinstance(solved, Solved)
    return sorted(named.worked(solved), key=lambda one: (one[0], one[1].start))


def dates(worked: Iterable[tuple[str, Choice]]) -> list[tuple[str, int]]:
    return [(name, (choice.day - MONDAY).days) for name, choice in worked]


def test_everybody_works_one_of_what_is_offered_on_a_date() -> None:
    assert dates(most_worked(offered(board_of("ab")))) == [("a", 0), ("b", 0)]


def test_what_is_fixed_takes_part_of_the_limit() -> None:
    """At most two in four days; with one fixed besides what is offered there is room for one."""
    board = board_of("a", days=4)
    named = offered(board)
    named.keep_limits("a")
    assert len(most_worked(named)) == 2
    first, *later = board.days
    named = NamedModel(board)
    for day in later:
        named.offer("a", board.lines[0].choices(day))
        named.one_a_date("a", day)
    named.keep_limits("a", fixed=board.lines[0].choices(first)[:1])
    assert len(most_worked(named)) == 1


def test_all_limits_at_once_are_those_of_each() -> None:
    alone, together = offered(board_of("ab", 4)), offered(board_of("ab", 4, shared=False))
    for name in "ab":
        alone.keep_limits(name)
    together.keep_all_limits()
    assert len(most_worked(alone)) == len(most_worked(together)) == 4


def test_with_a_line_for_everybody_limits_are_stated_officer_by_officer() -> None:
    shared, single = board_of("ab", 4), board_of("ab", 4, shared=False)
    assert [len(line.officers) for line in shared.lines] == [2]
    assert [line.officers[0].id for line in single.lines] == ["a", "b"]
    mine = [limit for name, limit in single.stated if name == "a"]
    assert mine == single.limits["a"].limits == shared.limits["a"].limits


def test_what_was_not_offered_is_not_worked() -> None:
    named = NamedModel(board_of("a"))
    (choice, *_) = board_of("a").lines[0].choices(MONDAY)
    assert (named.count("a", choice), named.on("a", MONDAY), named.heads(choice)) == (0, 0, 0)
