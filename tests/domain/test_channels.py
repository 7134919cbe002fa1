"""An address is a secret."""

from __future__ import annotations

from rosterctl.domain.channels import Address, Channels


def test_an_address_is_not_shown_and_neither_are_the_channels() -> None:
    one = Address("https://example.org/ping/1234-secret")
    assert "secret" not in repr(one)
    assert "secret" not in repr(Channels(ping=one))


def test_a_bureau_without_channels_tells_nobody() -> None:
    assert Channels() == Channels(None, None, ())
