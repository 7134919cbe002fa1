"""The sentences about single values and addresses. They name no key: whoever knows it puts it before them."""

from __future__ import annotations

from collections.abc import Sequence

from rosterctl.intake.text.mistakes import Sentence, did_you_mean


def unknown_word(word: str, allowed: Sequence[str]) -> Sentence:
    return f"unknown word '{word}'{did_you_mean(word, allowed)}", f"write one of: {', '.join(allowed)}"


def not_a_list() -> Sentence:
    return "a list is wanted here", "write [a, b], or one `- ` line for each"


def not_a_mapping_here() -> Sentence:
    return "a mapping is wanted here", "write {key: value}, or one `key: value` line for each"


def empty_list() -> Sentence:
    return "the list is empty", "name at least one"


def at_least(least: object) -> Sentence:
    return f"must be at least {least}", ""


def at_most(most: object) -> Sentence:
    return f"must be at most {most}", ""


def not_a_text() -> Sentence:
    return "a text is wanted here", ""


def not_one_value() -> str:
    return "a single value is wanted here, not a list or a mapping"


def not_one_text() -> str:
    return "a text is wanted here, not a list or a mapping"


def control_characters() -> str:
    return "the text has invisible control characters in it; type it anew"


def not_a_count(text: str) -> str:
    return f"'{text}' is not a whole number such as 3"


def not_a_time(text: str) -> str:
    return f"'{text}' is not a time such as 07:00"


def not_hours(text: str) -> str:
    return f"'{text}' is not a number of hours such as 11 or 35.5"


def not_signed_hours(text: str) -> str:
    return f"'{text}' is not a number of hours such as 4, 7.5 or -2"


def not_a_number(text: str) -> str:
    return f"'{text}' is not a number such as 1.5"


def not_a_date(text: str) -> str:
    return f"'{text}' is not a date such as 2026-12-01"


def no_such_date(text: str) -> str:
    return f"'{text}' is not a date that exists"


def date_out_of_range(text: str) -> str:
    return f"'{text}' lies outside the years 1900 to 2199"


def not_a_flag(text: str) -> str:
    return f"'{text}' is neither yes nor no"


def not_an_id(text: str) -> str:
    return f"'{text}' is not an id: up to 64 characters without spaces, slashes, commas or quotes"


def not_a_skill(text: str) -> str:
    return f"'{text}' is not a skill: write skills without a plus sign"


def not_a_stretch(text: str) -> str:
    return f"'{text}' is not a stretch of dates such as 2026-12-01..2026-12-05"


def not_a_command() -> str:
    return "a command is a list of words, such as [/usr/local/bin/tell, --night]"


def program_without_its_path() -> str:
    return "write the whole path of the program, or only its name if it lies on the PATH"


def date_or_dates() -> str:
    return "write either `date` or `dates`"


def not_a_variable() -> str:
    return "after `env:` stands the name of a variable, such as env:ROSTERCTL_PING"


def not_in_the_environment(variable: str) -> str:
    return f"the environment has no {variable}"


def wrong_in_the_environment(variable: str, wrong: ValueError) -> str:
    return f"{variable} in the environment: {wrong}"


def not_an_address() -> str:
    return "this is not an address such as https://example.org/secret, nor env:NAME"


def address_with_others() -> str:
    return "an address has no spaces and only ASCII characters; write others as %XX"


def address_with_a_user() -> str:
    return "a user and a password in an address are not supported"
