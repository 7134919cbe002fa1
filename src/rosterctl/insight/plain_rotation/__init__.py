"""What the plain rotations of a bureau come to under its rulebook, by arithmetic and before any search."""
