"""Officers, and what happens to them: absences, wishes, exchanges, incidents."""
