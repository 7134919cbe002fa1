"""Operations: what a command does with rosters and the state."""
