"""What a planner asks about a bureau or a roster: capacity, causes, comparisons."""
