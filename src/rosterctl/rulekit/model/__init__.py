"""What a rule may ask of a model that is being built; imports nothing of how rosters are checked."""
