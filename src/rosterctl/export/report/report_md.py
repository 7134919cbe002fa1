"""`report.md`: what came out of a run, what it is worth, what is short. A solve prints its summary too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import NoteKind, Roster, Shortage
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.export.plain_text import clean, clock_span, columns, table
from rosterctl.export.report import wording
from rosterctl.export.report.off_rotation import off_summary, off_table
from rosterctl.export.report.pay import above_text
from rosterctl.export.report.rules import rules_text
from rosterctl.insight.pay_hours import pay_hours
from rosterctl.insight.shortages.attained import Attained, weighed
from rosterctl.insight.shortages.unknown_hours import told_once
from rosterctl.timeline.clock import when_text
from rosterctl.wording import numbered, say

GAPS_IN_SUMMARY = 10


def summary(bureau: Bureau, roster: Roster, attained: Sequence[Attained]) -> str:
    """What a planner wants to see at once."""
    return "\n\n".join(
        filter(
            None,
            [
                clean(_heading(bureau, roster)),
                fallbacks(roster),
                tiers(roster.tiers),
                strengths(attained),
                clean(weighed(bureau)),
                shortages(roster),
                gaps(roster),
                off_summary(roster),
                *map(clean, told_once(bureau, roster)),
            ],
        )
    )


def _heading(bureau: Bureau, roster: Roster) -> str:
    name, first, last = bureau.name, roster.horizon.first, roster.horizon.last
    duties = numbered(len(roster.duties), wording.ONE_DUTY_MADE, wording.DUTIES_MADE)
    served = {duty.unit for duty in roster.duties}
    units = numbered(len(served), wording.ONE_UNIT_SERVED, wording.UNITS_SERVED)
    notes = len(roster.notes_of(NoteKind.KEPT))
    if not notes:
        return say(wording.SUMMARY, name=name, duties=duties, units=units, first=first, last=last)
    kept = numbered(notes, wording.ONE_KEPT, wording.SEVERAL_KEPT)
    return say(
        wording.SUMMARY_BUT_KEPT, name=name, duties=duties, units=units, first=first, last=last, kept=kept
    )


def fallbacks(roster: Roster) -> str:
    """The units that work no more than their plain rotation because their search came to nothing."""
    sentences = (say(wording.PLAIN_ROTATION_ONLY, unit=one.unit, why=one.why) for one in roster.fallbacks)
    return "\n".join(map(clean, sentences))


def gaps(roster: Roster) -> str:
    """Whose plan might be less short, and why nobody knows."""
    notes = roster.notes_of(NoteKind.GAP)
    return "\n".join(clean(say(wording.NOT_PROVEN, plan=one.what, why=one.why)) for one in notes)


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
    return table(rows, columns(say(wording.TIERS_COLUMNS)), right=(1, 2, 3, 4))


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
    return table(rows, columns(say(wording.ATTAINED_COLUMNS)), right=range(2, 8)) if rows else ""


def shortages(roster: Roster) -> str:
    """The first shortages of posts in words, and how many there are."""
    posts = [one for one in roster.shortages if one.tier < Tier.STRENGTH]
    if not posts:
        return say(wording.EVERY_POST_MANNED_BUT if roster.let_off else wording.EVERY_POST_MANNED)
    of_law = sum(one.tier == Tier.LEGAL for one in posts)
    legal, plan = (
        numbered(number, wording.ONE_GAP, wording.SEVERAL_GAPS) for number in (of_law, len(posts) - of_law)
    )
    if len(posts) > GAPS_IN_SUMMARY:
        head = say(wording.POSTS_SHORT_FIRST, legal=legal, plan=plan, shown=GAPS_IN_SUMMARY)
    else:
        head = say(wording.POSTS_SHORT, legal=legal, plan=plan)
    return "\n".join([head, *(f"- {one}" for one in _sentences(posts[:GAPS_IN_SUMMARY]))])


def _sentences(gaps: Sequence[Shortage]) -> Iterator[str]:
    for one in gaps:
        when = when_text(one.day, one.start, one.end)
        elsewhere = one.unit and one.unit != one.what
        post = say(wording.POST_OF_UNIT, post=one.what, unit=one.unit) if elsewhere else one.what
        heads = numbered(one.heads, wording.ONE_HEAD, wording.SEVERAL_HEADS)
        yield clean(say(wording.POST_IS_SHORT, when=when, post=post, heads=heads, why=one.why))


NOTE_HEADINGS = {
    NoteKind.UNDEALT: wording.NOTES_UNDEALT,
    NoteKind.LEFT_OUT: wording.NOTES_LEFT_OUT,
    NoteKind.KEPT: wording.NOTES_KEPT,
    NoteKind.NOT_BACK: wording.NOTES_NOT_BACK,
    NoteKind.SPARE: wording.NOTES_SPARE,
}
"""In the order of the report."""

DRAFTS = {"interrupted": wording.DRAFT_INTERRUPTED, "terminated": wording.DRAFT_TERMINATED}


def _notes(roster: Roster, kind: NoteKind) -> Sequence[str]:
    """The notes of a kind under their heading; nothing if there is none."""
    told = [f"- {note}" for note in roster.notes_of(kind)]
    return (f"## {say(NOTE_HEADINGS[kind])}", "\n".join(told)) if told else ()


def report_md(
    bureau: Bureau, roster: Roster, attained: Sequence[Attained], before: str, draft: str = ""
) -> str:
    """The report that is kept with the roster; `before` is the arithmetic from before the search.

    `draft` says what cut the search off, `interrupted` or `terminated`, if anything did.
    """
    parts = [
        f"# {bureau.name}",
        *([say(DRAFTS[draft])] if draft else []),
        summary(bureau, roster, attained),
        *([f"## {say(wording.BEFORE_THE_SEARCH)}", before] if before else []),
    ]
    parts += [part for kind in NOTE_HEADINGS for part in _notes(roster, kind)]
    if off := off_table(bureau, roster.off_rotation or ()):
        parts += [f"## {say(wording.OFF_THE_ROTATION)}", off]
    every = [one for one in roster.shortages if one.tier < Tier.STRENGTH]
    if every:
        parts += [f"## {say(wording.EVERY_GAP)}", "\n".join(f"- {one}" for one in _sentences(every))]
    if paid := above_text(bureau, pay_hours(bureau, roster)):
        parts += [f"## {say(wording.HOURS_THAT_COUNT)}", paid]
    parts += [f"## {say(wording.RULES_IN_FORCE)}", rules_text(bureau.rulebook)]
    return "\n\n".join(parts) + "\n"
