"""Storage: whole or not at all, and back again."""
