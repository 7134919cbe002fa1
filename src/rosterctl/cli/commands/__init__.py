"""One file a command. Being there is being registered; each has a click command called `command`."""
