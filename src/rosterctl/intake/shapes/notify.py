"""notify.yaml: whom a run tells of its beginning and its end."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from rosterctl.domain.channels import Address
from rosterctl.intake.shapes.shape import Shape
from rosterctl.intake.text import value_wording
from rosterctl.intake.text.scalars import Label, read_label
from rosterctl.intake.text.web_addresses import address
from rosterctl.wording import say


def read_address(value: Any) -> Address:
    """The address may be a secret: no message quotes it."""
    return value if isinstance(value, Address) else address(read_label(value))


def read_program(value: Any) -> list[str]:
    """The words of a command: `[/usr/local/bin/tell, --night]`."""
    if not isinstance(value, list) or not value or not all(isinstance(word, str) for word in value):
        raise ValueError(say(value_wording.NOT_A_COMMAND))
    if "/" in value[0] and not PurePath(value[0]).is_absolute():
        raise ValueError(say(value_wording.PROGRAM_WITHOUT_ITS_PATH))
    return value


_ADDRESS = {"type": "string", "pattern": r"^(https?://[!-~]+|env:[A-Za-z_][A-Za-z0-9_]*)$"}
WebAddress = Annotated[Address, BeforeValidator(read_address), WithJsonSchema(_ADDRESS)]
Program = Annotated[tuple[Label, ...], Field(min_length=1), BeforeValidator(read_program)]


class NotifyShape(Shape):
    """All keys may be left out. An address may be given as `env:NAME`: then it is read from the environment.

    `ping` follows healthchecks.io: a GET to URL/start, then to URL when the run went well or to URL/EXITCODE.
    `webhook` gets the facts as JSON in a POST, `command` as variables ROSTERCTL_… in its environment.
    """

    ping: WebAddress | None = None
    webhook: WebAddress | None = None
    command: Program | None = None
