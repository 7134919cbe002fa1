"""Addresses that notifications can go to: what is one, what is none; none is ever quoted."""

from __future__ import annotations

import pytest

from rosterctl.intake.text.web_addresses import address, url_of, web_address

SECRET = "https://example.org/ping/1234-secret"


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        "http://192.168.1.5:8080/night",
        "https://[2001:db8::1]:443/x",
        "https://example.org",
        "https://example.org:1/x?y=%E4%BA%BA",
    ],
)
def test_a_web_address_stays_as_it_was_written(text: str) -> None:
    assert web_address(text) == text
    assert url_of(address(text), {}) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org/secret",  # no scheme
        "ftp://example.org/secret",
        "https:///secret",  # no host
        "https://example.org:0/secret",  # nobody listens at port 0
        "https://example.org:65536/secret",  # there is no such port
        "https://example.org:port/secret",
        "https://[2001:db8::1/secret",  # the bracket is open
        "https://example.org/a secret",
        "https://例子.cn/secret",
        "https://user:secret@example.org/",
        "https://exa(mple).org/secret",
    ],
)
def test_what_is_none_is_refused_without_being_quoted(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        address(text)
    assert "secret" not in str(refused.value).replace("https://example.org/secret", "")  # its example of one


def test_a_variable_is_looked_up_when_the_address_is_wanted() -> None:
    one = address("env:ROSTERCTL_PING")
    assert url_of(one, {"ROSTERCTL_PING": SECRET}) == SECRET


@pytest.mark.parametrize("environment", [{}, {"ROSTERCTL_PING": ""}])
def test_a_variable_that_is_missing_or_empty_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="the environment has no ROSTERCTL_PING"):
        url_of(address("env:ROSTERCTL_PING"), environment)


def test_a_variable_with_a_wrong_address_is_named_and_its_value_is_not() -> None:
    with pytest.raises(ValueError) as refused:
        url_of(address("env:ROSTERCTL_PING"), {"ROSTERCTL_PING": "my secret"})
    assert str(refused.value).startswith("ROSTERCTL_PING in the environment: ")
    assert "my secret" not in str(refused.value)


@pytest.mark.parametrize("text", ["env:", "env:1PING", "env:MY-PING", "env:PING "])
def test_what_is_no_name_of_a_variable_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="the name of a variable"):
        address(text)
