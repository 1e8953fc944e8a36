"""A room in which a vendor speaks, and looking at the page of the conversation."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.review.event import Event, Voice
from coauthor.workspace.events import say
from coauthor.workspace.workspace import Workspace, open_workspace

NOW = datetime.now(UTC)
Say = Callable[..., Event]


@pytest.fixture
def room(workspace: Path) -> Workspace:
    """A municipality's workspace."""
    return open_workspace(workspace)


@pytest.fixture
def others_say(room: Workspace) -> Say:
    """Something that a vendor says."""
    entry = room.settings.documents[0]

    def others(words: str, clause: str = "", kind: str = "comment", **more: object) -> Event:
        voice = Voice("Omnisoft", "vendor", "analyst")
        return say(room, voice, kind, entry, clause, NOW, body=words, **more)  # type: ignore[arg-type]

    return others
