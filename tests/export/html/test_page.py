"""The file as a whole: nothing but its own blocks may run, no text is markup, and its data is the roster."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from rosterctl.domain.roster import Shortage
from rosterctl.domain.tier import Tier
from rosterctl.export.html.page import in_script, page, page_data
from rosterctl.insight.month_table import month_table
from rosterctl.intake.load import read_bureau
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.bureaus import MONDAY, officer, plain_roster, small_bureau
from tests.support.page_parts import PageParts, duties_read_back
from tests.support.station_roster import STATION, lawful_roster

NASTY = "</script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def station() -> PageParts:
    return PageParts(page(read_bureau(STATION), lawful_roster()))


def hash_of(block: str) -> str:
    return "sha256-" + b64encode(sha256(block.encode()).digest()).decode()


def test_the_policy_names_the_only_style_and_the_only_script(station: PageParts) -> None:
    (style,), (script,) = station.blocks["style"], station.blocks["script"]
    assert station.policy.split("; ") == [
        "default-src 'none'",
        f"style-src '{hash_of(style)}'",
        f"script-src '{hash_of(script)}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_nothing_leads_out_of_the_file(station: PageParts) -> None:
    assert {link for link in station.links if not link.startswith("#")} == {"data:,"}
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|innerHTML|eval\(", station.written.decode())


def test_the_same_roster_gives_the_same_bytes_and_another_language_other_words() -> None:
    bureau, roster = read_bureau(STATION), lawful_roster()
    english = page(bureau, roster)
    assert page(bureau, roster) == english
    speak(sentences(Language.CHINESE))
    parts = PageParts(page(bureau, roster))
    assert '<html lang="zh-CN">' in parts.written.decode()
    said = " ".join(parts.texts)
    assert "排班矩阵" in said and "Month table" not in said
    assert parts.data["duties"] == PageParts(english).data["duties"]


def test_the_data_is_the_roster(station: PageParts) -> None:
    bureau, roster = read_bureau(STATION), lawful_roster()
    found = duties_read_back(bureau, roster, station.data)
    assert sorted(map(repr, (one for one in found if one.day in roster.horizon))) == sorted(
        map(repr, roster.duties)
    )
    night = [one for one in roster.last_night if (one.day - MONDAY).days * 1440 + one.until > 0]
    assert sorted(one.officer for one in found if one.day < MONDAY) == sorted(one.officer for one in night)
    cells = station.data["cells"]
    signs = {one["id"]: [cells[number][0] for number in one["line"]] for one in station.data["people"]}
    assert signs == {
        line.officer.id: [cell.marked for cell in line.cells] for line in month_table(bureau, roster)
    }


def test_names_that_look_like_markup_are_texts() -> None:
    bureau = small_bureau([replace(officer("a"), name=NASTY, badge='"><img src=x>', phone="&amp;")])
    bureau = replace(bureau, name=NASTY)
    gap = Shortage(int(Tier.LEGAL), NASTY, "U1", MONDAY, 420, 1140, 1, NASTY)
    roster = replace(plain_roster(bureau, MONDAY, 2), shortages=(gap,))
    parts = PageParts(page(bureau, roster))
    assert {kind: len(found) for kind, found in parts.blocks.items()} == {
        "style": 1,
        "script": 1,
        "application/json": 1,
    }
    (person,) = parts.data["people"]
    assert (person["name"], person["badge"], person["phone"]) == (NASTY, '"><img src=x>', "&amp;")
    assert sum(NASTY in text for text in parts.texts) >= 3  # the title, the heading, the gap and its cause
    assert "<img" not in parts.written.decode()


def test_a_name_that_turns_the_direction_of_writing_does_not() -> None:
    bureau = small_bureau([replace(officer("a"), name="a\u202eb\x1b[2J")])
    (person,) = page_data(bureau, plain_roster(bureau, MONDAY, 1))["people"]
    assert person["name"] == "a b [2J"


def test_data_ends_no_block() -> None:
    text = in_script({"a": "</script><!--\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!--\u2028&"}


def test_without_scripts_every_gap_can_be_read() -> None:
    """On the date on which it happens: 03:00 of Monday's duty day is Tuesday."""
    bureau = read_bureau(STATION)
    gap = Shortage(int(Tier.LEGAL), "S01-desk", "S01", MONDAY, 1620, 1860, 1, "nobody is there")
    texts = PageParts(page(bureau, replace(lawful_roster(), shortages=(gap,)))).texts
    at = texts.index("nobody is there")
    assert texts[at - 5 : at + 1] == [
        "Tue 12/8",
        "03:00–07:00",
        "人民路警务站",
        bureau.posts["S01-desk"].name,
        "1 (law)",
        "nobody is there",
    ]
