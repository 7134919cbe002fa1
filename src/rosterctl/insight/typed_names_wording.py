"""What is said when a name that somebody typed stands for nobody or for several.

A `hint` is "did you mean …", or empty; `rows` are lines with those who could be meant.
"""

from __future__ import annotations

NOBODY_MEANT = "there is no officer '{text}'{hint}"
NO_UNIT_MEANT = "there is no unit '{text}'{hint}"
NO_POST_MEANT = "there is no post '{text}'{hint}"
NO_VEHICLE_MEANT = "there is no vehicle '{text}'{hint}"
SEVERAL_OFFICERS = "'{text}' may be {number} officers; name the one by id or badge:\n{rows}"
SEVERAL_UNITS = "'{text}' may be {number} units; name the one by its id:\n{rows}"
SEVERAL_POSTS = "'{text}' may be {number} posts; name the one by its id:\n{rows}"
SEVERAL_VEHICLES = "'{text}' may be {number} vehicles; name the one by its id:\n{rows}"
ONE_OFFICER = "{id}  {name}, {unit}, team {team}"
WITH_BADGE = "{officer}, badge {badge}"
