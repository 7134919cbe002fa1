"""The pages of `show`: each as text for the screen and as fields for JSON."""
