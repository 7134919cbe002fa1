"""The state folder of a bureau: published versions, the journal, the history of runs."""
