"""A memo to the rooms in which vendors read the specification, and the text that it changed.

The memo goes to whoever got the specification, all at once; what the vendors asked in
their own names stays where it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.workspace.rooms.planning import plan_publication
from coauthor.workspace.rooms.published import Publication, publications, rooms_here
from coauthor.workspace.rooms.publishing import Naming, publish
from coauthor.workspace.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of bringing a memo to the rooms.

    Args:
        rooms: how many rooms got something.
        doubts: titles of documents that a person must look at before they go.
        away: how many rooms do not lie on this computer.
    """

    rooms: int = 0
    doubts: tuple[str, ...] = ()
    away: int = 0


def deliver(
    root: Path, documents: Sequence[str], memo: str, when: datetime, naming: Naming
) -> Delivered:
    """Bring a memo, and the documents that it changed, to the rooms that had those.

    Args:
        root: of the workspace, which is read anew: the memo is a new document of it.
        documents: names of the documents that the questions are about.
        memo: name of the document of the memo.

    Raises:
        UserError: ``not-allowed``, ``room-changed``.
        OutsideFailure: something could not be written.
    """
    workspace = open_workspace(root)
    groups, away = _groups(workspace, documents)
    reached: set[Path] = set()
    doubts: list[str] = []
    for document, group in groups:
        for name in (document, memo):
            doubt = _publish(workspace, name, group, when, naming)
            if doubt:
                doubts.append(doubt)
            else:
                reached.update(group.rooms)
    return Delivered(len(reached), tuple(dict.fromkeys(doubts)), away)


def delivered(went: Delivered, text: Catalogue) -> str:
    """Return in words what came of it; '' when there are no rooms."""
    said = []
    if went.rooms:
        said.append(text("memo-rooms-reached", count=went.rooms))
    if went.doubts:
        said.append(text("memo-rooms-doubts", titles=", ".join(went.doubts)))
    if went.away:
        said.append(text("memo-rooms-away", count=went.away))
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class _Group:
    """Rooms that get a text together: one for all, or one for each organisation."""

    folder: Path
    organisations: tuple[str, ...]
    each: bool
    rooms: tuple[Path, ...]


def _groups(workspace: Workspace, documents: Sequence[str]) -> tuple[list[tuple[str, _Group]], int]:
    """Return each document with the rooms that got it, and how many rooms are not here."""
    folders = rooms_here(workspace)
    latest: dict[tuple[str, str], Publication] = {}
    for made in publications(workspace):
        if made.document in documents:
            latest[made.document, made.room] = made
    away = 0
    together: dict[tuple[str, Path, bool], list[tuple[Path, Publication]]] = {}
    for made in latest.values():
        folder = folders.get(made.room)
        if folder is None or not folder.is_dir():
            away += 1
            continue
        where = folder.parent if made.each else folder
        together.setdefault((made.document, where, made.each), []).append((folder, made))
    groups = [
        (
            document,
            _Group(
                where,
                tuple(dict.fromkeys(o for _, made in found for o in made.organisations)),
                each,
                tuple(folder for folder, _ in found),
            ),
        )
        for (document, where, each), found in together.items()
    ]
    return groups, away


def _publish(workspace: Workspace, name: str, group: _Group, when: datetime, naming: Naming) -> str:
    """Publish a document in a group; return its title where a person must look first."""
    try:
        plan = plan_publication(workspace, name, group.folder, group.organisations, each=group.each)
    except UserError as error:
        if error.code == "publication-same":
            return ""
        raise
    if plan.needs_a_look:
        return plan.outgoing.title
    publish(workspace, plan, when, naming)
    return ""
