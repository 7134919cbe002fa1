"""What a bureau can hold, by arithmetic and before any search."""
