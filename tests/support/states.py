"""States with small things published in them, and ways to spoil them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from rosterctl.storage.state.state import Deed, State, Version

NOW = datetime(2026, 12, 1, 5, 40, tzinfo=UTC)


def deed(what: str = "publish", base: int | None = None, note: str = "") -> Deed:
    return Deed(what, "planner", NOW, base, note)


def files(text: str) -> dict[str, bytes]:
    """Nobody here reads the roster, so that a word will do for one."""
    return {"roster.json": text.encode(), "bureau/bureau.yaml": b"bureau: demo\n"}


def published(folder: Path, *texts: str) -> State:
    """A state with a version for each text."""
    state = State(folder / "state")
    for text in texts:
        publish(state, text)
    return state


def publish(state: State, text: str, **more: object) -> Version:
    with state.lock():
        assert state.settle() == ()
        return state.publish(deed(**more), files(text))  # type: ignore[arg-type]


def settled(state: State) -> tuple[str, ...]:
    with state.lock():
        return state.settle()


def numbers(state: State) -> list[int]:
    return [version.number for version in state.versions()]


def pointed(state: State) -> int | None:
    """What somebody reads who looks at the pointer alone."""
    found: int | None = json.loads((state.folder / "current").read_text())["version"]
    return found


def assert_sound(state: State) -> None:
    """Everything verifies, the pointer names the current version, and there is nothing left to mend."""
    assert state.verify() == ()
    current = state.current()
    assert pointed(state) == (current.number if current else None)
    assert settled(state) == ()
