"""The sentences of the ledger and of an officer's account, and the headings of their tables."""

from __future__ import annotations

# The ledger

BORNE_AND_FAIR = "{name}: borne / fair share by {on}; time off in lieu in hours"
BALANCES_COLUMNS = (
    "unit | team | id | name | nights | weekends | holidays | eves | recalls | overtime h | "
    "brought | earned | spent | expired | left | overdrawn"
)
PAY_BELOW = "Hours that count for pay"
ONE_OVERDRAFT, SEVERAL_OVERDRAFTS = "{number} overdraft", "{number} overdrafts"
OVERDRAWN_BY = (
    "overdrawn: {name} ({id}), {day}: {missing} of {asked} hours were not there. Mend the absence, or add an "
    "init or adjust of that date or an earlier one."
)

# An officer's account

ACCOUNT_OF = "{name} ({id}), {role}, {unit} team {team}: by {on}"
MOVEMENTS_COLUMNS = "date | entry | minutes | balance | from"
MOVEMENT_EXPIRES = "expire"
NO_MOVEMENTS = "no time off in lieu"
BURDENS_COLUMNS = "burden | borne | fair share"
HOURS_LEFT = "time off in lieu left: {hours} hours"
HOURS_LEFT_OF_WHICH = "time off in lieu left: {hours} hours, of which {expiring} expire on {day}"

# What burdens an officer

BURDEN_NIGHTS, BURDEN_WEEKENDS, BURDEN_HOLIDAYS = "nights", "weekends", "holidays"
BURDEN_EVES, BURDEN_RECALLS, BURDEN_OVERTIME = "eves", "recalls", "overtime hours"
