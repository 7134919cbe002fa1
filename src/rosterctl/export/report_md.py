"""`report.md`: what came out of a run, what it is worth, what is short. A solve prints its summary too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster, Shortage
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.plain_text import clean, clock_span, counted, table
from rosterctl.export.report_off_rotation import off_summary, off_table
from rosterctl.export.report_pay import above_text
from rosterctl.export.report_rules import rules_text
from rosterctl.insight.pay_hours import pay_hours
from rosterctl.insight.shortages.attained import Attained
from rosterctl.insight.shortages.unknown_hours import told_once
from rosterctl.timeline.clock import when_text

GAPS_IN_SUMMARY = 10


def summary(bureau: Bureau, roster: Roster, attained: Sequence[Attained]) -> str:
    """What a planner wants to see at once."""
    horizon = roster.horizon
    units = len({duty.unit for duty in roster.duties})
    kept = len(roster.notes_of(NoteKind.KEPT))
    found = "no findings" if not kept else f"{counted(kept, 'finding')} about what was published and stays"
    head = (
        f"{bureau.name}: {counted(len(roster.duties), 'duty', 'duties')} in {counted(units, 'unit')}, "
        f"{horizon.first} to {horizon.last}; audited, {found}"
    )
    return "\n\n".join(
        filter(
            None,
            [
                clean(head),
                fallbacks(roster),
                tiers(roster.tiers),
                strengths(attained),
                shortages(roster),
                gaps(roster),
                off_summary(roster),
                *map(clean, told_once(bureau, roster)),
            ],
        )
    )


def fallbacks(roster: Roster) -> str:
    """The units that work no more than their plain rotation because their search came to nothing."""
    sentences = (f"{one.unit}: only the plain rotation, because {one.why}" for one in roster.fallbacks)
    return "\n".join(map(clean, sentences))


def gaps(roster: Roster) -> str:
    """Whose plan might be less short, and why nobody knows."""
    notes = roster.notes_of(NoteKind.GAP)
    return "\n".join(clean(f"Not proven: person-minutes that the plan lacks in {one}") for one in notes)


def tiers(results: Sequence[TierResult]) -> str:
    rows = [
        (
            one.tier.title,
            f"{one.value:,}",
            "-" if one.bound is None else f"{one.bound:,}",
            "-" if one.gap is None else f"{one.gap:.2%}",
            f"{one.seconds:.1f}",
            one.tier.measure,
        )
        for one in results
    ]
    return table(rows, ("tier", "value", "bound", "gap", "seconds", "measure"), right=(1, 2, 3, 4))


def strengths(attained: Sequence[Attained]) -> str:
    """Every strength target: fewest, mean and most heads in the roster, and by how much it is missed."""
    rows = [
        (
            one.target.name,
            clock_span(one.target.start, one.target.end),
            one.target.heads,
            one.fewest,
            f"{one.mean:.0f}",
            one.most,
            max(one.target.heads - one.most, 0),
            max(one.target.heads - one.fewest, 0),
        )
        for one in attained
    ]
    headers = ("target", "window", "wanted", "fewest", "mean", "most", "missed at best", "missed at worst")
    return table(rows, headers, right=range(2, 8)) if rows else ""


def shortages(roster: Roster) -> str:
    """The first shortages of posts in words, and how many there are."""
    posts = [one for one in roster.shortages if one.tier < Tier.STRENGTH]
    if not posts:
        whole = ", though not every plain duty is worked" if roster.let_off else ""
        return f"Every post has its legal minimum and its plan{whole}."
    legal = [one for one in posts if one.tier == Tier.LEGAL]
    lines = [
        f"{counted(len(legal), 'gap')} at legal minima, {counted(len(posts) - len(legal), 'gap')} in the plan"
        + (f", the first {GAPS_IN_SUMMARY}:" if len(posts) > GAPS_IN_SUMMARY else ":")
    ]
    lines += [f"- {one}" for one in _sentences(posts[:GAPS_IN_SUMMARY])]
    return "\n".join(lines)


def _sentences(gaps: Sequence[Shortage]) -> Iterator[str]:
    for one in gaps:
        when = when_text(one.day, one.start, one.end)
        where = f"{one.what} ({one.unit})" if one.unit and one.unit != one.what else one.what
        yield clean(f"{when} {where}: {counted(one.heads, 'head')} short; {one.why}")


NOTE_HEADINGS = {
    NoteKind.UNDEALT: "Where names do not reach the counts",
    NoteKind.LEFT_OUT: "Exchanges that are left out",
    NoteKind.KEPT: "What stays as it was published though a rule is against it",
    NoteKind.NOT_BACK: "What was lost by being away and does not come back",
    NoteKind.SPARE: "Who is called in and could stay at home",
}
"""In the order of the report."""


def report_md(
    bureau: Bureau, roster: Roster, attained: Sequence[Attained], before: str, draft: str = ""
) -> str:
    """The report that is kept with the roster; `before` is the arithmetic from before the search.

    `draft` says what cut the search off, if anything did.
    """
    parts = [
        f"# {bureau.name}",
        *([f"This is a draft: the search was {draft}."] if draft else []),
        summary(bureau, roster, attained),
        *(["## Before the search", before] if before else []),
    ]
    for kind, heading in NOTE_HEADINGS.items():
        if notes := roster.notes_of(kind):
            parts += [f"## {heading}", "\n".join(f"- {note}" for note in notes)]
    if off := off_table(bureau, roster.off_rotation or ()):
        parts += ["## Off the rotation", off]
    every = [one for one in roster.shortages if one.tier < Tier.STRENGTH]
    if every:
        parts += ["## Every gap at a post", "\n".join(f"- {one}" for one in _sentences(every))]
    if paid := above_text(bureau, pay_hours(bureau, roster)):
        parts += ["## Hours that count for pay", paid]
    parts += ["## Rules", rules_text(bureau.rulebook)]
    return "\n\n".join(parts) + "\n"
