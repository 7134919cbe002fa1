"""How times are told."""

AFTER_MIDNIGHT = "{when}（{day}夜班）"
