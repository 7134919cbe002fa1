"""Who is on duty together, moment by moment, and what they man."""
