"""One roster on disk: the folder, its JSON and its CSV."""
