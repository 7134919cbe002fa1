"""Publishing a roster that continues the published one: by night, or because something has happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.change import Change
from rosterctl.export.changes_csv import changes_csv
from rosterctl.export.spreadsheet import Sheet
from rosterctl.operations.ledger import borne, carried_files, carried_into, opening
from rosterctl.operations.periods import Period
from rosterctl.operations.publish import Publication, Rejected
from rosterctl.operations.published import Published
from rosterctl.planning.roster.made import Made
from rosterctl.storage.roster.folder import Inputs, roster_files
from rosterctl.storage.roster.reasons import CHANGES
from rosterctl.storage.state.deeds import Deed, Version
from rosterctl.storage.state.state import State

Load = Callable[[Inputs], tuple[Bureau, Inputs]]
"""Reads the bureau and its files, with these files as if they stood among them. BadInput."""
Papers = Callable[[Bureau, Made], Inputs]
"""What is kept with a roster for people to read, by file name."""


@dataclass(frozen=True)
class Renewed:
    """What came of it. `version` is the one published now; None when nothing has changed, or in a dry run.

    `weight` is that of the changes that were chosen and `bound` the least that any choice could weigh (see
    `planning.repair.stage`). `unmended` are units for which there is no lawful repair; they keep what stands.
    """

    bureau: Bureau
    made: Made
    changes: tuple[Change, ...]
    weight: int
    bound: int
    unmended: tuple[str, ...]
    version: Version | None = None

    @property
    def degraded(self) -> bool:
        return self.made.degraded or bool(self.unmended)


def load_for(state: State, published: Published | None, load: Load, first: date) -> tuple[Bureau, Inputs]:
    """The bureau with what everybody has borne before the first date; at first its own ledger says that.

    Every file is read once, so that an edit in the meantime is in all of the bureau or in nothing of it.
    """
    if published is not None and published.bureau.carried:
        read = published.bureau, published.roster
        carried = carried_files(borne([Period(lambda: read)], first))
    else:
        carried = carried_into(state, first)
    if carried:
        return load(carried)
    bureau, files = load({})
    return load({**files, **carried_files(opening(bureau))})


def checked(renewed: Renewed) -> Renewed:
    """The same; Rejected when the audit found something."""
    if not renewed.made.verdict.clean:
        raise Rejected(renewed.made.verdict)
    return renewed


def publish_renewed(
    state: State,
    what: str,
    renewed: Renewed,
    inputs: Inputs,
    base: int | None,
    order: Publication,
    papers: Papers,
) -> Version:
    """As a version of the locked state; it must have passed `checked`."""
    extras = dict(papers(renewed.bureau, renewed.made))
    extras[CHANGES] = changes_csv(renewed.bureau, renewed.changes, Sheet())
    deed = Deed(what, order.who, order.now, base, order.because)
    return state.publish(deed, roster_files(renewed.made.roster, inputs, extras))
