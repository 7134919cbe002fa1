"""Who can fill a vacancy."""
