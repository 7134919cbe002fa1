"""What is said of files in a bureau's folder that are not read."""

from __future__ import annotations

NOT_READ_KEY = (
    "'{name}' is not read: bureau.yaml does not name it",
    "enter it under `{key}:` in bureau.yaml, or take it out of the folder",
)
NOT_READ = (
    "'{name}' is not read: nothing in bureau.yaml names it",
    "enter it under the key that it belongs to, or take it out of the folder",
)
