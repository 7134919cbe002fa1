"""Kinds of incidents: which hold on, and which happen to a vehicle."""

from __future__ import annotations

from rosterctl.domain.people.incident import LASTING, OF_VEHICLES, IncidentKind


def test_every_kind_either_ends_or_holds_on() -> None:
    """Being back, having left and running again have no last date: something else must happen."""
    ending = {IncidentKind(word) for word in ("sick", "leave", "training", "court", "other", "vehicle-down")}
    assert set(IncidentKind) - LASTING == ending


def test_what_happens_to_vehicles_says_so_in_its_word() -> None:
    assert {kind for kind in IncidentKind if kind.value.startswith("vehicle-")} == OF_VEHICLES
