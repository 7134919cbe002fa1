"""The words in calendars."""

DUTY_OF = "{name}: {shift}"
RECALLED = "recall"
EXCHANGED = "taken over"
STANDS_IN_RESERVE = "reserve"
SERVED_IN = "in {unit}"
OF_OFFICER = "{name}: duties"
OF_UNIT = "{unit}: duties"
