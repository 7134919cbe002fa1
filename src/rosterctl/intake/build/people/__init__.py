"""Who works: officers, transfers, absences, exchanges, what they bring along."""
