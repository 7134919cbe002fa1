"""Single mutations of a room against that room's tests: `python -m tests.mutants rules --seconds 600`."""
