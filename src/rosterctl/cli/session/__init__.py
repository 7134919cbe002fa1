"""What every command needs around its job: bureau, state, lock, signals, the record of the run."""
