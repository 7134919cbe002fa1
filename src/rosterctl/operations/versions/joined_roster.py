"""A roster of other dates laid beside the current one: published rosters lie end to end, and nothing is lost.

On dates that both have, the new one counts; on all others that are not over, the current one stands. Dates
between them that neither has are made as by night. One after the other they are carried on in the bureau as
it is now, so that nobody's rest is broken where they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise, zip_longest
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.domain.roster import OfficerDate, Roster
from rosterctl.insight.difference import changes
from rosterctl.intake.bureau_yaml import id_of
from rosterctl.operations import wording
from rosterctl.operations.current_roster import Published, continued, instant_of
from rosterctl.operations.make import make_roster
from rosterctl.operations.next_version import Renewed, checked, load_for
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
class NewRoster:
    """The roster of a folder with its bureau, which the audit found clean."""

    folder: Path
    bureau: Bureau
    roster: Roster


@dataclass(frozen=True)
class JoinedRoster:
    """What both come to; `renewed` names every duty that is not as published, or not as in the new roster.

    `new` are the dates of the new roster, `filled` those that neither had. `fitted` are changes that nobody
    ordered: what does not fit where the two meet, or in the bureau as it is now. With `nothing_new` the
    current roster is this already.
    """

    renewed: Renewed
    inputs: Inputs
    new: Horizon
    fitted: tuple[Change, ...]
    filled: tuple[date, ...]
    nothing_new: bool


@dataclass(frozen=True)
class _Stretch:
    """The dates from `first` to the one before `end` of a roster, and the bureau that it was made for."""

    bureau: Bureau
    roster: Roster
    first: date
    end: date


def joined(folder: Path, state: State, published: Published, new: NewRoster, now: datetime) -> JoinedRoster:
    """What is left of the current roster, and the new one, as one roster; nothing is written.

    `folder` is the bureau's; where there is no such bureau, the files of the new roster are the latest ones.
    BadInput when the files have mistakes or too many dates lie between the two; what `make_roster` may raise;
    Rejected when the audit finds something in the result that it does not tell.
    """
    today = published.bureau.clock.local(now).date()
    stretches = tuple(_stretches(published, new, today, now))
    _check_between(stretches, new)
    files = folder if id_of(folder) == new.bureau.id else new.folder / BUREAU
    bureau, inputs = load_for(files, state, published, stretches[0].first, beside=((new.bureau, new.roster),))
    joining = _Joining(bureau, published, today, now)
    for stretch, later in zip_longest(stretches, stretches[1:]):
        joining.add(stretch, (later.end - stretch.end).days if later else 0)
    made = joining.proved()
    fitted, every = _told(published.roster, new.roster, made.roster, joining.because)
    old, more = published.roster.horizon, new.roster.horizon
    is_in = old.first <= more.first and more.end <= old.end
    untouched = is_in and not any(one.day in old for one in every)
    renewed = checked(Renewed(bureau, made, every, 0, 0, tuple(joining.unmended)))
    return JoinedRoster(renewed, inputs, new.roster.horizon, fitted, tuple(joining.filled), untouched)


def leaves_dates(published: Published, new: Horizon, now: datetime) -> bool:
    """Has the current roster dates that are not over and that the new one has not?"""
    left = published.horizon(published.bureau.clock.local(now).date(), now)
    return max(published.roster.horizon.first, left.first) < new.first or new.end < left.end


def _stretches(published: Published, new: NewRoster, today: date, now: datetime) -> Iterator[_Stretch]:
    """What stands of the two, in the order of their dates."""
    old, more = published.roster.horizon, new.roster.horizon
    begin = max(published.horizon(today, now).first, min(old.first, more.first))
    for whose, first, end in (
        (published, old.first, min(old.end, more.first)),
        (new, more.first, more.end),
        (published, max(old.first, more.end), old.end),
    ):
        since = max(first, begin)
        if since < end:
            yield _Stretch(whose.bureau, whose.roster, since, end)


def _check_between(stretches: tuple[_Stretch, ...], new: NewRoster) -> None:
    for one, other in pairwise(stretches):
        days = (other.first - one.end).days
        if days > PARAMS.repair.gap_days:
            last = other.first - ONE_DAY
            why = say(wording.TOO_FAR_AHEAD, first=one.end, last=last, days=days, most=PARAMS.repair.gap_days)
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

    def add(self, stretch: _Stretch, growth: int) -> None:
        """Carries the stretch on; there must be room for the plain rotation on `growth` dates after it."""
        if self.whole is not None and self.whole.horizon.end < stretch.first:
            self._fill(self.whole, stretch.first)
        source = replace(self.published, bureau=stretch.bureau, roster=self._part(stretch))
        since = max(stretch.first, self.today)
        found = continued(
            self.bureau, source, since, self.now, _search, growth=growth, other_past=self.whole is not None
        )
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
        return final.made

    def _part(self, stretch: _Stretch) -> Roster:
        """The roster of the stretch; before it lies what has been joined so far."""
        roster, end = stretch.roster, stretch.end
        if self.whole is None:
            own = roster.horizon
            horizon = Horizon(own.first, (end - own.first).days, own.since)
            return replace(roster, horizon=horizon, duties=tuple(d for d in roster.duties if d.day < end))
        horizon = Horizon(stretch.first, (end - stretch.first).days, self.whole.horizon.since)
        duties = tuple(duty for duty in roster.duties if duty.day in horizon)
        return replace(
            roster, horizon=horizon, duties=duties, before=(*self.whole.before, *self.whole.duties)
        )

    def _fill(self, whole: Roster, until: date) -> None:
        gap = Horizon(whole.horizon.end, (until - whole.horizon.end).days, whole.horizon.since)
        stands = with_borne(self.bureau, whole.duties, whole.horizon)
        known = replace(stands, history=(*whole.before, *whole.duties))
        self.whole = join(self.bureau, whole, _search(known, gap))
        self.filled += gap


def _search(bureau: Bureau, horizon: Horizon) -> Roster:
    with Inline() as executor:
        return make_roster(bureau, Request(horizon, Budget(PARAMS.repair.gap_seconds)), executor).roster


def _told(
    old: Roster, new: Roster, whole: Roster, because: dict[OfficerDate, str]
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What nobody ordered, and every change, each with its reason, by date and officer."""
    first = whole.horizon.first
    of_new = _named(changes(new, whole, first, because), wording.AT_THE_SEAM)
    unlike = {(one.officer, one.day) for one in of_new}
    of_old = changes(old, whole, first, because)
    ordered = {one for one in of_old if one.day in new.horizon and (one.officer, one.day) not in unlike}
    by_order = (replace(one, reason=wording.BY_NEW_ROSTER) for one in ordered)
    others = _named((one for one in of_old if one not in ordered), wording.AT_THE_SEAM)
    beyond = (one for one in of_new if one.day not in old.horizon)
    outside = (one for one in others if one.day not in new.horizon)
    return _in_order((*of_new, *outside)), _in_order((*by_order, *others, *beyond))


def _named(found: Iterable[Change], reason: str) -> tuple[Change, ...]:
    """With this reason where none is known."""
    return tuple(one if one.reason else replace(one, reason=reason) for one in found)


def _in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(found, key=lambda one: (one.day, one.officer)))
