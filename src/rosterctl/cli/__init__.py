"""The command line: commands parse, call one job, print, and return an exit code."""
