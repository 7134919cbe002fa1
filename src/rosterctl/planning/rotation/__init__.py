"""Stage 1: what the rotation gives everyone, before anything is decided."""
