"""The sentences about single values and addresses. They name no key: whoever knows it puts it before them."""

from __future__ import annotations

# Words of the user's own, and those that might have been meant

DID_YOU_MEAN = " (did you mean '{word}'?)"
COMMA = ", "
"""Between the words of a list."""
AND_MORE = "{words} … ({number} in all)"

# What is wanted in place of what is there

NOT_A_LIST = ("a list is wanted here", "write [a, b], or one `- ` line for each")
NOT_A_MAPPING_HERE = ("a mapping is wanted here", "write {{key: value}}, or one `key: value` line for each")
EMPTY_LIST = ("the list is empty", "name at least one")
AT_LEAST = ("must be at least {least}", "")
AT_MOST = ("must be at most {most}", "")
NOT_A_TEXT = ("a text is wanted here", "")
NOT_ONE_VALUE = "a single value is wanted here, not a list or a mapping"
NOT_ONE_TEXT = "a text is wanted here, not a list or a mapping"
CONTROL_CHARACTERS = "the text has invisible control characters in it; type it anew"
NOT_A_COUNT = "'{text}' is not a whole number such as 3"
NOT_A_TIME = "'{text}' is not a time such as 07:00"
NOT_HOURS = "'{text}' is not a number of hours such as 11 or 35.5"
NOT_SIGNED_HOURS = "'{text}' is not a number of hours such as 4, 7.5 or -2"
NOT_A_NUMBER = "'{text}' is not a number such as 1.5"
NOT_A_DATE = "'{text}' is not a date such as 2026-12-01"
NO_SUCH_DATE = "'{text}' is not a date that exists"
DATE_OUT_OF_RANGE = "'{text}' lies outside the years 1900 to 2199"
NOT_A_FLAG = "'{text}' is neither yes nor no"
NOT_AN_ID = "'{text}' is not an id: up to 64 characters without spaces, slashes, commas or quotes"
NOT_A_SKILL = "'{text}' is not a skill: write skills without a plus sign"
NOT_A_STRETCH = "'{text}' is not a stretch of dates such as 2026-12-01..2026-12-05"
NOT_A_COMMAND = "a command is a list of words, such as [/usr/local/bin/tell, --night]"
PROGRAM_WITHOUT_ITS_PATH = "write the whole path of the program, or only its name if it lies on the PATH"
DATE_OR_DATES = "write either `date` or `dates`"
NOT_IN_THE_ENVIRONMENT = "the environment has no {variable}"
WRONG_IN_THE_ENVIRONMENT = "{variable} in the environment: {wrong}"

# Addresses: they may be secrets, so that none of these sentences takes one

NOT_A_VARIABLE = "after `env:` stands the name of a variable, such as env:ROSTERCTL_PING"
NOT_AN_ADDRESS = "this is not an address such as https://example.org/secret, nor env:NAME"
ADDRESS_WITH_OTHERS = "an address has no spaces and only ASCII characters; write others as %XX"
ADDRESS_WITH_A_USER = "a user and a password in an address are not supported"
