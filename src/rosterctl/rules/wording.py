"""What the rules find, and why something is short: by rule, in the order of their files.

No rule: the registry passes it over. A finding says what is wrong and what to do about it.
"""

from __future__ import annotations

# auxiliaries

ARMED_AUXILIARY = "{officer} is an auxiliary and must not be armed; take the skill off the file"
AUXILIARIES_ALONE_IN_UNIT = (
    "{when}: {heads} auxiliaries are on duty in {unit} without a sworn officer; keep or call one in"
)
AUXILIARIES_ALONE_AT_POST = "{when}: auxiliaries stand alone at {post} ({who}); send a sworn officer there"

# availability

ABSENT_FROM = "{duty}: absent from {since} to {until} ({kind}); give the duty to another"
ABSENT_ON = "{duty}: absent on {day} ({kind}); give the duty to another"
NOT_ON_THE_ROLL_ON = "{duty}: not on the roll on {day}; give the duty to another"

# crews

INCOMPLETE_CREW = "{when}: an incomplete crew stands on {post} ({who}); complete it or leave the post empty"
POST_NOT_WANTED = (
    "{when}: {officer} stands at {post}: the post is not wanted all that time; move the officer "
    "to the reserve"
)

# duty-days-in-a-row

DUTY_DAYS_IN_A_ROW = (
    "{number} duty days in a row, {first} to {last}; at most {most} are allowed: give one of them to another"
)

# events

HELD_BY_SEVERAL = "{when}: {site} is held by {units}; leave it to one of them"

# hours

TOO_MANY_HOURS = (
    "{excess} too many in the {length} days to {last}; at most {most} are allowed: shorten a duty or give "
    "one to another"
)

# leaders

NO_LEADER = "no leader is on duty in {unit}; {others}"
NO_LEADER_WITH_SKILL = "no leader with the skill {skill} is on duty in {unit}; {others}"
CALLED_LEADERS = "leaders"
CALLED_LEADERS_WITH_SKILL = "leaders who know {skill}"

# mean-hours

MEAN_PASSED = (
    "{worked} from {first} to {last}, {beyond} of them beyond the rotation; the mean of {limit} a week "
    "leaves {left} for that: give a recall or a long duty to another"
)

# nights-in-a-row

NIGHTS_IN_A_ROW = (
    "{number} nights in a row, {first} to {last}; at most {most} are allowed: give one of them to another"
)

# one-place

SECOND_DUTY = "{duty}: a second duty on the date of {before}; drop one of the two"
BEGINS_TOO_EARLY = "{duty}: begins before the end of {before}; drop one of the two"

# overtime

OVERTIME_OF_PERIOD = (
    "{overtime} of overtime from {first} to {last}, the dates not yet decided with their plain hours; at "
    "most {most} are allowed: give a recall or a long duty to another"
)
OVERTIME_OF_DATE = (
    "{duty}: {beyond} longer than the plain shift, at most {most} are allowed; shorten it or give "
    "it to another"
)

# post-night

RECALL_AFTER_A_NIGHT = "{duty}: a recall on the post-night day of the team; call somebody on a rest day"
DUTY_AFTER_A_NIGHT = "{duty}: the day after {night} is free; give one of the two to another"

# protected

NIGHT_OF_PROTECTED = (
    "{duty}: a protected officer works nothing between 22:00 and 06:00; give the duty to another"
)
RECALL_OF_PROTECTED = "{duty}: a protected officer is not recalled; give the duty to another"
OVERTIME_OF_PROTECTED = (
    "{duty}: a protected officer works no longer than the plain shift; give the duty to another"
)

# reach

TOO_FAR = (
    "{day}: {officer} of {home} stands at {post} in {zone}, more than {reach:g} km away; send somebody from "
    "nearer by"
)

# rest

TOO_LITTLE_REST = (
    "{duty}: only {rest} of rest after {before}, {wanted} wanted; let it start later or give one of the two "
    "to another"
)

# skills

LICENCE_MISSING = "{when}: at {post} {missing} more must hold '{licence}' ({who}); send somebody who does"

# strength

STRENGTH_SHORT = (
    "{wanted:,} are wanted, {there:,} are on duty; {away:,} whom the rotation calls that day are away"
)
STRENGTH_SHORT_LET_OFF = (
    "{wanted:,} are wanted, {there:,} are on duty; {away:,} whom the rotation calls that day are away, "
    "{let_off:,} are let off"
)

# vehicles

VEHICLES_MISSING = "{when}: {post} is manned but lacks {lack} {kind}; give it a free one"
VEHICLE_UNKNOWN = "{when}: {officer} has vehicle {vehicle} at {place}: the bureau knows no such vehicle"
VEHICLE_OF_ANOTHER = "{when}: {officer} has vehicle {vehicle} at {place}: it belongs to {unit}"
VEHICLE_OF_OTHER_KIND = (
    "{when}: {officer} has vehicle {vehicle} at {place}: it is a {kind}, the post takes a {wanted}"
)
VEHICLE_IN_WORKSHOP = "{when}: {officer} has vehicle {vehicle} at {place}: it is in the workshop then"
VEHICLE_IN_TWO_PLACES = "{when}: {officer} has vehicle {vehicle} at {place}: it is at {other} too"
AT_NO_POST = "reserve"
"""The place of whoever stands at no post."""

# weekly-rest

NO_WEEKLY_REST = "no rest of {hours} in the {days} days to {last}; give a duty in them to another"
