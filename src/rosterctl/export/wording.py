"""The words in tables for other programs that people read all the same: duties, as changes.csv tells them."""

from __future__ import annotations

DUTY_WITH_PLACES = "{shift} {unit}: {places}"
PLACE_FROM = "{clock} {place}"
STAYS_IN_RESERVE = "reserve"
DUTY_UNTIL = "{duty}, until {clock}"
