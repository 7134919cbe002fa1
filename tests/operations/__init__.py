"""Publishing and going back, on real rosters of the shipped station."""
