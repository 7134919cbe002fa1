"""What a new version is laid beside and compared with, and the tables of the current one."""
