"""The page of a roster taken apart as a browser would: its blocks, its data, and the duties in these."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster, Slice
from rosterctl.export.html.work import ORIGINS


@dataclass
class PageParts(HTMLParser):
    """`blocks` are the contents of style and script by kind; `links` what would be fetched or opened."""

    written: bytes
    blocks: dict[str, list[str]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    policy: str = ""
    texts: list[str] = field(default_factory=list)
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.written.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.links += [str(known[name]) for name in ("src", "href", "action") if name in known]
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(known["content"])
        self._inside = {"script": known.get("type") or "script", "style": "style"}.get(tag, "")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks.setdefault(self._inside, []).append(data)
        elif data.strip():
            self.texts.append(data.strip())

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = ""

    @property
    def data(self) -> dict[str, Any]:
        (text,) = self.blocks["application/json"]
        found: dict[str, Any] = json.loads(text)
        return found


def duties_read_back(bureau: Bureau, roster: Roster, data: dict[str, Any]) -> list[Duty]:
    """The duties that the page holds, those of the night before among them."""
    shifts, units = list(bureau.shifts), list(bureau.units)
    posts = [*bureau.posts]
    found = []
    for person, flat in zip(data["people"], data["duties"], strict=True):
        for at in range(0, len(flat), 5):
            date, shift, unit, origin, stay = flat[at : at + 5]
            slices = tuple(
                Slice(start, end, posts[post] if post >= 0 else "", tuple(vehicles.split()))
                for start, end, post, vehicles in data["stays"][stay]
            )
            day = roster.horizon.first + timedelta(days=date)
            found.append(Duty(person["id"], day, shifts[shift], units[unit], ORIGINS[origin], slices))
    return found
