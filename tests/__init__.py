"""Tests mirror `src/rosterctl`; `bureaus` builds small bureaus for them."""
