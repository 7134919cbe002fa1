"""The audit proves a roster again from the files on disk. It reads the facts itself and knows no plan."""
