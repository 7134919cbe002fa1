"""From a bureau to a roster in four stages: rotation, strength, duties, posts."""
