"""Lists as people keep them in Excel, made into rows of the bureau's own files."""
