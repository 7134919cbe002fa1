"""Expressions, models, searches and matchings, each at its smallest."""
