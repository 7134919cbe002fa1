"""Mutations that change nothing anybody can see, by module, each with the reason."""

from __future__ import annotations

SAME_LENGTH = "both sides have the same length; `strict` is only there to say so"
ONLY_TIME = "it changes how long a search may take, and small groups are done long before"

EQUIVALENT: dict[str, dict[str, str]] = {
    "intake.text.mistakes": {"1 -> 2": "of the close matches only the first is looked at"},
    "intake.text.yaml_items": {
        "True -> False": "a type variable's variance, and two lists that are equally long",
        "False -> True": "the address of pydantic's manual stands in no sentence",
    },
    "planning.names.accompaniment": {
        "since <= now < until -> since <= now <= until": "at `until` itself nothing is gained by that span",
    },
    "planning.names.costs": {"True -> False": SAME_LENGTH},
    "planning.names.greedy": {
        "-choice.paid -> choice.paid": "only choices of one size are dealt together, all as long and as paid",
        "group.members(choice) >> place & 1 -> group.members(choice) >> place | 1": (
            "no limit of an officer has a choice in it that is not open to them"
        ),
    },
    "planning.names.local_search": {
        "settings.nodes is None -> not settings.nodes is None": ONLY_TIME,
        "max(len(groups), 1) -> min(len(groups), 1)": ONLY_TIME,
        "settings.seconds / max(len(groups), 1) -> settings.seconds * max(len(groups), 1)": ONLY_TIME,
    },
    "planning.posts.places": {
        "True -> False": SAME_LENGTH,
        "moment.start < at < moment.end -> moment.start <= at < moment.end": (
            "what starts with the moment is overwritten in the next line"
        ),
        "moment.end < one.end -> moment.end <= one.end": "no slice starts where the duty ends",
    },
    "planning.posts.slices": {
        "choice.start < moment.end -> choice.start <= moment.end": (
            "a moment that ends where the duty starts has no minute of it: its cuts are dropped"
        ),
    },
    "planning.repair.costs": {
        "any((choice.origin is Origin.ROTATION for choice in menu)) -> "
        "all((choice.origin is Origin.ROTATION for choice in menu))": (
            "what is open on a date is the rotation's alone or recalls alone, never both"
        ),
    },
}
"""`{module: {"old -> new": reason}}`, the key as the driver prints it."""
