"""Stage 4: who stands where in each moment of the duty."""
