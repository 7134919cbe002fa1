"""A roster of other dates laid beside the current one: published rosters lie end to end, and nothing is lost.

On dates that both have, the new one counts; on all others that are not over, the current one stands. Dates
between them that neither has are made as by night. One after the other they are carried on in the bureau as
it is now, so that nobody's rest is broken where they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise, zip_longest
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import Duty, OfficerDate, Roster
from rosterctl.insight.difference import changes
from rosterctl.intake.bureau_yaml import id_of
from rosterctl.operations import wording
from rosterctl.operations.current_roster import Published, continued, instant_of
from rosterctl.operations.make import best_roster
from rosterctl.operations.next_version import Renewed, checked, load_for
from rosterctl.operations.versions.stretches import Beside, NewRoster, PublishedDates, RosterStretch
from rosterctl.planning.budget import Budget
from rosterctl.planning.params import PARAMS
from rosterctl.planning.repair.extend import join
from rosterctl.planning.repair.settle import settled
from rosterctl.planning.request import Request
from rosterctl.planning.roster.made import Made, prove_changed
from rosterctl.planning.workers.executor import Inline
from rosterctl.problems import BadInput, Place, Problem
from rosterctl.rulekit.past_shares import with_borne
from rosterctl.storage.roster.folder import BUREAU, Inputs
from rosterctl.storage.state.state import State
from rosterctl.timeline.horizon import ONE_DAY, Horizon
from rosterctl.wording import say


@dataclass(frozen=True)
class JoinedRoster:
    """What both come to; `renewed` names every duty that is not as published, or not as in the new roster.

    `new` are the dates on which the new roster counts, `filled` those that neither had. `ordered` are the
    changes of published duties on these dates, and those that are `dropped` with the dates after them.
    `fitted` are changes that nobody ordered: what does not fit where the two meet, or in the bureau as it is
    now. `not_back` are those of them that change nothing that is published: what an old version had, and what
    there is of it. `version` is the number of that old version, 0 for a new roster. With `nothing_new` the
    current roster is this already.
    """

    renewed: Renewed
    inputs: Inputs
    new: Horizon
    fitted: tuple[Change, ...]
    filled: tuple[date, ...]
    nothing_new: bool
    ordered: tuple[Change, ...] = ()
    not_back: tuple[Change, ...] = ()
    dropped: int = 0
    version: int = 0


@dataclass(frozen=True)
class _Changed:
    """Every change, what somebody ordered of it, and what nobody did; each by date and officer."""

    every: tuple[Change, ...]
    ordered: tuple[Change, ...]
    fitted: tuple[Change, ...]
    not_back: tuple[Change, ...]


def joined(
    folder: Path, state: State, published: PublishedDates, new: NewRoster, now: datetime
) -> JoinedRoster:
    """What is left of what is published, and the new roster, as one roster; nothing is written.

    `folder` is the bureau's; where there is no such bureau, the files of the new roster are the latest ones.
    BadInput when the files have mistakes or too many dates lie between the two; what `best_roster` may raise;
    Rejected when the audit finds something in the result that it does not tell.
    """
    base = published.base
    laid = Beside(published, new, base.bureau.clock.local(now).date(), now)
    stretches = tuple(laid.stretches())
    _check_between(stretches, new)
    files = folder if id_of(folder) == new.bureau.id else new.folder / BUREAU
    at = instant_of(base.bureau, laid.today, now)
    beside = tuple(laid.counting())
    bureau, inputs = load_for(files, state, base, stretches[0].first, beside=beside, now=at)
    laid = laid.in_shifts_then(bureau)
    base, stretches = laid.published.base, tuple(laid.stretches())
    joining = _Joining(bureau, base, laid.today, now)
    for stretch, later in zip_longest(stretches, stretches[1:]):
        joining.add(stretch, (later.end - stretch.end).days if later else 0)
    made = joining.proved()
    dropped = tuple(laid.dropped())
    found = _changed(laid, made.roster, joining.because, dropped)
    whole = made.roster.horizon
    old = published.layers[0].roster.horizon
    same_dates = whole.end == published.end and all(day in old for day in whole)
    renewed = checked(Renewed(bureau, made, found.every, 0, 0, tuple(joining.unmended), earliest=at))
    return JoinedRoster(
        renewed,
        inputs,
        laid.dates,
        found.fitted,
        tuple(joining.filled),
        nothing_new=same_dates and not found.every,
        ordered=found.ordered,
        not_back=found.not_back,
        dropped=len(dropped),
        version=new.version,
    )


def leaves_dates(published: Published, new: Horizon, now: datetime) -> bool:
    """Has the current roster dates that are not over and that the new one has not?"""
    left = published.horizon(published.bureau.clock.local(now).date(), now)
    return max(published.roster.horizon.first, left.first) < new.first or new.end < left.end


def _check_between(stretches: tuple[RosterStretch, ...], new: NewRoster) -> None:
    for one, other in pairwise(stretches):
        days = (other.first - one.end).days
        if days > PARAMS.repair.gap_days:
            last = other.first - ONE_DAY
            why = say(
                wording.TOO_FAR_BACK if new.version else wording.TOO_FAR_AHEAD,
                first=one.end,
                last=last,
                days=days,
                most=PARAMS.repair.gap_days,
            )
            raise BadInput([Problem(Place(str(new.folder)), *why)])


@dataclass
class _Joining:
    bureau: Bureau
    published: Published
    today: date
    now: datetime
    whole: Roster | None = None
    because: dict[OfficerDate, str] = field(default_factory=dict)
    anew: dict[str, date] = field(default_factory=dict)
    unmended: list[str] = field(default_factory=list)
    filled: list[date] = field(default_factory=list)

    @property
    def roster(self) -> Roster:
        assert self.whole is not None, "there is at least the new roster"
        return self.whole

    def add(self, stretch: RosterStretch, growth: int) -> None:
        """Carries the stretch on; there must be room for the plain rotation on `growth` dates after it."""
        if self.whole is not None and self.whole.horizon.end < stretch.first:
            self._fill(self.whole, stretch.first)
        source = replace(self.published, bureau=stretch.bureau, roster=self._part(stretch))
        since = max(stretch.first, self.today)
        other_past = self.whole is not None or self._past_of(stretch) is not stretch.roster
        found = continued(self.bureau, source, since, self.now, _search, growth=growth, other_past=other_past)
        self.because |= {(one.officer, one.day): one.reason for one in found.changes}
        self.anew = {**found.anew, **self.anew}
        self.unmended += (unit for unit in found.unmended if unit not in self.unmended)
        self.whole = found.roster if self.whole is None else join(self.bureau, self.whole, found.roster)

    def proved(self) -> Made:
        """Audited. What is against a rule and cannot be put right stays, and the roster says so."""
        at = instant_of(self.bureau, self.today, self.now)
        made = prove_changed(self.bureau, self.roster)
        final = settled(self.bureau, made, self.roster.horizon.last, self.anew, at, self.roster.seed)
        self.because = {**final.because, **self.because}
        return final.made.explained(self.bureau)

    def _part(self, stretch: RosterStretch) -> Roster:
        """The roster of the stretch; before it lies what has been joined so far, or what was worked."""
        past = self._past_of(stretch)
        horizon = Horizon(stretch.first, (stretch.end - stretch.first).days, past.horizon.since)
        before = (*past.before, *(duty for duty in past.duties if duty.day < stretch.first))
        duties = tuple(duty for duty in stretch.roster.duties if duty.day in horizon)
        return replace(
            stretch.roster, horizon=horizon, duties=duties, before=before, known_from=past.known_from
        )

    def _past_of(self, stretch: RosterStretch) -> Roster:
        """The roster that says what was worked before the stretch; its own where it is the first of all."""
        if self.whole is not None:
            return self.whole
        published = self.published.roster
        return published if published.horizon.first <= stretch.first else stretch.roster

    def _fill(self, whole: Roster, until: date) -> None:
        gap = Horizon(whole.horizon.end, (until - whole.horizon.end).days, whole.horizon.since)
        stands = with_borne(self.bureau, whole.duties, whole.horizon)
        known = replace(stands, history=(*whole.before, *whole.duties))
        self.whole = join(self.bureau, whole, _search(known, gap))
        self.filled += gap


def _search(bureau: Bureau, horizon: Horizon) -> Roster:
    with Inline() as executor:
        return best_roster(bureau, Request(horizon, Budget(PARAMS.repair.gap_seconds)), executor).roster


def _changed(
    laid: Beside, whole: Roster, because: Mapping[OfficerDate, str], dropped: Iterable[Duty]
) -> _Changed:
    new, first = laid.new, whole.horizon.first
    of_new = _named(one for one in changes(new.roster, whole, first, because) if laid.is_new(one.day))
    of_old = tuple(
        one
        for layer in laid.published.layers
        for one in changes(layer.roster, whole, first, because)
        if laid.published.of(one.day) is layer
    )
    unlike = {(one.officer, one.day) for one in of_new}
    reason = say(wording.BY_ROLLBACK, version=new.version) if new.version else say(wording.BY_NEW_ROSTER)
    dropping = say(wording.DROPPED, version=new.version)
    on_new = [one for one in of_old if laid.is_new(one.day)]
    as_new = [replace(one, reason=reason) for one in on_new if (one.officer, one.day) not in unlike]
    repaired = _named(one for one in on_new if (one.officer, one.day) in unlike)
    outside = _named(one for one in of_old if not laid.is_new(one.day))
    gone = [Change(one.officer, one.day, one, None, dropping) for one in dropped]
    ordered = (*as_new, *repaired, *gone)
    beyond = tuple(one for one in of_new if laid.published.of(one.day) is None)
    every = _in_order((*ordered, *outside, *beyond))
    told = {(one.officer, one.day) for one in every}
    not_back = tuple(one for one in of_new if (one.officer, one.day) not in told)
    return _Changed(every, _in_order(ordered), _in_order((*of_new, *outside)), _in_order(not_back))


def _named(found: Iterable[Change]) -> tuple[Change, ...]:
    """With a reason where none is known."""
    return tuple(one if one.reason else replace(one, reason=say(wording.AT_THE_SEAM)) for one in found)


def _in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(found, key=lambda one: (one.day, one.officer)))
