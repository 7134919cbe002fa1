"""Mutations that change nothing anybody can see, by module, each with the reason."""

from __future__ import annotations

SAME_LENGTH = "both sides have the same length; `strict` is only there to say so"
ONLY_TIME = "it changes how long a search may take, and small groups are done long before"
NO_LOOK = "it only says whose stretches need no look; one look more finds nothing"

EQUIVALENT: dict[str, dict[str, str]] = {
    "audit.audit": {"True -> False": SAME_LENGTH},
    "audit.halves": {"4096 -> 4097": "no file of ours has so high a number, nor the one below it"},
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
    "planning.repair.model.costs": {
        "any((choice.origin is Origin.ROTATION for choice in menu)) -> "
        "all((choice.origin is Origin.ROTATION for choice in menu))": (
            "what is open on a date is the rotation's alone or recalls alone, never both"
        ),
    },
    "rulekit.audit.facts.complete": {
        "wanted <= reached -> wanted < reached": "whoever reaches the very level lacks nobody of it",
    },
    "rulekit.audit.facts.handed_over": {"True -> False": SAME_LENGTH},
    "rulekit.audit.stays": {
        "start < at < end -> start < at <= end": "the end is cut at anyway",
    },
    "rulekit.runs": {
        "day + n * ONE_DAY -> day - n * ONE_DAY": "as many full stretches end on a date as begin on one",
    },
    "rules.fairness": {"True -> False": SAME_LENGTH},
    "rules.hours": {
        "_fullest(line, length) <= most -> _fullest(line, length) < most": NO_LOOK,
    },
    "rules.posts": {"True -> False": SAME_LENGTH},
    "rules.skills": {"True -> False": SAME_LENGTH},
    "rules.vehicles": {
        "busy[here].span.end < stay.span.end -> busy[here].span.end <= stay.span.end": (
            "of two stays at one place that end together either says the same"
        ),
    },
    "rules.weekly_rest": {
        "between > whole.length - 2 * rest -> between >= whole.length - 2 * rest": NO_LOOK,
        "3 -> 4": "the date that is added begins when the stretch and the daily rest after it are over",
    },
}
"""`{module: {"old -> new": reason}}`, the key as the driver prints it."""
