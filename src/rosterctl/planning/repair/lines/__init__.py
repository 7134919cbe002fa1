"""Lines of duty that a hard rule no longer allows, and what comes off them."""
