"""A roster: who works which shift on which date, and where in each slice of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from rosterctl import wording
from rosterctl.domain.tier import Tier, TierResult
from rosterctl.timeline.clock import WallMinute
from rosterctl.timeline.horizon import Horizon
from rosterctl.wording import say

OfficerDate = tuple[str, date]
"""An officer's id and a date."""
DutyKey = tuple[str, date, str]
"""Officer's id, date and shift of a duty: no two duties of a roster share it."""

SCHEMA = 2


class Origin(StrEnum):
    """Why an officer works: the team's rotation, called in on a day off, or in place of somebody else."""

    ROTATION = "rotation"
    RECALL = "recall"
    EXCHANGE = "exchange"

    @property
    def words(self) -> str:
        return say(_ORIGINS[self])


_ORIGINS = {
    Origin.ROTATION: wording.ORIGIN_ROTATION,
    Origin.RECALL: wording.ORIGIN_RECALL,
    Origin.EXCHANGE: wording.ORIGIN_EXCHANGE,
}


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a duty at one post, in minutes since midnight of the duty's date (wall clock).

    `post` is a post id, `event-id/site-number` for an event, or empty for the unit's reserve (机动).
    `vehicles` are the ids of those that the officer's crew takes there.
    """

    start: WallMinute
    end: WallMinute
    post: str
    vehicles: tuple[str, ...] = ()

    @property
    def vehicle_text(self) -> str:
        """The vehicles as files and pages name them: one space between two ids."""
        return " ".join(self.vehicles)


@dataclass(frozen=True, slots=True)
class Duty:
    """One officer's shift on one date, served in `unit` (another than their own when lent).

    The slices are in order and fill the shift from start to end without a hole. Where the officer fell away
    while on duty they end then, before the shift does: the duty is broken off.
    """

    officer: str
    day: date
    shift: str
    unit: str
    origin: Origin
    slices: tuple[Slice, ...]

    @property
    def until(self) -> WallMinute:
        """When it ends, in minutes since midnight of its date."""
        return self.slices[-1].end

    def broken_off(self, at: WallMinute) -> Duty:
        """The duty as it was until a minute in it."""
        kept = [one for one in self.slices if one.start < at]
        return replace(self, slices=(*kept[:-1], replace(kept[-1], end=min(kept[-1].end, at))))


@dataclass(frozen=True, slots=True)
class Shortage:
    """A want that the roster leaves open: which post (or target), when, how many heads, and why."""

    tier: int
    what: str
    unit: str
    day: date
    start: WallMinute
    end: WallMinute
    heads: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Fallback:
    """A unit whose search came to nothing and which works its plain rotation instead, and why.

    `trace` says where in the program a bug struck. It tells of the run, not of the roster.
    """

    unit: str
    why: str
    trace: str = field(default="", compare=False)


class NoteKind(StrEnum):
    """What a note is about.

    Heads that names do not reach, an exchange not made, a rule that is broken, a duty that was lost and does
    not come back, recalls that nobody needs any more, a plan that might be less short.
    """

    UNDEALT = "undealt"
    LEFT_OUT = "left-out"
    KEPT = "kept"
    NOT_BACK = "not-back"
    SPARE = "spare"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was wanted of the roster and is not so, and why.

    Undealt: `what` says how many heads of which team could not be given what, `why` names the rules in the
    way. Left out: `what` is the exchange, `why` what it would break or what there is nothing of to exchange.
    Kept: `what` says whose published duty stays on which date, `why` which rule is against it. Not back:
    `what` says whose duty of which date, lost by being away. Spare: `what` says who is called in on which
    dates, `why` what would be no worse without them. Gap: `what` says which units' plans are short by how
    many person-minutes, `why` why nobody knows that this is the least.
    """

    kind: NoteKind
    what: str
    why: str

    def __str__(self) -> str:
        return say(_NOTES[self.kind], what=self.what, why=self.why)


_NOTES = {
    NoteKind.UNDEALT: wording.NOTE_UNDEALT,
    NoteKind.LEFT_OUT: wording.NOTE_LEFT_OUT,
    NoteKind.KEPT: wording.NOTE_KEPT,
    NoteKind.NOT_BACK: wording.NOTE_NOT_BACK,
    NoteKind.SPARE: wording.NOTE_SPARE,
    NoteKind.GAP: wording.NOTE_GAP,
}


class OffCause(StrEnum):
    """Why an officer is off the rotation on a date.

    Rotation: the plain duty breaks a rule together with the plain duties that they do work. Person: the law
    keeps it from this officer. Transfer: it would break a rule together with the duties of the team that they
    come from or go to. Duties: together with what they work besides, such as a recall. Company: those who
    must be beside them are not on duty. Posts: no rule forbids it; they are free for the sake of posts. Loan:
    they serve in another unit.
    """

    ROTATION = "rotation"
    PERSON = "person"
    TRANSFER = "transfer"
    DUTIES = "duties"
    COMPANY = "company"
    POSTS = "posts"
    LOAN = "loan"


@dataclass(frozen=True, slots=True)
class OffRotation:
    """Whose duty of which date it is; `shift` is the plain one and `unit` the officer's own.

    Of a recall that is served in another unit it is the shift worked. `rule` is the first rule, by its id,
    that the plain duty would break, empty where none is.
    """

    officer: str
    day: date
    shift: str
    unit: str
    cause: OffCause
    rule: str = ""


@dataclass(frozen=True)
class Roster:
    """The duties of a horizon with what is needed to judge and remake them.

    `before` holds the duties of the days before the horizon that still count for rest, hours and coverage
    (from the history file, or assumed from the rotation). Those of dates before `known_from` are assumed; all
    are known if it is None. `tiers` are the solver's own claims, which the audit adds up again. `notes` say
    what is not in the roster though it was wanted. `off_rotation` says who is off the rotation when and why,
    by date and officer; None where it was not said. `lost` are longer shifts, recalls and duties of others
    that officers lost by being away, as they were published; they may come back (`planning.repair.lost`).
    """

    bureau: str
    fingerprint: str
    horizon: Horizon
    seed: int
    versions: Mapping[str, str]
    duties: tuple[Duty, ...]
    before: tuple[Duty, ...] = ()
    tiers: tuple[TierResult, ...] = ()
    shortages: tuple[Shortage, ...] = ()
    notes: tuple[Note, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    off_rotation: tuple[OffRotation, ...] | None = None
    known_from: date | None = None
    lost: tuple[Duty, ...] = ()

    @property
    def last_night(self) -> tuple[Duty, ...]:
        """The known duties of the dates just before the first: where they last into it they man posts."""
        early = self.horizon.first - timedelta(days=2)
        since = early if self.known_from is None else max(early, self.known_from)
        return tuple(duty for duty in self.before if duty.day >= since)

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """The notes of one kind, in their order."""
        return tuple(note for note in self.notes if note.kind is kind)

    @property
    def let_off(self) -> tuple[OffRotation, ...]:
        """The plain duties that nobody works because the rotation itself breaks a rule."""
        return tuple(one for one in self.off_rotation or () if one.cause is OffCause.ROTATION)

    @property
    def degraded(self) -> bool:
        """Posts are short of their legal minimum or their plan, or it is `reduced`."""
        return self.reduced or any(one.tier < Tier.STRENGTH for one in self.shortages)

    @property
    def reduced(self) -> bool:
        """A unit has only its plain rotation, a rule takes plain duties out of it, or something is kept.

        What is kept was published and stays though a rule is against it by now.
        """
        return bool(self.fallbacks or self.let_off or self.notes_of(NoteKind.KEPT))
