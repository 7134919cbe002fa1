"""A published roster carried on: what stands stays, what has broken is mended with the fewest changes."""
