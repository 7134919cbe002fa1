"""What a roster leaves short, and why."""
