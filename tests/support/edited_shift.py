"""The shipped station where the day was edited: until the first date from 07:00 to 19:00, then to 19:30."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty, Roster
from rosterctl.domain.shift import Shift
from rosterctl.intake.load import read_bureau
from rosterctl.operations.retired_shifts import RETIRED
from rosterctl.storage.roster.folder import Inputs, write_roster
from tests.support.bureaus import MONDAY, by_id, shift, small_bureau
from tests.support.folders import input_files, write
from tests.support.station_roster import FIRST, STATION, lawful_roster

KEY = "day-0700-1900"
"""Under which the program knows the day as it was."""
AS_IT_WAS = {
    **{"id": KEY, "name": "白班", "symbol": "白", "start": "07:00", "end": "19:00", "break": "0.00"},
    **{"handover": 0, "was": "day", "until": FIRST.isoformat()},
}
EDITED = 'own_shifts:\n  - {id: day, name: 白班, symbol: 白, start: "07:00", end: "19:30"}'


def edited_files(*, carried: bool = True) -> Inputs:
    """The files of the station after the edit; with `carried` as a version has them."""
    files = dict(input_files(STATION))
    assert b"own_shifts:" in files["bureau.yaml"]
    files["bureau.yaml"] = files["bureau.yaml"].replace(b"own_shifts:", EDITED.encode())
    if carried:
        files[RETIRED] = json.dumps({"shifts": [AS_IT_WAS]}).encode()
    return files


def edited_station(folder: Path, *, spoilt: bool = False) -> Path:
    """A roster folder of four dates; `spoilt` as an old program left it: in no shift whose times it has."""
    files = edited_files(carried=not spoilt)
    for name, data in files.items():
        write(folder.with_name(f"{folder.name}-bureau") / name, data.decode())
    bureau = read_bureau(folder.with_name(f"{folder.name}-bureau"))
    write_roster(folder, _worked(bureau), files)
    return folder


def _worked(bureau: Bureau) -> Roster:
    """The plain rotation, on the first date and before it in the day as it was."""
    plain = lawful_roster()

    def then(duty: Duty) -> Duty:
        if duty.shift != "day":
            return duty
        if duty.day <= FIRST:
            return replace(duty, shift=KEY if KEY in bureau.shifts else "day")
        last = replace(duty.slices[-1], end=bureau.shifts["day"].end)
        return replace(duty, slices=(*duty.slices[:-1], last))

    before, duties = (tuple(map(then, several)) for several in (plain.before, plain.duties))
    return replace(plain, fingerprint=bureau.fingerprint, before=before, duties=duties)


def edited_bureau() -> Bureau:
    """The small bureau with the like edit: the day is one from 07:00 to 20:00 after Monday."""
    then = small_bureau()
    was: Shift = replace(then.shifts["day"], id=KEY, was="day", until=MONDAY)
    return replace(then, shifts=by_id([was, *({**then.shifts, "day": shift("day", 7, 20)}).values()]))
