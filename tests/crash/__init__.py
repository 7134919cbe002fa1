"""Processes killed in the middle of a write."""
