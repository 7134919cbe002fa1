"""What rules are made of: how they are found, their options, and what their two sides share."""
