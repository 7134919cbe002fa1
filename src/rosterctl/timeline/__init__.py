"""Time: local dates and wall clocks become instants here and nowhere else."""
