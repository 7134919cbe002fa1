"""Files as text with places: YAML, CSV, scalars, presets. Nothing is known of rosters here."""
