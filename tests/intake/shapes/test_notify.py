"""notify.yaml: addresses that can be, and a program that can be found at night."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from rosterctl.domain.channels import Address
from rosterctl.intake.shapes.notify import NotifyShape


def test_all_may_be_left_out() -> None:
    assert NotifyShape.model_validate({}) == NotifyShape(ping=None, webhook=None, command=None)


def test_an_address_is_read_once() -> None:
    """The shape is made again when another key is wrong: what was read before is taken as it is."""
    ping = Address("https://example.org/x")
    assert NotifyShape.model_validate({"ping": "https://example.org/x"}).ping == ping
    assert NotifyShape.model_validate({"ping": ping}).ping == ping


@pytest.mark.parametrize("command", [["tell"], ["/usr/bin/tell", "--night"], ["tell", "a/b"]])
def test_a_command(command: list[str]) -> None:
    assert NotifyShape.model_validate({"command": command}).command == tuple(command)


LIST = "a command is a list of words, such as"
PATH = "write the whole path of the program"


@pytest.mark.parametrize(
    ("command", "message"),
    [("tell", LIST), ([], LIST), (["tell", ["x"]], LIST), (["bin/tell"], PATH), (["./tell"], PATH)],
)
def test_what_is_no_command(command: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        NotifyShape.model_validate({"command": command})
