"""Stage 2: how many of each group work which choice."""
