"""The sentences of the planner: why there is no roster, what was lost, why a published duty changes."""

from __future__ import annotations

# Between officers, each with dates

ONE_BY_ONE = "; "

# No roster, or a part that came to nothing

CONTRADICTORY = "hard rules contradict each other in {where}"
THE_BUREAU = "the bureau"
NO_TIME_FOR_ANY = "{seconds:g} s ran out before the first roster"
TIED_TO_A_LOST_UNIT = "it shares people or an event with {unit}"
NOTHING_BETTER = "what the search found for it is further below the legal minima"
NOT_DEALT = (
    "{choice.day}: {undealt.missing} of team {undealt.team} of {undealt.unit} "
    "could not lawfully be given {shift} in {choice.unit}"
)
NOBODY_LEFT = "nobody is left"

# Why the plan of some units might be less short

SHORT_OF_PLAN = "{units} {minutes:,}"
NO_TIME_FOR_CHANGES = "no time was left to try letting people off the rotation there"
CHANGES_IN_VAIN = "letting people off was tried, but the duties could not lawfully be given to named officers"
NOTHING_BETTER_FOUND = "letting people off the rotation was tried, and nothing better was found"

# What became of a task in another process; each goes on from "because"

CAME_TO_NOTHING = "{task} came to nothing because {why}\n{trace}"
ANSWER_UNREADABLE = "its answer cannot be read"
ANSWER_TO_ANOTHER = "its answer does not belong to the question"
TIME_RAN_OUT = "time ran out"
NO_SIGN_OF_LIFE = "its process gave no sign of life"
PROCESS_DIED = "its process died"
PROCESS_EXITED = "its process died with exit code {code}"
PROCESS_KILLED = "its process died of {signal}"
PROCESS_KILLED_BY_NUMBER = "its process died of signal {number}"
OUT_OF_MEMORY = "it ran out of memory"
BUG_IN_TASK = "of a bug in rosterctl ({kind}: {error})"
NO_WORKER = "the cluster has no worker"
WORKER_LOST = "the cluster lost its worker"

# A cluster that cannot be used

NO_SCHEDULER = "no dask scheduler answers at {address} ({error})"
WORKERS_WITHOUT = "its workers cannot run rosterctl ({error}); install {ours} there"
WORKERS_MISSING = "the cluster has no workers; start some"
WORKERS_DIFFER = "its workers need rosterctl {ours} as here; {other}"
WORKER_HAS = "{name} has {found}"

# Why an exchange is left out

BREAKS_A_RULE = "it breaks {rule}: {message}"
HAS_NO_DUTY = "{officer} has no duty on {day}"
HAS_NO_SUCH_DUTY = "{officer} has no such duty on {day}"
NO_DUTY_BEING_AWAY = "{officer} has no duty on {day} ({kind})"
NO_SUCH_DUTY_BEING_AWAY = "{officer} has no such duty on {day} ({kind})"

# Why a published duty cannot stay, for the officer and the planner

OFF_THE_ROLL = "no longer on the roll"
AWAY = "away: {kind}"
AWAY_SINCE = "away: {kind} from {day} {clock}"
TAKEN_BACK = "the exchange was taken back"
EXCHANGE_VOID = "the exchange is void"
HALF_OF_A_SWAP = "the other side of the swap cannot be made"
OTHER_MODEL = "{unit} has another duty model"
NO_LONGER_WORKED = "team {team} of {unit} no longer works this on that date"
NO_LONGER_ALLOWED = "rule {rule} no longer allows it"

# Why a date has another duty than was published

REFILLED = "posts are filled again"
UNIT_GONE = "unit {unit} is no longer in the files"
FEWER_HOURS = "dates away leave fewer hours to work beyond the rotation"
NO_ROOM_LEFT = "rule {rule} leaves no room for it"
OTHER_TIMES = "shift '{shift}' is from {start} to {end} now"
OTHER_WANTS = "what {unit} has to man has changed"
FOR_THOSE_AWAY = "for {officers} of {unit}"
FOR_MORE_AWAY = "for {officers} and others of {unit}"
NEW_ON_THE_ROLL = "new on the roll"
MOVED_TO_TEAM = "moved to team {team} of {unit}"
BACK_ON_DUTY = "not away any more"
BACK_ON_ROTATION = "back on the rotation"

# Why what was lost by being away does not come back, and who is called in for nothing by now

LOST_DUTY = "{officer}'s {shift} of {day}"
WORKS_OTHERWISE = "the officer works {shift} on that date by now"
PLACE_FILLED = "its place is filled: nothing is short in its hours"
SPARE_RECALLS = "{people} could stay at home"
ON_DATE = "{officer} on {days}"
NOTHING_SHORT = "nothing is short without them"
