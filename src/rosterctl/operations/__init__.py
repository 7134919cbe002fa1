"""What a duty office does with rosters, each as one job that a command calls."""
