"""The shipped station where the day was edited: until the first date from 07:00 to 19:00, then to 19:30."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from rosterctl.domain.bureau import Bureau
from rosterctl.domain.roster import Duty
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
EDITED = 'own_shifts:\n  - {{id: day, name: 白班, symbol: 白, start: "{start}", end: "19:30"}}'


def edited_station(folder: Path) -> Path:
    """A roster folder of four dates of the plain rotation, until the first in the day as it was."""
    bureau, files = _edited(folder, "07:00", carried=True)
    plain = lawful_roster()

    def then(duty: Duty) -> Duty:
        if duty.shift != "day":
            return duty
        if duty.day <= FIRST:
            return replace(duty, shift=KEY)
        return replace(duty, slices=(replace(duty.slices[0], end=bureau.shifts["day"].end),))

    before, duties = (tuple(map(then, several)) for several in (plain.before, plain.duties))
    write_roster(folder, replace(plain, fingerprint=bureau.fingerprint, before=before, duties=duties), files)
    return folder


def spoilt_station(folder: Path) -> Path:
    """As an old program left it: the day begins at 06:00 by now, and is carried nowhere as it was."""
    bureau, files = _edited(folder, "06:00", carried=False)
    write_roster(folder, replace(lawful_roster(), fingerprint=bureau.fingerprint), files)
    return folder


def _edited(folder: Path, start: str, *, carried: bool) -> tuple[Bureau, Inputs]:
    """The station after the edit, read from the disk beside the folder."""
    files = dict(input_files(STATION))
    text = files["bureau.yaml"].decode()
    assert "own_shifts:" in text
    files["bureau.yaml"] = text.replace("own_shifts:", EDITED.format(start=start)).encode()
    if carried:
        files[RETIRED] = json.dumps({"shifts": [AS_IT_WAS]}).encode()
    for name, data in files.items():
        write(folder.with_name(f"{folder.name}-bureau") / name, data.decode())
    return read_bureau(folder.with_name(f"{folder.name}-bureau")), files


def edited_bureau() -> Bureau:
    """The small bureau with the like edit: the day is one from 07:00 to 20:00 after Monday."""
    then = small_bureau()
    was: Shift = replace(then.shifts["day"], id=KEY, was="day", until=MONDAY)
    return replace(then, shifts=by_id([was, *({**then.shifts, "day": shift("day", 7, 20)}).values()]))
