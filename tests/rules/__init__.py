"""One test module a rule; `enumeration_board` proves each constraint against its check."""
