"""rosterctl builds, proves and explains duty rosters for traffic-patrol police."""

__version__ = "0.1.0"
