"""The sentences of the answers: where a calendar ends, why something is short, what keeps a stand-in away."""

from __future__ import annotations

# Choices, and places of a crew

OR_ANOTHER = "{one} or {other}"
SLOT_WITH_SKILLS = "{role}+{skills}"

# Where a calendar ends

CALENDAR_BEGINS = (
    "the calendar '{calendar}' knows nothing before {first}: there Monday to Friday are workdays and "
    "there is no holiday"
)
ARRANGEMENT_ENDS = (
    "the calendar '{calendar}' knows what was announced until {last} only: after that no days off in "
    "exchange, make-up working days or moved holidays are known; {rest}"
)
HOLIDAYS_ONLY = "the holidays stand in it until {until}, and other Mondays to Fridays are workdays"
NO_HOLIDAYS = "it has no holiday, and Monday to Friday are workdays"
CALENDAR_ENDS = "{lacks}; {remedy}"
ENTER_ARRANGEMENT = "once they are announced, {where}, and move `known: until` to their last date"
TERMS_END = (
    "the calendar '{calendar}' knows school terms until {last} only; after that the posts on school days are "
    "manned on every workday"
)
NO_TERMS = (
    "the calendar '{calendar}' has no school terms: the posts on school days are manned on every workday"
)
ENTER_TERMS = "{where} under `terms:`"
ENTER_IT = "enter them in {file}"
COPY_IT_FIRST = "copy {theirs} to {own} in the bureau's folder and enter them there"

# Hours without history

NOBODY_KNOWS = (
    "Until {clock} on {day} nobody knows who is on duty in {units} from the date before, so nothing counts "
    "as short there until then; `history:` in bureau.yaml names the duties before the first date."
)
AND_MORE_UNITS = " and {number} more"

# What a strength target counts

WEIGHED_TARGETS = "A head that lacks counts in the sum of the strength targets: {targets}."
TARGET_AND_WEIGHT = "{target} × {weight}"

# Why something is short

RULE_NOT_MET = "rule {rule} is not met by who is on duty"
UNMANNED = "it takes {crew}; {missing}; on duty in {unit}: {there}; {others}"
UNHOSTED = "it takes {crew} of one unit; {nearest} comes nearest; {missing}; {others}"
NOBODY_ON_THE_ROLL = "{called}: none on the roll"
ON_THE_ROLL = "{called}: {number} on the roll, of them {parts}"
MAY_MAN_IT = "who may man it"
PLACE_AT_IT, PLACE_ELSEWHERE, PLACE_RESERVE = "at it", "on duty elsewhere", "in reserve"
PLACE_AWAY, PLACE_LET_OFF, PLACE_OFF = "away", "let off", "off duty"
PLACE_NO_CALL_IN = "off duty with no call-in for then"
"""Where those are who could have come."""
HEADS_THERE = "{heads} {place}"
HEADS_THERE_KEPT = "{heads} {place} ({rules})"
KEPT_BY_RULE = "{rule} {heads}"
COULD_BE_CALLED = "could be called in {heads}"
HEADS_BY_ROLE = "{sworn} sworn and {auxiliary} auxiliary"
LET_OFF_BY = "let off by {rule}: {heads}"
CAUSE_AND_LET_OFF = "{cause}; {let_off}"
MISSING_SLOTS = "missing: {slots}"
ENOUGH_IN_RESERVE = "enough people stand in reserve"
NO_VEHICLE_FOR_THEM = "enough people stand in reserve; see whether a {vehicle} can be had for them"

# How a stand-in comes

WAY_RESERVE, WAY_RECALL, WAY_LOAN = "on duty, in reserve", "called in", "lent, in reserve"

# What is in a stand-in's way

BUSY_THEN = "{officer} is on duty then and {busy}"
STANDS_AT = "stands at {post}"
CALLS_NOBODY = "unit '{unit}' calls nobody in"
CALLS_NOBODY_FOR = "unit '{unit}' calls nobody in for {when}"
WORKS_ELSEWHEN = "{duty.officer} works {shift} {start}-{end} of {duty.day}, not all of {when}"
FILLS_NO_PLACE = "{officer} fills no open place of the crew ({open_})"
SHORT_OF_THE_LAW = "{when}: {cost.what} of {cost.unit} would be {cost.heads} short of the law"

# What a rotation breaks by itself

ROTATION_BREAKS = (
    "rotation '{one.rotation}' of unit '{one.unit}' breaks rule {one.rule} by itself, first from {one.first} "
    "to {one.last} (team {one.team}): {one.lost} of {one.due} plain duties from {one.horizon.first} to "
    "{one.horizon.last} will be let off (teams {teams})"
)
SEAM_BREAKS = (
    "unit '{one.unit}' works by another model from {one.turn}, and the seam breaks rule {one.rule}, first "
    "from {one.first} to {one.last} (team {one.team}): {one.lost} of {one.due} plain duties from "
    "{one.horizon.first} to {one.horizon.last} will be let off (teams {teams})"
)
REMEDIES = (
    "{enough} under `rules:` in bureau.yaml would keep them all (in force: {one.limit}, {one.basis}); or "
    "choose another rotation"
)
NO_REMEDY = (
    "no option of {one.rule} would keep them all (in force: {one.limit}, {one.basis}); choose another "
    "rotation, or let the teams change on another date"
)
MEAN_ABOVE = (
    "rotation '{rotation}' of unit '{unit}' has {mean} a week, above the {most} of rule {rule}: it is worked "
    "all the same, and nobody can be called in besides",
    "choose another rotation; a wider limit is lawful only where the law is another (in force: {limit}, "
    "{basis})",
)
LETTER_MEANS = "{rotation} ({letter} is {shift} there)"
LIMIT_BY_LAW, LIMIT_ASSUMED, LIMIT_OWN = "law", "assumed", "own"
LIMIT_BY = "{basis}: {source}"
SHARED_LETTER = (
    "letter {letter} of `shifts` rules several rotations of unit '{unit}', so all of them work {ruled} on "
    "it: {rotations}",
    "if it is meant for one of them only, write the other under `own_rotations` with another letter",
)
