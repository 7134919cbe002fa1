"""The audit half of the kit."""
