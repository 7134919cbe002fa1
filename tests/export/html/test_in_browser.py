"""The page in Debian's chromium: what it shows is the roster, it asks for nothing, and everybody can use it.

Times are measured by `python -m tests.bench.page`, not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Roster, Shortage, Slice
from rosterctl.domain.strength_target import StrengthTarget
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.domain.vehicle import Vehicle
from rosterctl.export.html.page import page as page_of
from rosterctl.insight.coverage import SLOT, WHOLE, coverage
from rosterctl.insight.month_table import month_table
from rosterctl.intake.load import read_bureau
from rosterctl.wording import Language, speak
from rosterctl.words.catalogue import sentences
from tests.support.browser import CHROMIUM, chromium
from tests.support.bureaus import MONDAY, duty, officer, roster_of, small_bureau
from tests.support.places import post, post_type
from tests.support.station_roster import STATION, lawful_roster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed"),
]

CAR = Vehicle("car1", "car", "U1")
NASTY = "<script>document.title='run'</script>"
SUNDAY_NOON = "2026-12-06T12:00:00+08:00"
VIEWS = ("overview", "month", "day", "sums", "person/P002")
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a roster on a Sunday noon; whatever it asks for or complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def opens(bureau: Bureau, roster: Roster, at: str = SUNDAY_NOON, hash: str = "", **how: object) -> Page:
        file = tmp_path / "排班.html"
        file.write_bytes(page_of(bureau, roster))
        context = browser.new_context(timezone_id="America/New_York", **how)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(at)
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("request", lambda one: complaints.append(one.url) if one.url != file.as_uri() else None)
        page.goto(file.as_uri() + hash)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert [one for one in complaints if one != "data:,"] == []


def station(**changes: object) -> tuple[Bureau, Roster]:
    return read_bureau(STATION), replace(lawful_roster(), **changes)  # type: ignore[arg-type]


def short(tier: Tier, what: str, heads: int, why: str) -> Shortage:
    return Shortage(int(tier), what, "" if tier is Tier.STRENGTH else "S01", MONDAY, 420, 500, heads, why)


GAPS = (
    short(Tier.LEGAL, "S01-desk", 1, "nobody may"),
    short(Tier.PLAN, "S01-patrol", 2, "two are away"),
    short(Tier.STRENGTH, "peak", 3, "the team is small"),
)


def go(page: Page, view: str) -> None:
    page.evaluate("view => { location.hash = `/${view}`; }", view)
    expect(page.locator(f"#{view.partition('/')[0]}")).to_be_visible()


def texts(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def test_where_tomorrow_is_short_stands_at_the_top_in_red(opened: Open) -> None:
    """It is Sunday where the bureau is, whatever day it is where the browser stands."""
    page = opened(*station(shortages=GAPS))
    card = page.locator(".card").first
    head = card.locator(".headline")
    assert head.inner_text() == (
        "Tomorrow, Mon 12/7: gaps at posts: 2, below the legal minimum: 1, person-hours: 4"
    )
    assert head.bounding_box()["y"] < 200  # type: ignore[index]
    red = head.evaluate("one => getComputedStyle(one).color")
    assert int(re.findall(r"\d+", red)[0]) > 2 * int(re.findall(r"\d+", red)[1])
    desk, patrol = (card.locator("li").nth(place).inner_text() for place in (0, 1))
    assert "07:00–08:20" in desk and "1 short" in desk and "below the legal minimum" in desk
    assert "nobody may" in desk and "2 short" in patrol and "two are away" in patrol
    assert "3 short" in page.locator("details.fair summary").inner_text()


@pytest.mark.parametrize(
    ("at", "heads"),
    [
        ("2026-12-07T09:00:00+08:00", ["Tomorrow, Tue 12/8: no post is short", "Today, Mon 12/7:"]),
        ("2026-12-10T09:00:00+08:00", ["Today, Thu 12/10: no post is short"]),
        ("2026-11-20T09:00:00+08:00", ["First date, Mon 12/7:"]),
        ("2027-01-20T09:00:00+08:00", ["First date, Mon 12/7:"]),
    ],
)
def test_what_is_next_depends_on_the_day_on_which_the_page_is_read(
    opened: Open, at: str, heads: list[str]
) -> None:
    found = texts(opened(*station(shortages=GAPS), at=at), "#next .headline")
    assert [one[: len(head)] for one, head in zip(found, heads, strict=True)] == heads


def test_a_script_as_a_name_is_shown_as_text(opened: Open) -> None:
    people = [replace(officer("a"), name=NASTY), officer("b", "B")]
    bureau = replace(small_bureau(people), name=NASTY)
    roster = roster_of(bureau, MONDAY, 2, [duty(bureau, "a", MONDAY, "day")])
    page = opened(bureau, roster)
    page.fill("#query", "<script")
    assert texts(page, "#hits a") == [NASTY]
    for view in ("month", "day/U1/2026-12-07", "sums", "person/a"):
        go(page, view)
        assert NASTY in page.locator("main").inner_text()
    assert page.title().startswith(NASTY)
    assert page.locator("script").count() == 2


def test_the_curve_has_the_heads_of_the_coverage(opened: Open) -> None:
    """The fewest in each half hour of the second date, and the legal minima, are those of coverage.csv."""
    bureau, roster = station()
    page = opened(bureau, roster)
    heads = page.evaluate("[...total(strengthOf(1, -1))]")
    minima = page.evaluate("[...minimaOn(1, -1)]")
    slots = [one for one in coverage(bureau, roster) if one.scope == WHOLE]
    first = (24 * 60 - bureau.day_starts) // SLOT  # of the second date
    for place, slot in enumerate(slots[first : first + 48]):
        inside = slice(place * SLOT, (place + 1) * SLOT)
        assert (min(heads[inside]), max(minima[inside])) == (slot.nominal, slot.required)


def test_the_moment_is_told_in_words_with_both_teams(opened: Open) -> None:
    """From 17 to 19 the night's team is there beside the day's; three are wanted."""
    bureau = small_bureau(
        [officer("a"), officer("b", "B")], strengths=[StrengthTarget("T", "peak", 3, 17 * 60, 19 * 60)]
    )
    duties = [duty(bureau, "a", MONDAY, "day"), duty(bureau, "b", MONDAY, "overlap-evening")]
    page = opened(bureau, roster_of(bureau, MONDAY, 1, duties))
    page.locator("#curve-moment").fill(str(17 * 60 + 30))
    assert page.locator("#curve-told").inner_text() == ("17:30: 2 on duty (A 1, B 1); peak wants 3: 1 short")
    assert page.locator("#curve-picture path.area").count() == 2
    assert texts(page, "#curve-targets tbody tr") == ["peak\t17:00–19:00\t3\t2\t1 short"]
    label = page.locator("#curve-picture svg").get_attribute("aria-label")
    assert label is not None and "0 to 2" in label


def test_the_month_table_has_the_signs_of_the_month_table(opened: Open) -> None:
    bureau, roster = station()
    page = opened(bureau, roster, hash="#/month")
    expect(page.locator("table.grid")).to_have_count(1)
    rows = page.locator("table.grid tbody tr:not(.team)").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.firstChild.textContent))"
    )
    lines = month_table(bureau, roster)
    assert rows == [
        [
            line.officer.name,
            *(cell.marked for cell in line.cells),
            str(line.duties),
            f"{line.minutes / 60:g}",
            str(line.counts.nights),
        ]
        for line in lines
    ]
    heads = page.locator("table.grid thead th").evaluate_all("all => all.map(one => one.scope)")
    assert set(heads) == {"col"}


@pytest.mark.parametrize("by", ["name", "badge", "initials"])
def test_a_search_finds_by_name_badge_and_initials(opened: Open, by: str) -> None:
    people = [
        replace(officer("a"), name="单雄信", badge="032483"),
        replace(officer("b", "B"), name="李敏", badge="032484"),
    ]
    bureau = small_bureau(people)
    page = opened(bureau, roster_of(bureau, MONDAY, 2, []), hash="#/month")
    expect(page.locator("tbody tr:not(.team)")).to_have_count(2)
    page.fill("#query", {"name": "雄", "badge": "2483", "initials": "SXX"}[by])
    assert texts(page, "#hits a") == ["单雄信"]
    assert page.locator("#found").inner_text() == "1 found"
    assert texts(page, "tbody tr:not(.team) th a:visible") == ["单雄信"]
    page.fill("#query", "nobody")
    assert page.locator("#hits").is_hidden() and page.locator(".unit").is_hidden()
    page.fill("#query", "")
    assert page.locator("tbody tr:not(.team) th a:visible").count() == 2


def test_everything_is_within_reach_of_the_keyboard(opened: Open) -> None:
    page = opened(*station())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.locator("#overview").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("P00")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.locator("#person-head").inner_text() == second
    assert page.evaluate("document.activeElement.id") == "person-head"
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.locator("#query").input_value() == ""
    page.keyboard.type("P001")
    page.keyboard.press("Enter")
    assert page.url.endswith("#/person/P001")
    page.locator("nav a").nth(1).focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    expect(page.locator("#month")).to_be_visible()
    assert (outline, page.locator("[aria-current]").inner_text()) == ("solid", "Month table by unit")


def test_the_day_sheet_has_the_whole_crew_of_a_post_and_what_is_empty(opened: Open) -> None:
    """Until 09:00 the night's officer stands there beside the day's; from 18:00 on one lacks."""
    desk = post("desk", "desk")
    people = [officer("a", phone="139 1"), officer("b", "B", role="auxiliary")]
    bureau = small_bureau(people, posts=[desk], post_types=[post_type("desk")], vehicles=[CAR])
    monday, tuesday = MONDAY, MONDAY.replace(day=8)
    duties = [
        duty(bureau, "b", monday, "overlap-morning", slices=[Slice(1140, 1980, "desk", ("car1",))]),
        duty(bureau, "a", tuesday, "day", slices=[Slice(420, 1080, "desk"), Slice(1080, 1140, "")]),
    ]
    gap = Shortage(int(Tier.PLAN), "desk", "U1", tuesday, 1080, 1140, 1, "reserve")
    roster = replace(roster_of(bureau, monday, 2, duties), shortages=(gap,))
    page = opened(bureau, roster, hash="#/day/U1/2026-12-08")
    rows = page.locator("#day-sheet table").nth(1).locator("tr").all_inner_texts()
    assert [re.sub(r"\s+", " ", row).strip() for row in rows[1:]] == [
        "desk 07:00–09:00 a leader 139 1 b auxiliary car1",
        "09:00–18:00 a leader 139 1",
        "18:00–19:00 1 short, below the plan",
        "reserve 18:00–19:00 a leader 139 1",
    ]
    assert page.locator("a.phone").first.get_attribute("href") == "tel:1391"
    assert "reserve" in page.locator("#day-sheet .card").inner_text()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(opened: Open, language: Language, scheme: str) -> None:
    speak(sentences(language))
    tiers = tuple(TierResult(tier, 60, 0, 0.0) for tier in Tier)
    page = opened(*station(shortages=GAPS, tiers=tiers), color_scheme=scheme, bypass_csp=True)
    found = {}
    for view in VIEWS:
        go(page, view)
        if view == "month":
            expect(page.locator("table.grid")).to_have_count(1)
        faults = Axe().run(page).response["violations"]
        found[view] = [(one["id"], one["nodes"][0]["html"][:200]) for one in faults]
    page.fill("#query", "P0")
    found["search"] = [(one["id"],) for one in Axe().run(page).response["violations"]]
    assert {view: faults for view, faults in found.items() if faults} == {}


def test_a_large_unit_has_a_table_a_team_each_with_a_name_of_its_own(opened: Open) -> None:
    people = [officer(f"{team}{number}", team) for team in "AB" for number in range(30)]
    bureau = small_bureau(people)
    page = opened(bureau, roster_of(bureau, MONDAY, 2, []), hash="#/month", bypass_csp=True)
    expect(page.locator("table.grid")).to_have_count(2)
    assert page.locator("table.grid tbody tr:not(.team)").count() == 60
    assert Axe().run(page).response["violations"] == []
    page.fill("#query", "B")
    expect(page.locator("table.grid:visible")).to_have_count(1)
    page.fill("#query", "")  # what the window has no room for comes when there is time
    expect(page.locator("table.grid:visible")).to_have_count(2)


def test_dark_and_light_can_be_chosen(opened: Open) -> None:
    page = opened(*station(), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark, button = page.evaluate(ground), page.locator("#theme")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.evaluate(ground) == "rgb(255, 255, 255)" != dark
    button.click()
    assert page.evaluate(ground) == dark


def test_printed_across_with_every_table_and_without_buttons(opened: Open, tmp_path: Path) -> None:
    page = opened(*station(), hash="#/month", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden() and page.locator("#query").is_hidden()
    assert page.locator("table.grid tbody tr:not(.team)").count() == 24
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    file = tmp_path / "month.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    box = re.search(rb"/MediaBox \[\s*0 0 (\S+) (\S+?)\s*\]", file.read_bytes())
    assert box and float(box[1]) > float(box[2])


def test_where_scripts_are_blocked_the_gaps_are_told_all_the_same(opened: Open) -> None:
    page = opened(*station(shortages=GAPS), java_script_enabled=False)
    assert page.locator("noscript p").is_visible() and page.locator("nav").is_hidden()
    row = page.locator("#overview tbody tr", has_text="nobody may").inner_text()
    assert "Mon 12/7" in row and "07:00–08:20" in row and "1 (law)" in row
