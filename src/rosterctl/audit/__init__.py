"""The audit re-proves a roster from the files on disk; it shares no code with what made the roster."""
