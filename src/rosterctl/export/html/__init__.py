"""The page: one file for a browser, which asks for nothing."""
