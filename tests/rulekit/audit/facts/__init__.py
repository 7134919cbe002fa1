"""The second reading of the facts, each by hand."""
