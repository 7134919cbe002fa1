"""What is said of lists that were handed in."""
