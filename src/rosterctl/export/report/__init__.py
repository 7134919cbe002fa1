"""The report of a roster, of a bureau's capacity, rules and pay hours, in words and tables for people."""
