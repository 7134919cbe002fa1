"""Operations: publishing and going back, and what was borne over published rosters."""
