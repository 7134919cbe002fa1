"""Which bytes are Chinese in GBK, and which are something else."""

from __future__ import annotations

import pytest

from rosterctl.intake.text.charsets import as_gbk, decoded, is_utf_16


@pytest.mark.parametrize("text", ["张三,民警\n", "id,name\n1,喆\n2,李四,王五,赵六\n"])
def test_chinese_in_gbk(text: str) -> None:
    assert as_gbk(text.encode("gbk")) == text
    assert decoded(text.encode("gbk")) == (text, True)


def test_utf_8_with_and_without_its_mark_comes_first() -> None:
    assert decoded("张三".encode()) == decoded("张三".encode("utf-8-sig")) == ("张三", False)
    assert decoded(b"plain") == ("plain", False)


@pytest.mark.parametrize("text", ["café,1\n", "Müller,Bär\n", "Äpfel,über alles\n"])
def test_western_text_is_not_taken_for_chinese(text: str) -> None:
    """é before a letter is a character of GBK, but one that nobody uses."""
    assert decoded(text.encode("latin-1")) is None


def test_bytes_that_are_no_text() -> None:
    assert decoded(b"a\n\xff\xff\xff") is None


def test_utf_16() -> None:
    assert is_utf_16("a".encode("utf-16")) and is_utf_16("abcd".encode("utf-16-le"))
    assert not is_utf_16("张三".encode("gbk")) and not is_utf_16(b"")
