"""Where searches run: here, in child processes, or on a cluster."""
