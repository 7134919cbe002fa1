"""The bench: rosterctl beside two peers on the same input, measured with the same ruler.

`python -m tests.bench` runs it; README.md says what it shows. Nothing here is timed by a test.
"""
