"""Faults planted in what makes rosters; the audit finds each in the roster made with it.

`python -m tests.planted` plants all of them and prints a table. `test_planted.py` plants a few.
"""
