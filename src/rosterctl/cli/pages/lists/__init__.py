"""Pages that are lists: what there is to choose from, what everybody has worked."""
