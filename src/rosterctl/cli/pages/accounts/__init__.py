"""What officers have borne, and the time off in lieu."""
