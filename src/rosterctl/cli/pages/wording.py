"""The sentences of the pages, and the headings of their tables.

The headings of a table are one text with bars between them: a translator sees each beside the others.
"""

from __future__ import annotations

# On several pages

NAMED_WITH_ID = "{name} ({id})"
SHOWN_OF_ALL = "{shown} of {total} shown; --json lists all"
IN_RESERVE_THERE = "(reserve)"
NOT_MENDED = "{unit}: no lawful repair was found"
NOT_MENDED_AND_KEPT = "{unit}: no lawful repair was found; it keeps what stands"
DATES_MADE_AS_BY_NIGHT = "nobody had planned {first} to {last}: made as by night"

# audit

ROSTER_JUDGED = "{name}: {first} to {last}, {duties:,} duties"
FOUND_CLEAN = "clean: {rules} rules and the conservation laws hold"
FINDINGS_COLUMNS = "rule | findings"
FINDING_OF_RULE = "{rule}: {message}"
FINDING_AND_WHERE = "{rule}: {where}: {message}"
FOUND_AT_POST = "at {post}"
IDS_FIRST = "No rule was checked: put the ids right first."
CLAIMS_COLUMNS = "tier | value | bound | gap | measure"

# What changes of published duties, and what is short

CHANGES_HEADINGS = "date | officer | before | after | kind | reason"
CHANGES_SHOWN_OF_ALL = "{shown} of {all} changes shown; --json lists all"
DUTY_AT_POSTS = "{shift} {hours} at {posts} ({unit})"
POST_WITH_VEHICLES = "{post} with {vehicles}"
AND_WITH_VEHICLE = " with "
MOVES_TO_POST = ", from {clock} at {post}"
GAP_BELOW_THE_LAW = "- {when} {what} ({unit}): {heads} below the legal minimum"
GAP_BELOW_THE_PLAN = "- {when} {what} ({unit}): {heads} below the plan"
ONE_HEAD_BELOW, HEADS_BELOW = "{number} head", "{number} heads"
MORE_BELOW_THE_LAW = "- and {number} more below the legal minimum; `rosterctl show` lists them"
MORE_BELOW_THE_PLAN = "- and {number} more below the plan; `rosterctl show` lists them"
LET_OFF_ON_THE_WAY = "- {duties} off the rotation: {sums}"
ONE_PLAIN_DUTY_OFF, PLAIN_DUTIES_OFF = "{number} plain duty", "{number} plain duties"

# diff

CHANGES_FOR_OFFICERS = "{changes} for {officers}: {kinds}"
ONE_CHANGE, SEVERAL_CHANGES = "{number} change", "{number} changes"
ONE_OFFICER_CHANGED, OFFICERS_CHANGED = "{number} officer", "{number} officers"
CHANGES_OF_KIND = "{number} {kind}"
NO_CHANGES = "no changes"
POST_CHANGES_COLUMNS = "date | time | post | before | after"
NOBODY_WAS_THERE = "nobody"
WAS_OFF = "off"
DUTY_IN_UNIT = "{shift} {unit}"
DUTY_IN_UNIT_BY = "{shift} {unit} ({origin})"
STOOD_IN_TURN = "{shift} {unit}: {places}"
STOOD_IN_RESERVE = "reserve"

# swap and substitute

BREAKS_NO_RULE = "yes: {exchange} breaks no rule"
WOULD_BREAK = "no: {exchange} would break"
BREACH_OF_EXCHANGE = "- {rule}: {who}: {message}"
SHORT_BY_EXCHANGE = "- {rule}: {window} {what} of {unit}: {heads} short of the legal minimum"

# Mistakes

ONE_MISTAKE, SEVERAL_MISTAKES = "{number} mistake", "{number} mistakes"
WARNED_OF = "warning: {mistake}"
HINTED = "hint: {hint}"

# nightly and replan

KNOWN_GAPS_IN_PLAN = "- {gaps} in the posts' plan known before; `rosterctl show` lists all"
NEW_GAPS_IN_PLAN = "{gaps} in the posts' plan; `rosterctl show` lists them"
ONE_GAP_LEFT, GAPS_LEFT = "{number} gap", "{number} gaps"
NIGHT_IS_DONE = "nothing to do: version {number} is this night's roster already"
WORKS_PLAIN_ROTATION = "{unit}: only the plain rotation, because {why}"
DATES_NOT_ADDED = (
    "{first} to {last} could not be added: {why}. {ahead} from today on are published; the next night tries "
    "again"
)
ONE_DATE_AHEAD, DATES_AHEAD = "{number} date", "{number} dates"
TOO_LATE_FOR_UNITS = "time ran out, and {units} would have only the plain rotation; raise --time-limit"
IS_CURRENT = "version {number} is current"
WAS_NOT_PUBLISHED = "nothing was published"
NOTHING_CHANGED_IN = "{head}: nothing has changed in {first} to {last}"
CHANGES_WEIGH = "{head}: {changes}, those that were chosen weigh {weight} ({proof}); {gaps} at legal minima"
LEAST_POSSIBLE = "the least possible, proven"
AT_LEAST_SO_MUCH = "at least {bound}"

# Progress

STEP_TOLD = "{stage}: {done:,} of {of:,} {what}"
STEP_AND_TIERS = "{step}; {tiers}"
TIER_SO_FAR = "{tier} {value:,} ({gap})"
GAP_SO_FAR = "gap {gap:.2%}"
BOUND_SO_FAR = "bound {bound:,}"
WITHOUT_BOUND = "no bound"
PARTS_DONE = "{done:,}/{of:,} {what}"
TIME_LEFT = "time left"

# Each stage, and its parts

STAGE_ROTATION = ("rotation", "officers")
STAGE_FIRST = ("first roster", "units")
STAGE_STRENGTH = ("strength", "blocks")
STAGE_DUTIES = ("duties", "units")
STAGE_POSTS = ("posts", "units")
STAGE_AUDIT = ("audit", "rosters")

# publish and rollback

IS_THIS_ROSTER = "nothing to do: version {number} is this roster already"
IS_THIS_ROSTER_THERE = "nothing to do: version {number} is this roster already, on the dates that count"
IS_AS_OLD_VERSION = "nothing to do: version {number} is already as version {old}, as far as the bureau allows"
WOULD_BE_PUBLISHED = "would be published: {duties}, {first} to {last}; audited, no findings"
IS_PUBLISHED = "version {number} is current: {duties}, {first} to {last}"
ONE_DUTY_PUBLISHED, DUTIES_PUBLISHED = "{number} duty", "{number} duties"
DATES_OF_THE_ROSTER = "of these, {first} to {last} are the roster's; on the others what was published stays"
NO_DATE_TO_COME = "no date of the roster is to come that has not begun: what was published stays"
DIFFER_IN_VERSION = (
    "{duties} are not as they were published or handed in; changes.csv of the version lists them"
)
DIFFER_BY_JSON = "{duties} are not as they were published or handed in; --json lists them"
PUBLISHED_CHANGES = "{changes} of published duties"
PUBLISHED_CHANGES_LISTED = "{changes} of published duties, as in changes.csv"
COMES_NOT_BACK = "of version {old} this does not come back:"
AS_IN_OLD_VERSION = (
    "{first} to {last} are as in version {old}, as far as the bureau allows; what had begun stays"
)
OLD_VERSION_IS_OVER = "no date of version {old} is to come that has not begun"
LATER_DATES_STAY = "after that, what was published stays, to {last}; --drop-later takes it away"
LATER_DATES_DROPPED = "{duties} from {first} on are taken away"

# Why a job came to nothing

STOPPED_BEFORE_READY = "stopped before the roster was ready; the last one stays current"
"""Of a run by night; what `solve` has by then it keeps as a draft, and says so itself."""
RULES_CONTRADICT = (
    "the hard rules contradict each other: not even an empty roster is lawful. Widen a limit under `rules` "
    "in bureau.yaml or make it soft; `rosterctl rules RULE` says what a rule demands"
)
RULES_CONTRADICT_IN = (
    "the hard rules contradict each other in {units}: not even an empty roster is lawful. Widen a limit "
    "under `rules` in bureau.yaml or make it soft; `rosterctl rules RULE` says what a rule demands"
)
TOO_LITTLE_TIME = "{seconds:g} s ran out before the first roster; raise --time-limit"
FOUND_WHERE = "{where}: {what}"
AUDIT_FOUND = "the audit found {breaches}; nothing was published"
ONE_BREACH, SEVERAL_BREACHES = "{number} breach", "{number} breaches"
FROZEN_WOULD_CHANGE = (
    "{duties} would change that began already or begin within {hours:g} hours; nothing was published. Say "
    "why with --because if that is meant."
)

# runs

DEEDS_COLUMNS = "version | when | who | what | from | exit | dates | note"
SPAN_OF_DATES = "{first} to {last}"
NO_DEEDS = "nothing has been published yet"
NEVER_ENDED = "has not ended, or was killed"
DEED_PUBLISH, DEED_NIGHTLY, DEED_REPLAN = "publish", "nightly", "replan"
DEED_SWAP, DEED_SUBSTITUTE, DEED_ROLLBACK = "swap", "substitute", "rollback"
DEED_SET_ASIDE, DEED_PRUNE = "set-aside", "prune"

# solve

WRITTEN_AND_SHOWN = "written to {folder}; `rosterctl show {typed}` shows it"
OUR_MISTAKE = "the audit rejected the roster; nothing was written. Please report this."
INTERRUPTED_AT_FIRST = "interrupted before the first roster; nothing was written"
TERMINATED_AT_FIRST = "terminated before the first roster; nothing was written"
INTERRUPTED_WITH_DRAFT = "interrupted; the best roster so far is kept as a draft in {folder}"
TERMINATED_WITH_DRAFT = "terminated; the best roster so far is kept as a draft in {folder}"

# stand-in

SO_MANY_CAN_COME = "{number} can come:"
FIRST_WHO_CAN_COME = "{number} can come, the first {shown}:"
NOBODY_CAN_COME = "nobody can lawfully come"
NOBODY_CAN_COME_ALONE = "nobody can lawfully come alone"
ONE_PAIR_CAN_COME, PAIRS_CAN_COME = "{number} pair can come together:", "{number} pairs can come together:"
ONE_OTHER_OFFICER, OTHER_OFFICERS = "{number} other officer", "{number} other officers"
OTHERS_CANNOT = "{officers} of {unit} cannot:"
OTHERS_CANNOT_ALONE = "{officers} of {unit} cannot alone:"
IN_PLACE_OF = "in place of {officer}, {unit}, {when}: {where}"
WANTED_AT_POST = "{where}, {unit}, {when}: wanted {wanted}; there: {there}; open: {open}"
OR_THIS_CREW = " or "
IN_THE_RESERVE = "the reserve"
COMES_FROM_UNIT = "{way}, {unit}"
ROLE_AND_LEADER = "{role}, leader"
COMERS_COLUMNS = "officer | role | comes | shift | recalls | overtime h | nights | weekends, holidays | km"
BARRED_BY_RULE = "- {rule}: {number}, such as {officer}: {why}"
BARRED_OFFICER = "- {officer}: {reasons}"
BARRED_BECAUSE = "{rule}: {why}"
BETWEEN_REASONS = "; "
