"""The words on the page for a browser."""

# Heads and choices

LANGUAGE_CODE = "en"
OVERVIEW_VIEW = "What is short"
MONTH_VIEW = "Month table by unit"
DAY_VIEW = "Day sheet"
SUMS_VIEW = "Fairness and hours"
PAGE_VIEWS = "Views"
PAGE_SKIP = "To the content"
FROM_TO = "{first} to {last}"
PAGE_SEARCH = "Search"
SEARCH_HINT = "name, badge or initials"
SEARCH_HITS = "People found"
PAGE_FOUND = "{number} found"
PAGE_DARK = "Dark"
PAGE_PRINT = "Print"
CHOSEN_DATE = "Date"
CHOSEN_UNIT = "Unit"
PAGE_SCOPE = "Scope"
PAGE_EVERYWHERE = "the whole bureau"
ALL_UNITS = "all units"
DAY_BEFORE = "The date before"
DAY_AFTER = "The date after"
NO_SCRIPT = (
    "Scripts are blocked here, so only the goals and the list of what is short can be seen. Save the file "
    "and open it in a browser to see everything."
)

# Dates

DATE_LABEL = "{weekday} {month}/{day}"
PAGE_TODAY = "Today"
PAGE_TOMORROW = "Tomorrow"
FIRST_DATE = "First date"
NOT_BEGUN = "The roster has not begun yet; here is its first date."
PAGE_OVER = "The roster is over; here is its first date."

# What is short

DATE_SHORT = "{name}, {date}: gaps at posts: {posts}, person-hours: {hours}"
DATE_SHORT_OF_LAW = (
    "{name}, {date}: gaps at posts: {posts}, below the legal minimum: {law}, person-hours: {hours}"
)
DATE_FINE = "{name}, {date}: no post is short"
SHORT_LINE = "{time} {unit}, {post}: {heads} short"
BELOW_LAW = "below the legal minimum"
BELOW_PLAN = "below the plan"
BELOW_TARGET = "below the strength target"
TARGETS_SHORT = (
    "{name}: windows in which strength targets are missed: {number}, most of all {target} {time}, {heads} "
    "short (no post stands empty by that)"
)
MORE_GAPS = "{number} more"
ALL_GAPS = "All gaps at posts"
NO_GAPS = "Every post has its legal minimum and its plan on every date."
PAGE_LACKING = "short by"
WHY_SHORT = "cause"
LEGAL_HEADS = "{heads} (law)"
PLAN_HEADS = "{heads}"

# The strength of a date

PAGE_CURVE = "Strength over a date"
CURVE_SAID = (
    "Heads on duty on {date}, {scope}: {fewest} to {most}, by team; the tables below give the numbers"
)
PAGE_MOMENT = "At"
MOMENT_SAID = "{clock}: {heads} on duty ({teams})"
MOMENT_SHORT = "; {target} wants {wanted}: {heads} short"
TEAM_HEADS = "{team} {heads}"
TARGET_LABEL = "{name} {heads}"
STRENGTH_TARGET = "strength target"
PAGE_PEAKS = "peak: the highest target"
SHOW_THEM = "Show them"
LEGAL_MINIMA = "legal minimum of all posts"
TIME_SPAN = "time"
HEADS_ASKED_FOR = "heads wanted"
FEWEST_THERE = "fewest there"
MEAN_THERE = "on average"
MOST_THERE = "most there"
PAGE_LACKS = "{heads} short"
PAGE_REACHED = "reached"
TARGETS_ATTAINED = "Strength targets over all dates"
PAGE_NO_TEAM = "without team"

# Goals

PAGE_GOALS = "What the roster is worth"
GOAL_HEAD = "what is kept small, the gravest first"
PAGE_RESULT = "this roster"
PAGE_PROOF = "can it be less?"
PERSON_HOURS = "{number} person-h"
CHANGED_DUTIES = "{number} duties"
HOURS_ABOVE = "{number} h"
BURDEN_POINTS = "{number} points"
GAPS_ON_DATES = " (gaps: {gaps}, dates: {dates})"
HEADS_ON_AVERAGE = " (about {heads} heads at any time)"
NOT_PROVED = "not proved"
PROVED_LEAST = "no: proved to be the least"
PROVED_LEAST_THEN = "no: proved to be the least with the goals above as they are"
PROVED_LEAST_DEALT = "no: proved to be the least for these duties, however they are dealt out"
LEAST_OF_ANY = "no lawful roster has less than {least}: at most {more} better"
LEAST_THEN = "with the goals above as they are, not less than {least}: at most {more} better"
LEAST_DEALT = "however these duties are dealt out, not less than {least}: at most {more} better"
PLAIN_ROTATION = "{unit} works its plain rotation: {why}"
KEPT_AGAINST_RULES = "Published duties that stay though a rule is against them: {number}."

# The month table

PAGE_SIGNS = (
    "下 after a night, 休 rest, 免 let off, 假 leave, 训 training, 病 sick, 庭 court, 产 maternity, "
    "调 time off in lieu, 缺 other absence; * recall, 换 taken over"
)
SHIFT_SIGN = "{sign} {shift}, "
UNIT_HEADING = "{unit} ({heads})"
TEAM_OF_HEADS = "{team}: {heads} heads"

# Columns

PERSON_NAME = "name"
HOME_TEAM = "team"
ROLE_HEAD = "role"
DUTY_COUNT = "duties"
HOURS_WORKED = "hours"
NIGHTS_WORKED = "nights"
WEEKENDS_WORKED = "weekends"
HOLIDAYS_WORKED = "holidays"
EVES_WORKED = "New Year's Eves"
RECALLS_WORKED = "recalls"
OVERTIME_WORKED = "overtime h"
HEADS_COUNT = "heads"
HOURS_A_HEAD = "mean hours"
WEEK_HOURS = "hours a week"
LIEU_HOURS = "lieu left h"

# The day sheet

DAY_TITLE = "{unit}, {date}: {heads} heads"
BY_SHIFT = "Shifts"
BY_POST = "Posts, {clock} to {clock} of the next date"
PAGE_LEADING = "leading"
POST_HEAD = "post"
CREW_HEAD = "crew and telephone"
VEHICLE_HEAD = "vehicles"
PAGE_IN_RESERVE = "reserve"
PAGE_EMPTY = "Empty or short of people"
PAGE_AWAY = "Away or let off: {number}"
PAGE_NOBODY = "Nobody is on duty."
PAGE_LEADS = "leader"
PAGE_RECALLED = "recall"
PAGE_EXCHANGED = "exchange"
LENT_FROM = "from {unit}"
PAGE_BROKEN_OFF = "broken off"

# A person

MONTH_LINE = "Month"
BADGE_OF = "badge {badge}"
PAGE_BURDEN = "borne"
PAGE_HERE = "here"
PEERS_MEAN = "peers, mean"
PEERS_RANGE = "peers, from–to"
PAGE_PAST = "before, by the ledger"
BESIDE_PEERS = "Beside the peers: {team}, {role}, {heads} heads"
DUTY_LIST = "Duty by duty"
DUTY_SHIFT = "shift"
POSTS_OF_DUTY = "times and posts"
LIEU_AT_THE_END = "Time off in lieu left at the end: {hours} h"
PAGE_OFF_ROTATION = "{date}: {why}"
PAGE_MOVES = "From {date} in {unit}, {team}"
LIST_COMMA = ", "

# Fairness and hours

BY_TEAM = "By team and role: the fewest and the most that anybody bears"
BY_TEAM_HINT = "The closer together, the fairer; who is away part of the time bears less."
BY_PERSON = "Person by person"
FIRST_SHOWN = "The first {shown} of {number} are shown; sort by a column or choose a unit."
