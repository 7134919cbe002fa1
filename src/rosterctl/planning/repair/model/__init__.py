"""The model of a repair: the lines of named officers, what changes cost, and its search."""
