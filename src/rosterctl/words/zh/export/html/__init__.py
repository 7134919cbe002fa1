"""What the rooms of the same names say, in Chinese."""
