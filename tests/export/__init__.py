"""Exports, read back by other programs."""
