"""One file a channel: each sends a notice and says in a few words what went wrong, or nothing."""
