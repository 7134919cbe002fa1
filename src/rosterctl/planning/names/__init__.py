"""Stage 3: which named officer works what."""
