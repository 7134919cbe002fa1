"""The nouns of the trade: frozen records that know neither files nor solvers."""
