"""What is said in other languages than English: for each a folder, in it a module for each `wording.py`.

A module takes over every key of its `wording.py`, with the same fields in the order that the language likes.
"""
