"""From shapes to the nouns of the bureau, cross-checked."""
