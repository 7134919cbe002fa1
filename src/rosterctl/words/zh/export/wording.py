"""The words in tables for other programs that people read all the same: duties, as changes.csv tells them."""

DUTY_WITH_PLACES = "{shift} {unit}：{places}"
PLACE_FROM = "{clock} {place}"
STAYS_IN_RESERVE = "机动"
DUTY_UNTIL = "{duty}，至{clock}"
