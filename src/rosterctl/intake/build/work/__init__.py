"""What is to be worked: calendar, rotations, units, posts, events."""
