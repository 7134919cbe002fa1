"""What a run of many nights came to, in a page of text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import Any

from tabulate import tabulate

from tests.many_nights.running import Ran


def summary(rows: Sequence[dict[str, Any]], seed: int, verified: Ran, drifted: Sequence[str]) -> str:
    """Exits, seconds and changes by command, what happened how often, the spread of fairness.

    `verified` is what `runs --verify` said, `drifted` what is wrong with the ledger.
    """
    commands = [one for row in rows for one in row["commands"]]
    wrong = sum(len(one["wrong"]) for one in commands)
    dates = f"{rows[0]['date']} to {rows[-1]['date']}" if rows else "none"
    parts = [
        f"{len(rows)} dates, {dates}, seed {seed}: {wrong} wrong; runs --verify: exit {int(verified.code)}",
        *(f"WRONG: {one}" for one in drifted),
        _by_command(commands),
        f"kept although not lawful: on {sum(bool(row.get('kept')) for row in rows)} dates",
        _happened(rows),
        _spreads(rows),
    ]
    return "\n\n".join(parts)


def _by_command(commands: Sequence[dict[str, Any]]) -> str:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in commands:
        groups[one["line"].split()[1]].append(one)
    table = []
    for name, ones in sorted(groups.items()):
        exits = Counter(one["code"] for one in ones)
        seconds = [one["seconds"] for one in ones]
        told = ", ".join(f"{code}: {number}" for code, number in sorted(exits.items()))
        changes = sum(one["changes"] for one in ones)
        table.append([name, len(ones), told, sum(seconds), median(seconds), max(seconds), changes])
    headers = ["command", "times", "exits", "s", "median s", "longest s", "duties changed"]
    return tabulate(table, headers=headers, tablefmt="github", floatfmt=".1f")


def _happened(rows: Sequence[dict[str, Any]]) -> str:
    words: Counter[str] = Counter()
    for row in rows:
        words.update(_kind(one) for one in row["happened"])
    return "happened: " + ", ".join(f"{kind} {number}" for kind, number in words.most_common())


def _kind(happened: str) -> str:
    """Without the ids and numbers."""
    kinds = ("at three", "swap", " for ", "sick at", " in training", " is ", " on ", ": ", "sick", "on leave")
    return next((kind.strip(" :") for kind in kinds if kind in happened), happened)


def _spreads(rows: Sequence[dict[str, Any]]) -> str:
    """Widest and mean most less fewest beyond the fair share, by burden, as the dates go."""
    told = [row for row in rows if "spread" in row]
    if not told:
        return ""
    burdens = list(told[0]["spread"])
    table = [
        [row["date"], *(f"{row['spread'][one][0]:g} ({row['spread'][one][1]:g})" for one in burdens)]
        for row in told
    ]
    return tabulate(table, headers=["until", *burdens], tablefmt="github")
