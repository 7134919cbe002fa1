"""`python -m tests.bench.page ROSTER …`: how long the page of a roster takes to make, to open and to search.

Ready is from the navigation until what is short stands on the screen; month from the click until the first
tables stand there, whole until all of them do. A filter is one letter in the search box with every table of
the month filled, until the next picture; the middle and the longest of several.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from rosterctl.export.html.page import page as page_of
from rosterctl.storage.roster.folder import open_roster
from tests.support.browser import chromium

QUERIES = ("zh", "李", "03", "w", "一大队", "zs", "")
UNTIL_PAINTED = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
MONTH = f"""async () => {{
    const from = performance.now();
    location.hash = "/month";
    while (!document.querySelector(".grid tr")) {UNTIL_PAINTED}
    {UNTIL_PAINTED}
    const first = performance.now() - from;
    while (parts.some(one => !one.filled)) {UNTIL_PAINTED}
    return [first, performance.now() - from];
}}"""
FILTER = f"""async query => {{
    const box = document.getElementById("query");
    const from = performance.now();
    box.value = query;
    box.dispatchEvent(new Event("input"));
    {UNTIL_PAINTED}
    return performance.now() - from;
}}"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.page", description=__doc__)
    parser.add_argument("rosters", nargs="+", type=Path, help="roster folders, as `solve --out` writes them")
    print("roster, seconds to make, MB, ready s, month s, whole s, filter ms (middle, longest)")
    for folder in parser.parse_args().rosters:
        print(folder.name, *measured(folder), sep=", ", flush=True)


def measured(folder: Path) -> list[str]:
    """Reading the roster is not counted: every command does that."""
    bureau, roster = open_roster(folder)
    began = time.perf_counter()
    written = page_of(bureau, roster)
    made = time.perf_counter() - began
    with TemporaryDirectory() as place, chromium() as browser:
        file = Path(place) / "page.html"
        file.write_bytes(written)
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.goto(file.as_uri())
        ready = _ready(page)
        first, whole = page.evaluate(MONTH)
        filters = [page.evaluate(FILTER, query) for query in QUERIES]
    seconds = (f"{one:.2f}" for one in (ready / 1000, first / 1000, whole / 1000))
    middle, longest = median(filters), max(filters)
    return [f"{made:.1f}", f"{len(written) / 1e6:.1f}", *seconds, f"{middle:.0f}", f"{longest:.0f}"]


def _ready(page: Page) -> float:
    """Milliseconds from the navigation until what the script showed was painted."""
    painted = f"async () => {{ {UNTIL_PAINTED} return performance.now(); }}"
    shown, now = page.evaluate("performance.getEntriesByName('ready')[0].duration"), page.evaluate(painted)
    paints = page.evaluate("performance.getEntriesByType('paint').map(one => one.startTime)")
    return float(max(shown, *[one for one in paints if one <= now], 0))


if __name__ == "__main__":
    main()
