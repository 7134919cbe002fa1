"""The sentences of the answers: why something is short, and what is in the way of a stand-in."""

from __future__ import annotations

# Why something is short

RULE_NOT_MET = "rule {rule} is not met by who is on duty"
UNMANNED = "it takes {crew}; {missing}; on duty in {unit}: {there}, away: {away}"
UNHOSTED = "it takes {crew} of one unit; {nearest} comes nearest; {missing}"
MISSING_SLOTS = "missing: {slots}"
ENOUGH_IN_RESERVE = "enough people stand in reserve"
NO_VEHICLE_FOR_THEM = "enough people stand in reserve; see whether a {vehicle} can be had for them"

# How a stand-in comes

WAYS = {"reserve": "on duty, in reserve", "recall": "called in", "loan": "lent, in reserve"}

# What is in a stand-in's way

BUSY_THEN = "{officer} is on duty then and {busy}"
STANDS_AT = "stands at {post}"
CALLS_NOBODY = "unit '{unit}' calls nobody in"
CALLS_NOBODY_FOR = "unit '{unit}' calls nobody in for {when}"
WORKS_ELSEWHEN = "{duty.officer} works {duty.shift} {start}-{end} of {duty.day}, not all of {when}"
FILLS_NO_PLACE = "{officer} fills no open place of the crew ({open_})"
SHORT_OF_THE_LAW = "{cost.day} {window}: {cost.what} of {cost.unit} would be {cost.heads} short of the law"
