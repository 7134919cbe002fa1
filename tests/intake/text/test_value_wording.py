"""The sentences about single values name no key and quote what was written."""

from __future__ import annotations

from rosterctl.intake.text import value_wording


def test_a_word_that_is_nearly_one_of_the_allowed() -> None:
    assert value_wording.unknown_word("hart", ["hard", "soft"]) == (
        "unknown word 'hart' (did you mean 'hard'?)",
        "write one of: hard, soft",
    )


def test_addresses_are_never_quoted() -> None:
    """They may be secrets: none of the sentences about them takes one."""
    assert value_wording.not_an_address.__code__.co_argcount == 0
    assert value_wording.address_with_others.__code__.co_argcount == 0
    assert value_wording.address_with_a_user.__code__.co_argcount == 0
    assert value_wording.not_a_variable.__code__.co_argcount == 0
