"""What was published: the records of it in the own workspace, and since when a text is public."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomlkit

from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.history.files import read_file, write_atomically
from coauthor.review.digest import clause_digest
from coauthor.workspace.records import DECISIONS, records
from coauthor.workspace.workspace import Workspace

KIND = "publication"
ROOMS = "rooms.json"
"""Where the rooms lie on this computer; in the private folder, for a path is nobody's business."""


@dataclass(frozen=True, slots=True)
class Publication:
    """That a document was published in a room.

    Args:
        room: what identifies the room in every copy of it.
        document: name of the document inside.
        name: its name in the room.
        version: the version inside; '' in the record of the room itself.
        room_version: the version of the room that it became.
        digest: SHA-256 of the exact text that went.
        number: the how manieth text of the document this is, from 1.
        at: ISO 8601 moment.
        organisations: for whom the room is.
        each: whether every organisation has a room of its own.
        act: the same for all rooms that got it together.
        answers: ids of our own answers that went along.
        issued: ids under which they, and the questions without the askers, stand there.
    """

    id: str
    room: str
    document: str
    name: str
    version: str
    room_version: str
    digest: str
    number: int
    at: str
    organisations: tuple[str, ...] = ()
    each: bool = False
    act: str = ""
    changed: tuple[str, ...] = field(default=())
    added: tuple[str, ...] = field(default=())
    gone: tuple[str, ...] = field(default=())
    answers: tuple[str, ...] = field(default=())
    issued: tuple[str, ...] = field(default=())


def publications(workspace: Workspace, document: str = "") -> tuple[Publication, ...]:
    """Return what was published from a workspace, oldest first; of one document, or of all."""
    return tuple(
        _read(name, values)
        for name, values in records(workspace.root, KIND)
        if not document or values.get("document") == document
    )


def keep_publication(root: Path, made: Publication, *, inside: bool) -> str:
    """Write the record of a publication; return its path inside the workspace.

    Args:
        inside: in the own workspace; else in the room, which is told nothing of ours.
    """
    path = f"{DECISIONS}/{made.id}.toml"
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, publication_bytes(made, inside=inside))
    return path


def publication_bytes(made: Publication, *, inside: bool) -> bytes:
    """Return the text of a record."""
    values: dict[str, Any] = {"format": 1, "kind": KIND}
    if inside:
        values |= {"room": made.room, "document": made.document, "name": made.name}
        values |= {"version": made.version, "room_version": made.room_version}
        values |= {"act": made.act, "each": made.each, "organisations": list(made.organisations)}
        values |= {key: list(getattr(made, key)) for key in ("answers", "issued")}
    else:
        values["document"] = made.name
    values |= {"digest": made.digest, "number": made.number, "at": made.at}
    text = tomlkit.dumps(values)
    for key in ("changed", "added", "gone"):
        if uids := getattr(made, key):
            # Letters and digits only, so they can be written without being asked one by one.
            listed = '", "'.join(uids)
            text += f'{key} = ["{listed}"]\n'
    return text.encode("utf-8")


def _read(name: str, values: Mapping[str, Any]) -> Publication:
    def word(key: str) -> str:
        return str(values.get(key, ""))

    def words(key: str) -> tuple[str, ...]:
        found = values.get(key, ())
        return tuple(str(each) for each in found) if isinstance(found, list) else ()

    number = values.get("number")
    return Publication(
        name,
        word("room"),
        word("document"),
        word("name") or word("document"),
        word("version"),
        word("room_version"),
        word("digest"),
        number if isinstance(number, int) else 1,
        word("at"),
        words("organisations"),
        values.get("each") is True,
        word("act"),
        words("changed"),
        words("added"),
        words("gone"),
        words("answers"),
        words("issued"),
    )


# -- since when --------------------------------------------------------------


class Publicity:
    """Since when clauses are public, of one workspace; reads each published text once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._texts: dict[tuple[str, str], Document | None] = {}
        self._publications = publications(workspace)

    def since(self, clause: Clause, *, exact: bool = True) -> str:
        """Return the ISO 8601 moment since when a clause is public, or '' when it is not.

        Args:
            exact: with exactly what it asks now; else in whatever words.
        """
        digest = clause_digest(clause) if exact else ""
        since = ""
        seen: set[tuple[str, str]] = set()
        for made in self._publications:
            key = (made.version, made.document)
            if key in seen:
                continue  # the same text, in another room
            seen.add(key)
            text = self._text(made)
            there = text.clause(clause.uid) if text else None
            if there is None or (exact and clause_digest(there) != digest):
                since = "" if exact else since  # what was taken back or changed counts anew
            else:
                since = since or made.at
        return since

    def _text(self, made: Publication) -> Document | None:
        key = (made.version, made.document)
        if key not in self._texts:
            self._texts[key] = _published_text(self._workspace, made)
        return self._texts[key]


def public_since(workspace: Workspace, clause: Clause) -> str:
    """Return the ISO 8601 moment since when exactly this clause is public, or ''.

    For many clauses at once, make one `Publicity` and ask that.
    """
    return Publicity(workspace).since(clause)


def _published_text(workspace: Workspace, made: Publication) -> Document | None:
    repository = workspace.repository
    try:
        version = made.version or repository.version(_last_version(workspace, made)).id
        data = repository.read(version, f"documents/{made.document}.md")
    except CoauthorError:
        return None  # a text that we have not is not known to be public
    return read_document(decode(data))


def _last_version(workspace: Workspace, made: Publication) -> str:
    """Return the version of a room that brought a publication: the one with its record."""
    path = f"{DECISIONS}/{made.id}.toml"
    return next((each.id for each in workspace.repository.versions(path)), "")


# -- where the rooms lie -----------------------------------------------------


def rooms_here(workspace: Workspace) -> dict[str, Path]:
    """Return where the rooms lie on this computer, by what identifies them."""
    try:
        values = json.loads(read_file(workspace.repository.private_folder / ROOMS))
    except (OutsideFailure, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(room): Path(str(path)) for room, path in values.items()}


def remember_rooms(workspace: Workspace, found: Mapping[str, Path]) -> None:
    """Remember where rooms lie; a comfort, so what fails is let go."""
    values = {room: str(path) for room, path in (rooms_here(workspace) | dict(found)).items()}
    path = workspace.repository.private_folder / ROOMS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(values).encode("ascii"))
    except (OSError, CoauthorError):
        return
