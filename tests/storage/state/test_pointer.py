"""The pointer comes back as it went; one that anybody changed does not fit its check."""

from __future__ import annotations

import pytest

from rosterctl.storage.state.pointer import Pointer, pointer_text, read_pointer

POINTER = Pointer(3, "a" * 64, 5, "b" * 64)


@pytest.mark.parametrize("pointer", [POINTER, Pointer(None, "", 0, "0" * 64)])
def test_it_comes_back_as_it_went(pointer: Pointer) -> None:
    assert read_pointer(pointer_text(pointer)) == pointer


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"version":3', b'"version":2'),
        (b'"lines":5', b'"lines":4'),
        (b"aaaa", b"aaab"),
        (b"bbbb", b"bbba"),
        (b'"check":"', b'"check":"0'),
        (b"\n", b""),  # cut off
        (b",", b", "),  # the same fields, but not as the writer spells them
    ],
)
def test_one_that_was_changed_is_refused(old: bytes, new: bytes) -> None:
    data = pointer_text(POINTER)
    assert old in data
    with pytest.raises(ValueError, match="does not fit its check"):
        read_pointer(data.replace(old, new, 1))


@pytest.mark.parametrize("data", [b"", b"[]\n", b"{}\n", b'{"version":3}\n'])
def test_what_is_no_pointer_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_pointer(data)
