"""Bytes of a text file as text: UTF-8, or the GBK in which Chinese Excel saves "CSV".

GBK gives sense to almost any bytes, so a text is taken for GBK only where it looks Chinese: of what is not
ASCII at least three in four characters are of GB 2312, the 6,763 that are in daily use. In a Western text an
accented letter before a plain one is no such character.
"""

from __future__ import annotations

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LEAST_COMMON = 0.75


def decoded(data: bytes) -> tuple[str, bool] | None:
    """The text without a byte order mark, and whether it was GBK; None where it is neither that nor UTF-8."""
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text = as_gbk(data)
        return None if text is None else (text, True)


def as_gbk(data: bytes) -> str | None:
    """The text if it is Chinese in GBK (GB 18030); None if it cannot be that."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    marks = [mark for mark in text if not mark.isascii()]
    return text if marks and sum(map(_is_common, marks)) >= LEAST_COMMON * len(marks) else None


def is_utf_16(data: bytes) -> bool:
    """By its mark, or because every second byte of the beginning is nothing."""
    return data[:2] in UTF_16_MARKS or data[:200].count(0) * 4 > len(data[:200]) > 0


def _is_common(mark: str) -> bool:
    try:
        mark.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
