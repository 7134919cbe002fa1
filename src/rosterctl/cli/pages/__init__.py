"""What `show` can show: each page as text for the screen and as fields for JSON."""
