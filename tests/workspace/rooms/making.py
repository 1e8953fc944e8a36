"""A municipality with a text, its rooms with vendors, and vendors who say something there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.history.repository import Author, Repository
from coauthor.history.trust.keys import own_key
from coauthor.review.event import Event, Voice
from coauthor.workspace.events import say
from coauthor.workspace.rooms.collecting import Collection, collect, plan_collection
from coauthor.workspace.rooms.published import Publication
from coauthor.workspace.rooms.publishing import Plan, plan_publication, publish
from coauthor.workspace.workspace import Workspace, open_workspace

OWN = "Gemeente Waterrijk"
SETTINGS = """format = 1
kind = "local"
organisation = "Gemeente Waterrijk"
title = "Proef"

[[documents]]
name = "bel"
title = "Programma van eisen"
"""
TEXT = """---
title: Programma van eisen
code: BEL
---

# Heffen

Inleidende tekst.

<!-- clause aaaaaaaaaa BEL-001 kind=eis -->
### Biljet

Het systeem stelt één biljet samen.

> **rationale** Inwoners willen één biljet.
>
> **acceptance** Een inwoner ontvangt één biljet.

<!-- clause bbbbbbbbbb BEL-002 kind=eis theme=functioneel -->
### Termijn

Het systeem antwoordt binnen {{termijn: 4 uur}}.
"""


def when(minute: int = 0) -> datetime:
    return datetime(2026, 3, 2, 9, minute, 31, tzinfo=UTC)


def municipality(root: Path, text: str = TEXT, files: Mapping[str, str] | None = None) -> Workspace:
    """Make the own workspace with one version."""
    repository = Repository.create(root)
    everything = {"coauthor.toml": SETTINGS, "documents/bel.md": text, **(files or {})}
    for path, content in everything.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8"))
    repository.commit("Begin", Author("Anke Bakker", "anke@waterrijk.example", OWN), when())
    return open_workspace(root)


def rewrite(workspace: Workspace, old: str, new: str, document: str = "bel") -> None:
    """Change the text and save a version."""
    path = workspace.root / f"documents/{document}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    workspace.repository.commit("Anders", Author("Anke Bakker", organisation=OWN), when(1))


def publish_to(
    workspace: Workspace, folder: Path, *names: str, minute: int = 5, **options: bool
) -> tuple[Publication, ...]:
    """Publish the text to a room or to rooms."""
    plan = plan_publication(workspace, "bel", folder, names, **options)
    return publish(workspace, plan, when(minute), name_of)


def name_of(plan: Plan) -> str:
    return f"Tekst {plan.number}"


@dataclass
class Vendor:
    """Somebody of a vendor, in its copy of a room."""

    name: str
    root: Path
    home: Path | None = None
    """Where its own settings and key are; None: those of the test."""

    @property
    def room(self) -> Workspace:
        return open_workspace(self.root)

    def say(
        self,
        kind: str,
        clause: str = "aaaaaaaaaa",
        *,
        voice: Voice | None = None,
        save: bool = True,
        **rest: object,
    ) -> Event:
        """Say something of a clause and save a version."""
        room = self.room
        said = voice or Voice(self.name, "vendor")
        event = say(room, said, kind, room.settings.documents[0], clause, when(20), **rest)
        if save:
            self.save()
        return event

    @property
    def key(self) -> str:
        """The public key that signs its versions."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(self.home))
            return own_key().public

    def save(self) -> str:
        author = Author(f"Iemand van {self.name}", organisation=self.name)
        with pytest.MonkeyPatch.context() as patch:
            if self.home is not None:
                self.home.mkdir(exist_ok=True)
                patch.setenv("XDG_DATA_HOME", str(self.home))
            return self.room.repository.commit("Antwoord", author, when(21)).id


def collect_from(workspace: Workspace, *rooms: Path) -> Collection:
    """Collect from rooms and bring it in."""
    found = plan_collection(workspace, [str(each) for each in rooms], when(30))
    collect(workspace, found, when(30))
    return found
