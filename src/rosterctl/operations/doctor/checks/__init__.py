"""One file a check. Being there is being registered; the docstring says what is looked at, and why."""
