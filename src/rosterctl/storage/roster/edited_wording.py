"""The sentences about a roster.csv that was edited by hand: where its cells contradict each other."""

from __future__ import annotations

NO_SUCH_NAME = ("name: no officer is called '{name}'", "write the officer's id into officer_id")
NOBODY_CALLED = (
    "name: no officer is called '{name}', and the id {id} is somebody else's",
    "write the id and the name of whoever is on duty",
)
SEVERAL_CALLED = (
    "name: several officers are called '{name}' ({ids})",
    "write the id of the one who is meant",
)
ID_AND_NAME = (
    "name: {id} is {known}, and '{name}' is {named}; nothing tells which of the two is meant",
    "write the id and the name of one officer",
)
OTHER_HOURS = (
    "hours: {hours} are not those of {start}-{end}, which are {paid}",
    "mend the times or the hours; an empty cell is worked out",
)
BETWEEN_NAMESAKES = ", "
