"""Each complaint of pydantic in a planner's words, at the place that it is about."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from rosterctl.intake.text.complaints import keyed_fields, keys_at
from rosterctl.intake.text.mistakes import Mistakes
from rosterctl.intake.text.scalars import Count, Id
from rosterctl.intake.text.yaml_documents import read_document
from rosterctl.intake.text.yaml_items import check_shape


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Window(BaseModel):
    model_config = ConfigDict(extra="forbid")
    start: Count = Field(alias="from")
    colour: Colour = Colour.RED
    entry: Literal["init", "adjust"] = "init"


class Post(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: Id
    windows: Annotated[list[Window], Field(min_length=1)]
    cars: Annotated[Count, Field(ge=1, le=6)] = 1
    note: str = ""
    either: str = ""
    only: Window | None = None
    options: dict[Id, Count] = Field(default_factory=dict)

    @model_validator(mode="after")
    def one_of_both(self) -> Post:
        if self.note and self.either:
            raise ValueError("write one of both")
        return self


class Posts(BaseModel):
    model_config = ConfigDict(extra="forbid")
    posts: list[Post] | None = None


def told(post: str) -> list[tuple[str, str, str]]:
    """The complaints about one post that stands in line 1 from column 9."""
    mistakes = Mistakes()
    node = read_document("f.yaml", f"posts: [{post}]\n", mistakes)
    assert node is not None
    check_shape(Posts, node, mistakes)
    return [(str(one.place), one.message, one.hint) for one in mistakes.problems]


RIGHT = "{id: a, windows: [{from: 1}]"


@pytest.mark.parametrize(
    ("post", "column", "message", "hint"),
    [
        ("{id: a}", 9, "'windows' is missing", "add a line `windows: …`"),
        (
            "{id: a, windows: [{from: 1}], carz: 2}",
            39,
            "unknown key 'carz' (did you mean 'cars'?)",
            "known here: id, windows, cars, note, either, only, options",
        ),
        (
            "{id: a, windows: [{from: 1, until: 2}]}",
            37,
            "unknown key 'until'",
            "known here: from, colour, entry",
        ),
        (
            "{id: a, windows: [{from: 1, colour: rad}]}",
            45,
            "colour: unknown word 'rad' (did you mean 'red'?)",
            "write one of: red, green",
        ),
        (
            "{id: a, windows: [{from: 1, entry: earn}]}",
            44,
            "entry: unknown word 'earn'",
            "write one of: init, adjust",
        ),
        (
            "{id: a, windows: x}",
            26,
            "windows: a list is wanted here",
            "write [a, b], or one `- ` line for each",
        ),
        ("{id: a, windows: []}", 26, "windows: the list is empty", "name at least one"),
        (
            "{id: a, windows: [x]}",
            27,
            "windows: a mapping is wanted here",
            "write {key: value}, or one `key: value` line for each",
        ),
        (
            RIGHT + ", options: x}",
            48,
            "options: a mapping is wanted here",
            "write {key: value}, or one `key: value` line for each",
        ),
        (RIGHT + ", cars: 0}", 45, "cars: must be at least 1", ""),
        (RIGHT + ", cars: 7}", 45, "cars: must be at most 6", ""),
        (RIGHT + ", note: [x]}", 45, "note: a text is wanted here", ""),
        (RIGHT + ", cars: x}", 45, "cars: 'x' is not a whole number such as 3", ""),
        # In a mapping that stands by itself, not in a list, the keys and the place are its own.
        (RIGHT + ", only: {from: 1, too: 2}}", 55, "unknown key 'too'", "known here: from, colour, entry"),
        (RIGHT + ", only: {colour: red}}", 45, "'from' is missing", "add a line `from: …`"),
        # A wrong key of a mapping is told where the key stands, not its value.
        (
            RIGHT + ", options: {a b: 1}}",
            49,
            "a b: 'a b' is not an id: up to 64 characters without spaces, slashes, commas or quotes",
            "",
        ),
        # What is wrong with the whole item has no key.
        (RIGHT + ", note: x, either: y}", 9, "write one of both", ""),
    ],
)
def test_a_complaint(post: str, column: int, message: str, hint: str) -> None:
    assert told(post) == [(f"f.yaml:1:{column}", message, hint)]


@pytest.mark.parametrize("cars", [1, 6])
def test_no_complaint_at_the_edges(cars: int) -> None:
    assert told(f"{RIGHT}, cars: {cars}}}") == []


def test_a_misspelt_key_is_not_missing_too() -> None:
    assert [one[1] for one in told("{id: a, window: [{from: 1}]}")] == [
        "unknown key 'window' (did you mean 'windows'?)"
    ]
    # An unknown key that is like none leaves the missing one missing.
    assert [one[1] for one in told("{id: a, zzz: 1}")] == ["'windows' is missing", "unknown key 'zzz'"]


def test_keys_are_those_that_the_user_writes() -> None:
    assert list(keyed_fields(Window)) == ["from", "colour", "entry"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ((), ["posts"]),
        (("posts", 0, "windows", 3), ["from", "colour", "entry"]),
        (("posts", 0, "cars"), []),
        (("nowhere",), []),
    ],
)
def test_the_keys_known_at_a_path(path: Any, known: list[str]) -> None:
    assert keys_at(Posts, path) == known
