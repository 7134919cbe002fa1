"""An address is checked and never quoted."""

from __future__ import annotations

import pytest

from rosterctl.domain.channels import Address
from rosterctl.intake.text.web_addresses import address, url_of, web_address

NOT_AN_ADDRESS = "this is not an address such as https://example.org/secret, nor env:NAME"


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/secret",
        "http://127.0.0.1:8000/x?y=1#z",
        "https://[::1]:443/",
        "https://example.org:1/",  # the least port that there is
        "https://a_b-c.example.org",
    ],
)
def test_a_web_address(text: str) -> None:
    assert web_address(text) == text
    assert address(text) == Address(text)
    assert url_of(Address(text), {}) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ftp://example.org/s3cret", NOT_AN_ADDRESS),
        ("example.org/s3cret", NOT_AN_ADDRESS),
        ("https:///s3cret", NOT_AN_ADDRESS),
        ("https://example.org:0/s3cret", NOT_AN_ADDRESS),
        ("https://example.org:99999/s3cret", NOT_AN_ADDRESS),
        ("https://[::1/s3cret", NOT_AN_ADDRESS),
        ("https://exa(mple.org/s3cret", NOT_AN_ADDRESS),
        ("https://me:s3cret@example.org/", "a user and a password in an address are not supported"),
        (
            "https://example.org/s3cret x",
            "an address has no spaces and only ASCII characters; write others as %XX",
        ),
        (
            "https://example.org/s3cret/é",
            "an address has no spaces and only ASCII characters; write others as %XX",
        ),
        ("", "an address has no spaces and only ASCII characters; write others as %XX"),
        ("env:", "after `env:` stands the name of a variable, such as env:ROSTERCTL_PING"),
        ("env:1PING", "after `env:` stands the name of a variable, such as env:ROSTERCTL_PING"),
        ("env:A-B", "after `env:` stands the name of a variable, such as env:ROSTERCTL_PING"),
    ],
)
def test_what_is_no_address(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as wrong:
        address(text)
    assert str(wrong.value) == message


def test_an_address_in_the_environment() -> None:
    named = address("env:DUTY_PING")
    assert url_of(named, {"DUTY_PING": "https://example.org/x"}) == "https://example.org/x"
    for environment, message in (
        ({}, "the environment has no DUTY_PING"),
        ({"DUTY_PING": ""}, "the environment has no DUTY_PING"),
        ({"DUTY_PING": "s3cret"}, f"DUTY_PING in the environment: {NOT_AN_ADDRESS}"),
        # An address that names a variable must not lead to another one.
        ({"DUTY_PING": "env:OTHER", "OTHER": "x"}, f"DUTY_PING in the environment: {NOT_AN_ADDRESS}"),
    ):
        with pytest.raises(ValueError, match=r"\w") as wrong:
            url_of(named, environment)
        assert str(wrong.value) == message


def test_the_record_does_not_show_what_it_holds() -> None:
    assert "s3cret" not in repr(Address("https://example.org/s3cret"))
