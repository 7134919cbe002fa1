"""The sentences of the pages of `show`, and the headings of their tables."""

from __future__ import annotations

# The overview

OVERVIEW_OF = "{name}: {first} to {last}, {duties:,} duties; here {day}"
OVERVIEW_OF_FESTIVAL = "{name}: {first} to {last}, {duties:,} duties; here {day} {festival}"
UNIT_AND_NAME = ("unit", "name")
HEADS_IN_ALL = "heads"
NOBODY_THAT_DAY = "nobody is on duty that day"
NOTHING_IS_SHORT = "nothing is short"
SHORTAGES_COLUMNS = "short | date | time | unit | post or target | heads | why"
ONE_SHORTAGE, SEVERAL_SHORTAGES = "{number} shortage", "{number} shortages"

# The day sheet

SHEET_OF_UNIT = "{name} ({id}), {day}: {duties}"
ONE_DUTY_ON_SHEET, DUTIES_ON_SHEET = "{number} duty", "{number} duties"
STANDS_COLUMNS = "time | post | car | people"
SHEET_WEEKDAYS = "Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday"
DATE_AND_WEEKDAY = "{weekday} {day}"
DATE_OF_FESTIVAL = "{weekday} {day}, {festival}"
THERE_UNTIL = "from the night before, until {clock}: "
POSTS_OF_UNIT = "{name} ({id}), {day}, by posts"
POSTS_COLUMNS = "post | time | car | people"
TELEPHONE_OF = "{name} {phone}"
LEADING_NOW = "in charge: "
SHORT_ON_SHEET = "{times} {post}: {heads} short ({measure})"
ONE_HEAD, HEADS = "{number} head", "{number} heads"
WHO_IS_AWAY = "away: "
AWAY_WITH_KIND = "{name} ({kind})"
OFFICER_AND_MARKS = "{name} [{marks}]"
BETWEEN_MARKS = " "
MARK_LEADER, MARK_AUXILIARY = "leader", "auxiliary"
MARK_RECALLED, MARK_EXCHANGED = "recalled", "by exchange"
MARK_FROM_UNIT = "from {unit}"

# An officer's line

LINE_OF_OFFICER = "{name} ({id}), {role}, {homes}"
AT_HOME_IN = "{unit} team {team}"
AND_FROM_DATE = ", from {first} {unit} team {team}"
WEEK_COLUMNS = "Mon | Tue | Wed | Thu | Fri | Sat | Sun"
LINE_COLUMNS = "date | shift | unit | by | from"
STAND_SINCE = "{clock} {post}"
STAND_SINCE_WITH = "{clock} {post} ({vehicles})"
STANDS_UNTIL = "{stands}, until {clock}"
RESERVE_FROM_THEN = "reserve"
LINE_HAS_NO_DUTY = "no duty"
TOTAL_AND_NUMBER = "{total} {number:g}"
TOTAL_DUTIES, TOTAL_HOURS, TOTAL_NIGHTS = "duties", "hours", "nights"
TOTAL_WEEKENDS, TOTAL_HOLIDAYS, TOTAL_EVES = "weekends", "holidays", "eves"
TOTAL_RECALLS, TOTAL_OVERTIME = "recalls", "overtime hours"

# The month table

MONTH_SIGNS = "下 after a night, 休 rest, 免 let off, * recall, 换 taken over\naway: 假 训 病 庭 产 调 缺"
TEAM_OF = "{unit}, team {team}"
HOURS_HEAD = "hours"
NIGHTS_HEAD = "nights"
WEEKDAY_SIGNS = "Mo | Tu | We | Th | Fr | Sa | Su"

# Strength by the hour

STRENGTH_OF = "{name}, {day}"
STRENGTH_COLUMNS = "time | required | on duty | usable | sworn | auxiliary | short | targets"
TARGET_AND_HEADS = "{target} {heads}"
STRENGTH_LEGEND = (
    "{here} on duty, {missing} short of what is required or of a target; required is the legal minimum"
)
