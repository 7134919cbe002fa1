"""Names of calendar files that nobody can guess, for a web server that hands them to whoever asks.

Whoever knows the address of a calendar reads it: telephones ask for one without a password. So the name is
as good as a password. It is made from a secret of the state and from the officer's id, which keeps it the
same from export to export; with a new secret all are new.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b32encode

from rosterctl.storage.disk.atomic import write_file
from rosterctl.storage.state.state import State

SECRET = "calendar-secret"
"""The file in the state folder. Without it the next export makes a new one, and so new names."""

SECRET_BYTES, NAME_BYTES = 32, 15
"""Of the secret, and of the part of a name that it makes: 120 bits are 24 letters and digits."""


def calendar_secret(state: State) -> bytes:
    """The secret, which is made where there is none yet. Locked when another run is at work just then."""
    file = state.folder / SECRET
    if not _is_whole(state):
        with state.lock():
            if not _is_whole(state):
                write_file(file, secrets.token_bytes(SECRET_BYTES))
    return file.read_bytes()


def secret_name(secret: bytes, officer: str) -> str:
    """`P001-` and 24 letters and digits."""
    made = hmac.new(secret, officer.encode(), hashlib.sha256).digest()[:NAME_BYTES]
    return f"{officer}-{b32encode(made).decode().lower()}"


def _is_whole(state: State) -> bool:
    """Is it there, and long enough to be one? An empty file would make names that anybody can work out."""
    file = state.folder / SECRET
    return file.is_file() and file.stat().st_size >= SECRET_BYTES
