"""The sentences about single values name no key and quote what was written."""

from __future__ import annotations

from rosterctl.intake.text import value_wording


def test_addresses_are_never_quoted() -> None:
    """They may be secrets: none of the sentences about them takes one."""
    assert "{" not in value_wording.NOT_AN_ADDRESS
    assert "{" not in value_wording.ADDRESS_WITH_OTHERS
    assert "{" not in value_wording.ADDRESS_WITH_A_USER
    assert "{" not in value_wording.NOT_A_VARIABLE
