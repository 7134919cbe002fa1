"""Two commits give the same rosters byte for byte: `python -m tests.same_bytes BEFORE AFTER`."""
