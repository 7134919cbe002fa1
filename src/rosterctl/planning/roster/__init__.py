"""From what the stages came to, one roster with what it costs and the audit's verdict."""
