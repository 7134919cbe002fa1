"""The findings of the audit's own laws. What a rule finds, the rule says itself."""

from __future__ import annotations

# What stays as it was published though a rule is against it

AGAINST = "{rule}: {message}"
AGAINST_AT = "{rule} ({place}): {message}"

# Whose roster it is, and what it claims

FOR_ANOTHER_BUREAU = "the roster is for bureau '{of}', this is '{bureau}'"
FILES_CHANGED_SINCE = "the bureau's files have changed since the roster was made"
STRANGE_OFFICER = "unknown officer '{unknown}'"
STRANGE_SHIFT = "unknown shift '{unknown}'"
STRANGE_UNIT = "unknown unit '{unknown}'"
STRANGE_POST = "unknown post '{unknown}'"
STRANGE_VEHICLE = "unknown vehicle '{unknown}'"
FALSE_CLAIM = "{name}: the roster claims {claimed:,} {measure}, its duties cost {total:,}"
BOUND_ABOVE_VALUE = "{name}: the bound {bound:,} lies above the value {total:,}"

# One duty: each goes on from "shift 'day'"

OF_SHIFT = "shift '{shift}' {what}"
NOT_BEFORE = "stands among the duties before the roster's first date"
NOT_IN_HORIZON = "is not in {first} to {last}"
NOT_LENT = "unit '{unit}' does not borrow from '{home}' that day"
NO_RECALL = "is no recall: team '{team}' works '{letter}' that day"
NOT_FOR_RECALLS = "is not a shift for which '{unit}' recalls"
NOT_BY_ROTATION = "is not by rotation: team '{team}' is off that day"
NOT_OFFERED = "is not a shift that '{unit}' offers on '{letter}'"
NOT_FILLED = "has a hole or an overlap in its slices at {clock}"
NOT_ITS_POST = "stands at '{post}', which '{unit}' does not man"
SEVERAL_TIMES = "stands there {times} times"

# Duties that change hands

BY_NO_EXCHANGE = "is by exchange, but no exchange gives it to the officer"
OWNER_WORKS_TOO = "is worked in place of '{owner}', who works that day all the same"
TAKEN_TWICE = "is worked in place of '{owner}', as '{other}' does too"
HALF_A_SWAP = (
    "only one side of a swap is made: '{missing.taker}' does not work what '{missing.giver}' gave "
    "on {missing.day}"
)
HALF_A_SWAP_IN_FILE = (
    "only one side of a swap is made: '{missing.taker}' does not work what '{missing.giver}' gave "
    "on {missing.day} ({file})"
)

# Who is off the rotation

NOT_OFF = "is said to be off the rotation (cause {cause}, rule {rule}), which is not so"
OFF_UNSAID = "is off the rotation (cause {cause}, rule {rule}), which the roster does not say"
