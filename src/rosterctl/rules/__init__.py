"""One file a rule: its manual, its options, its constraint, its check. Being there is being registered."""
