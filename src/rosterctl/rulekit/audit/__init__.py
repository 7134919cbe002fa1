"""A roster as it was worked, in datetimes: what the checks read; imports nothing of how rosters are made."""
