"""The folder that goes on the path of every process whose module is a mutant."""
