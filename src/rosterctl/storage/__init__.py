"""Rosters on disk: written whole or not at all, read back strictly."""
