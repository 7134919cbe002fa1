"""Files in, a checked Bureau out: the only room that reads YAML and bureau CSV."""
