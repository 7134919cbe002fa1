"""Is all well for the coming night? Looks at all that an unattended run depends on; changes nothing."""
