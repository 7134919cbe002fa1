"""Every shipped rotation under every shipped rulebook: what is lost with nobody absent, and why.

`python -m tests.support.rotations_under_rulebooks` prints the table that the golden test holds.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.insight.plain_rotation.breaches import breaches
from rosterctl.insight.plain_rotation.means import means_above
from rosterctl.insight.plain_rotation.thinned import thin_out
from rosterctl.intake.load import read_bureau
from rosterctl.rulekit.registry import rules_in_force
from rosterctl.timeline.horizon import Horizon
from tests.support.presets import BUREAU, tiny_bureau

RULEBOOKS = ("china-police", "eu-wtd", "uk-police", "us-flsa-7k")
FIRST = date(2026, 12, 1)
DAYS = (28, 56)
COLUMNS = ("rulebook", "rotation", "plain_28", "lost_28", "plain_56", "lost_56", "rules", "above_the_mean_of")


@cache
def rotations() -> tuple[str, ...]:
    """The shipped ones, in the order of the file."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(tiny_bureau(Path(folder)).rotations)


@cache
def pair(rulebook: str, rotation: str, rules: str = "") -> Bureau:
    """A unit on the rotation under the rulebook: a sworn officer and an auxiliary in each team.

    `rules` are options of the bureau's own, as they would stand in bureau.yaml.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        offsets = tiny_bureau(folder, rulebook=rulebook).rotations[rotation].offsets
        teams = [f"T{number}" for number, _ in enumerate(offsets, 1)]
        listed = ", ".join(f"{{id: {team}, name: {team}}}" for team in teams)
        unit = f"{{id: U1, name: U1, kind: point, rotation: {rotation}, teams: [{listed}]}}"
        (folder / "units.yaml").write_text(f"units: [{unit}]\n", encoding="utf-8")
        people = [
            f"{team}{role[0]},{team},{role},U1,{team}" for team in teams for role in ("sworn", "auxiliary")
        ]
        (folder / "officers.csv").write_text("\n".join(["officer_id,name,role,unit,team", *people]) + "\n")
        text = BUREAU.format(calendar="china", rulebook=rulebook) + (f"rules: {rules}\n" if rules else "")
        (folder / "bureau.yaml").write_text(text, encoding="utf-8")
        return read_bureau(folder)


def row(rulebook: str, rotation: str) -> dict[str, str]:
    """What a pair loses in 28 and in 56 dates; of the latter the duties by rule."""
    bureau = pair(rulebook, rotation)
    rules = rules_in_force(bureau.rulebook)
    found = {"rulebook": rulebook, "rotation": rotation}
    for days in DAYS:
        thinned = thin_out(bureau, Horizon(FIRST, days), rules)
        lost = Counter({one.rule: 0 for one in thinned.lost})
        for one in thinned.lost:
            lost[one.rule] += one.heads
        found |= {f"plain_{days}": str(thinned.due["U1"]), f"lost_{days}": str(lost.total())}
        found["rules"] = " ".join(f"{rule}:{number}" for rule, number in sorted(lost.items()))
    above = [one.message.partition(" of rule ")[2].partition(":")[0] for one in means_above(bureau, FIRST)]
    return found | {"above_the_mean_of": " ".join(above)}


def sentences(rulebook: str, rotation: str) -> list[str]:
    """What is said of a pair before any search, with the remedy."""
    bureau = pair(rulebook, rotation)
    found = (one.problem for one in breaches(bureau, Horizon(FIRST, DAYS[0])))
    return [f"{one.message}; {one.hint}" for one in (*means_above(bureau, FIRST), *found)]


def table() -> Iterator[str]:
    """The rows of every pair as a CSV."""
    yield ",".join(COLUMNS)
    for rulebook in RULEBOOKS:
        for rotation in rotations():
            found = row(rulebook, rotation)
            yield ",".join(found[column] for column in COLUMNS)


if __name__ == "__main__":
    print("\n".join(table()))
