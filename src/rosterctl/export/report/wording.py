"""The sentences of the report: a roster, a bureau's capacity and rules, the hours that count for pay.

The headings of a table are one text with bars between them: a translator sees each beside the others.
"""

from __future__ import annotations

# What a bureau can hold

CAPACITY_OF = "{bureau}: {heads:,} heads, {first} to {last}, {away:.1%} of officer-days absent"
UNITS_COLUMNS = "unit | name | teams | sworn | auxiliary | hours a week"
HEADS_ON_DAY = "Heads on {day}, posts and plain rotation (events not counted)"
DAY_COLUMNS = "window | minimum | plan | everyone | with absences | sworn in plan | sworn there"
TARGETS_TITLE = "Strength targets, fewest to most heads by date"
TARGETS_COLUMNS = "target | window | wanted | everyone | with absences | overlapped | with absences"
FROM_TO = "{least:,} to {most:,}"
ROTATION_WARNED_OF = "{message}; {hint}."
ROTATION_WARNED_OF_AT = "{place}: {message}; {hint}."
POSTS_ASK_FOR = (
    "The posts ask for {minimum:,.0f} person-hours a week at the legal minimum and {plan:,.0f} at the plan. "
    "The rotations supply {supply:,.0f} with everyone present and {present:,.0f} with the absences of the "
    "files."
)
TRAINING_TAKES = (
    "Of those absences training takes {hours:,.0f} person-hours a week by the plain duties. It is work, and "
    "counts where the law counts it."
)
PLAN_LACKS = (
    "{window} on {day}: on plain shifts the plan lacks {heads}, at least {sworn} of them sworn; overlaps, "
    "recalls or loans must bring them."
)
ONE_HEAD, SEVERAL_HEADS = "{number} head", "{number} heads"
WEEKLY_LIMIT_BY = "{hours:g} hours a week by `{rule}` ({basis})"
WEEKLY_LIMITS = "{limits} and {limit}"
LEFT_TO_SWORN = "On average the rulebook leaves a sworn officer {limits}; the least holds."
LEFT_TO_AUXILIARY = "On average the rulebook leaves an auxiliary {limits}; the least holds."
LAWFUL_HOURS = (
    "For {heads:,} heads that makes {lawful:,.0f} person-hours a week, {beyond:,.0f} of them beyond the "
    "rotations: what there is for overlaps and recalls."
)
NO_TARGET_HOLDS = "No strength target holds on these dates (`strengths` in bureau.yaml)."
TARGETS_ASK_FOR = (
    "The targets ask for {hours:,.0f} person-hours a week: {each:.2f} hours from each of {heads:,} heads, "
    "whatever the pattern."
)
HEADS_AT_HOURS = "{heads:,} heads at {hours:g} hours a week"
IN_HOURS_ALONE = "Counted in hours alone, that takes {needed}."

# A strength target, held against those who are there

TARGET_OF = "{name} ({window}, {wanted:,} heads)"
TARGET_MET = "{target}: met on plain shifts with everyone present, also with the absences."
TARGET_MET_BUT = (
    "{target}: met on plain shifts with everyone present, up to {absent} short with the absences."
)
TARGET_MET_AT_BEST = (
    "{target}: met on plain shifts with everyone present on the best dates, {worst:,} short on the worst, up "
    "to {absent} short with the absences."
)
OVERLAP_REACHES = (
    "{target}: {plain} short on plain shifts; full overlap reaches it with everyone present and holds with "
    "the absences."
)
OVERLAP_REACHES_BUT = (
    "{target}: {plain} short on plain shifts; full overlap reaches it with everyone present and stays "
    "{lacking} short with the absences."
)
OVERLAP_REACHES_AT_BEST = (
    "{target}: {plain} short on plain shifts; full overlap reaches it with everyone present on the best "
    "dates, {worst:,} short on the worst and stays {lacking} short with the absences."
)
OVERLAP_TOO_LITTLE = "{target}: {plain} short on plain shifts, {overlapped} even at full overlap."
ONLY_RECALLS_ADD = (
    "{target}: {plain} short with everyone present, at least {absent} with the absences; only recalls can "
    "add to it."
)
OVERLAP_COSTS = (
    "{use.name} ({use.cycle}, {use.heads:,} heads in {use.phases} teams, {use.hours_a_week:.1f} hours a "
    "week): each hour a day in which two full teams overlap costs a head {use.overlap_hour:.2f} hours a week."
)
OVERLAP_COSTS_IN_ALL = (
    "{use.name} ({use.cycle}, {use.heads:,} heads in {use.phases} teams, {use.hours_a_week:.1f} hours a "
    "week): each hour a day in which two full teams overlap costs a head {use.overlap_hour:.2f} hours a "
    "week; the targets want {wanted:.1f} such hours, which makes {total:.1f}."
)

# What came out of a run

SUMMARY = "{name}: {duties} in {units}, {first} to {last}; audited, no findings"
SUMMARY_BUT_KEPT = (
    "{name}: {duties} in {units}, {first} to {last}; audited, {kept} about what was published and stays"
)
ONE_DUTY_MADE, DUTIES_MADE = "{number} duty", "{number} duties"
ONE_UNIT_SERVED, UNITS_SERVED = "{number} unit", "{number} units"
ONE_KEPT, SEVERAL_KEPT = "{number} finding", "{number} findings"
PLAIN_ROTATION_ONLY = "{unit}: only the plain rotation, because {why}"
NOT_PROVEN = "Not proven: person-minutes that the plan lacks in {plan}: {why}"
TIERS_COLUMNS = "tier | value | bound | gap | seconds | measure"
ATTAINED_COLUMNS = "target | window | wanted | fewest | mean | most | missed at best | missed at worst"
EVERY_POST_MANNED = "Every post has its legal minimum and its plan."
EVERY_POST_MANNED_BUT = (
    "Every post has its legal minimum and its plan, though not every plain duty is worked."
)
POSTS_SHORT = "{legal} at legal minima, {plan} in the plan:"
POSTS_SHORT_FIRST = "{legal} at legal minima, {plan} in the plan, the first {shown}:"
ONE_GAP, SEVERAL_GAPS = "{number} gap", "{number} gaps"
POST_OF_UNIT = "{post} ({unit})"
POST_IS_SHORT = "{when} {post}: {heads} short; {why}"

# The report that is kept with a roster

DRAFT_INTERRUPTED = "This is a draft: the search was interrupted."
DRAFT_TERMINATED = "This is a draft: the search was terminated."
BEFORE_THE_SEARCH = "Before the search"
NOTES_UNDEALT = "Where names do not reach the counts"
NOTES_LEFT_OUT = "Exchanges that are left out"
NOTES_KEPT = "What stays as it was published though a rule is against it"
NOTES_NOT_BACK = "What was lost by being away and does not come back"
NOTES_SPARE = "Who is called in and could stay at home"
OFF_THE_ROTATION = "Off the rotation"
EVERY_GAP = "Every gap at a post"
HOURS_THAT_COUNT = "Hours that count for pay"
RULES_IN_FORCE = "Rules"

# Who is off the rotation

OFF_BY_ROTATION = "let off by {rule}"
OFF_BY_PERSON = "let off by {rule}, which looks at the person"
OFF_BY_TRANSFER = "let off by {rule}, because of the transfer"
OFF_BY_DUTIES = "let off by {rule}, because of other duties"
OFF_BY_COMPANY = "let off by {rule}, for want of company"
OFF_BY_POSTS = "let off for the sake of posts"
OFF_BY_LOAN = "lent to another unit"
OFF_SUM = "{number} {why}"
LET_OFF_IN_ALL = (
    "{duties} let off because the rotation breaks a rule by itself: {sums}; first {first.day} "
    "{first.officer} ({first.unit}). `rosterctl validate` says what would hold."
)
ONE_PLAIN_DUTY, PLAIN_DUTIES = "{number} plain duty", "{number} plain duties"
OFF_IN_ALL = "{duties} off the rotation: {sums}."
ONE_MORE_DUTY, MORE_DUTIES = "{number} more duty", "{number} more duties"
OFF_COLUMNS_SHOWN = "date | officer | name | unit | shift | why"
OFF_OFFICER = "{name} ({shift}, {why})"
OFF_OFFICERS = "off the rotation: {officers}"

# Hours that count for pay

PAY_COLUMNS = "officer | name | unit | from | to | dates known | hours | threshold | above"
DATES_KNOWN = "{known} of {dates}"
ABOVE_THRESHOLD = "{above} of {periods} of officers are above the threshold."
ONE_PAY_PERIOD, PAY_PERIODS = "{number} period", "{number} periods"

# The rules of a rulebook

RULES_COLUMNS = "rule | a breach | by | options | source"
IS_NOT_LOOKED_AT = "is not looked at"
IS_FORBIDDEN = "is forbidden"
IT_COSTS = "costs"
BY_LAW, BY_ASSUMPTION, BY_THE_BUREAU = "law", "assumed", "the bureau's own"
