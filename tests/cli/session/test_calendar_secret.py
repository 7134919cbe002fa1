"""The secret behind the names of shared calendars: made once, private, and never an empty one."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from rosterctl.cli.session.calendar_secret import SECRET, SECRET_BYTES, calendar_secret, secret_name
from rosterctl.storage.disk.lock import Locked
from tests.support.states import assert_sound, published


def test_it_is_made_once_and_private(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    first = calendar_secret(state)
    assert calendar_secret(state) == first
    assert len(first) == SECRET_BYTES
    assert stat.S_IMODE((state.folder / SECRET).stat().st_mode) == 0o600
    assert_sound(state)


@pytest.mark.parametrize("bytes_left", [0, SECRET_BYTES - 1])
def test_one_that_was_cut_off_is_made_anew(tmp_path: Path, bytes_left: int) -> None:
    """From an empty secret everybody could make the names."""
    state = published(tmp_path, "one")
    (state.folder / SECRET).write_bytes(b"x" * bytes_left)
    assert len(calendar_secret(state)) == SECRET_BYTES


def test_it_is_not_made_beside_another_run_but_read(tmp_path: Path) -> None:
    state = published(tmp_path, "one")
    other = published(tmp_path)
    with other.lock(), pytest.raises(Locked):
        calendar_secret(state)
    made = calendar_secret(state)
    with other.lock():
        assert calendar_secret(state) == made


def test_a_name_is_the_id_and_what_only_the_secret_gives() -> None:
    name = secret_name(b"one", "P001")
    assert re.fullmatch("P001-[a-z2-7]{24}", name)
    assert name == secret_name(b"one", "P001")
    assert len({name[5:], secret_name(b"one", "P002")[5:], secret_name(b"two", "P001")[5:]}) == 3
