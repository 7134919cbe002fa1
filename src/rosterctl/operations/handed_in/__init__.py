"""What people hand in from Excel: lists for the bureau's files, rosters that were edited."""
