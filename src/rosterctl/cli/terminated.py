"""SIGTERM as an exception."""

from __future__ import annotations


class Terminated(KeyboardInterrupt):
    """SIGTERM arrived; whoever keeps a draft on Ctrl-C keeps it now too."""
