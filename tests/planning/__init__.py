"""The stages of planning, each by its smallest case."""
