"""What officers have borne and what is owed to them."""
