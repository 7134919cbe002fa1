"""Chinese, in the words of the trade."""
