"""What can drift is held here: README, help, presets in the wheel, rooms and their borders."""
