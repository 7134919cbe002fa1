"""One name, one meaning; file names are nouns of the trade that nobody mistakes for one another."""

from __future__ import annotations

import ast
from collections import defaultdict

import pytest

from tests.support.known import off_the_list
from tests.support.source import lies_in, modules, place, public_names, room

SHARED: dict[str, tuple[tuple[str, ...], str]] = {
    "Options": (("rules/*",), "a rule's options"),
    "ID": (("rules/*",), "a rule's id, where its own file needs it"),
    "check": (
        ("rules/*", "operations/doctor/checks/*"),
        "how a rule audits; what a check of the doctor does",
    ),
    "allows": (("rules/*",), "may an officer work this duty at all?"),
    "constrain": (("rules/*",), "what a rule asks of the model of the counts"),
    "charge": (("rules/*",), "what a rule makes of one officer's line"),
    "why_short": (("rules/*",), "why what a rule asks is short"),
    "weekly_limit": (("rules/*",), "what a rule leaves an officer of a role in the long run"),
    "looks_back": (("rules/*",), "the first date whose duties a rule counts"),
    "cover": (("rules/*",), "what a rule asks of those who are on duty together"),
    "DECIDES_MANNING": (("rules/*",), "does the rule say which posts are manned?"),
    "NEEDS_PEOPLE": (("rules/*",), "does what the rule asks hold with people alone?"),
    "LACK_COSTS": (("rules/*",), "is a breach of the rule a shortage, and no roster refused?"),
    "PERSONAL": (("rules/*",), "does what the rule forbids hang on the person, not on the rotation?"),
    "command": (("cli/commands/*",), "the command of the file"),
    "send": (("operations/channels/*",), "how a channel is told"),
    "Expression": (
        ("rulekit/model/board.py", "solver/linear.py"),
        "a linear expression: rules write it, the solver reads it, and neither imports the other",
    ),
}
"""Names that several modules give on purpose: the modules that may, and the one thing all of them mean."""

NOUNS = {
    "manning": "how a post is manned",
    "matching": "of slots and people, as graph theory calls it",
    "ping": "of a health check",
    "wording": "how things are put into words",
}
"""File names that look like gerunds, and what they name."""

ALIKE = {
    "operations/schedul": "`schedule` is what the command of that name prints; `scheduler` is what a check "
    "of the doctor looks for, and the doctor prints the names of these files",
}
"""Roots of file names that differ by an ending on purpose, and why."""

NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "er", "s", "y", "e")


def repeated_names() -> dict[str, int]:
    """How many modules define each public name that has more than one meaning.

    Sentences go by the name of their room, `wording.KEY`; those of another language have the same keys.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules():
        if lies_in(place(path), ["words/*", "*wording.py"]):
            continue
        for name in sorted({name for name, node in public_names(path) if not is_type_variable(node)}):
            places[name].append(place(path))
    return {
        name: len(where)
        for name, where in sorted(places.items())
        if len(where) > 1 and not all(lies_in(one, SHARED.get(name, ((), ""))[0]) for one in where)
    }


def gerunds() -> dict[str, int]:
    """1 for each module that is named for what somebody does and not for a thing."""
    return {
        place(path): 1
        for path in modules()
        if path.stem.endswith("ing") and path.stem.split("_")[-1] not in NOUNS
    }


def names_that_differ_by_an_ending() -> dict[str, int]:
    """How many file names of a room share a root: `publish` and `published` are hard to tell apart."""
    return {where: count for where, count in same_root().items() if where not in ALIKE}


def same_root() -> dict[str, int]:
    """The same, with those that are meant."""
    stems: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        stems[f"{room(path)}/{root(path.stem)}"].add(path.stem)
    return {where: len(names) for where, names in sorted(stems.items()) if len(names) > 1}


def root(stem: str) -> str:
    """The name without its endings; at least three letters stay."""
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return root(stem.removesuffix(ending))
    return stem


def is_type_variable(node: ast.stmt) -> bool:
    """`T = TypeVar("T")` is a device of the type checker and means nothing by itself."""
    value = getattr(node, "value", None)
    return isinstance(value, ast.Call) and getattr(value.func, "id", "") in ("TypeVar", "ParamSpec")


def test_a_public_name_has_one_meaning_in_the_whole_program() -> None:
    assert off_the_list("repeated_names", repeated_names()) == {}


def test_what_is_shared_on_purpose_is_shared() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules():
        for name, _ in public_names(path):
            places[name].append(place(path))
    idle = {name: pattern for name, (patterns, _) in SHARED.items() for pattern in patterns}
    for name, (patterns, _) in SHARED.items():
        if all(any(lies_in(one, [pattern]) for one in places[name]) for pattern in patterns):
            del idle[name]
    assert idle == {}


def test_no_file_is_named_for_what_somebody_does() -> None:
    assert off_the_list("gerunds", gerunds()) == {}


def test_no_two_files_of_a_room_differ_by_an_ending_alone() -> None:
    assert off_the_list("names_that_differ_by_an_ending", names_that_differ_by_an_ending()) == {}


def test_what_is_alike_on_purpose_is_alike() -> None:
    assert [where for where in ALIKE if where not in same_root()] == []


def test_every_folder_and_file_is_named_for_what_it_holds() -> None:
    assert [place(path) for path in modules() if NAMELESS & {*place(path)[:-3].split("/")}] == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("carried", "carrying", True),
        ("exchange", "exchanges", True),
        ("publish", "published", True),
        ("carry_on", "carried", False),
        ("model", "module", False),
        ("post", "posts", True),
    ],
)
def test_names_are_alike_when_only_their_endings_differ(one: str, other: str, alike: bool) -> None:
    assert (root(one) == root(other)) is alike
