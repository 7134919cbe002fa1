"""What the files no longer have: mostly as it stood in them, with the time from which it is gone."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from rosterctl.intake.shapes.gone import GoneShape

SINCE = {"since": "2026-12-02", "at": "14:00"}
OFFICER = {"officer_id": "P1", "name": "n", "role": "sworn", "unit": "u", "team": "A"}


def test_there_may_be_nothing_of_a_kind() -> None:
    assert GoneShape.model_validate({}) == GoneShape()


def test_a_site_of_an_event_is_a_post_without_a_zone() -> None:
    (site,) = GoneShape.model_validate({"posts": [{"id": "e/1", "name": "n", "unit": "u", **SINCE}]}).posts
    assert (site.id, site.zone, site.vehicle, site.reach_km) == ("e/1", "", None, None)
    assert (site.since, site.at) == (date(2026, 12, 2), 840)


def test_an_officer_has_left_and_was_here_and_there_and_away() -> None:
    row = {
        **OFFICER,
        "left": "2026-12-02",
        "transfers": [{"from": "2026-11-01", "unit": "v", "team": "B"}],
        "absences": [{"first": "2026-12-02", "last": "2026-12-03", "kind": "sickness", "start": "10:00"}],
    }
    (one,) = GoneShape.model_validate({"officers": [row]}).officers
    assert (one.left, one.transfers[0].first) == (date(2026, 12, 2), date(2026, 11, 1))
    assert (one.absences[0].start, one.absences[0].end) == (600, None)


def test_an_officer_who_has_not_left_is_not_gone() -> None:
    with pytest.raises(ValidationError):
        GoneShape.model_validate({"officers": [OFFICER]})
