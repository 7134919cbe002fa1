"""Rows that we add to the bureau's own files."""
