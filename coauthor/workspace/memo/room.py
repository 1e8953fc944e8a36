"""The private room of a memo: who asked, and every draft, outside what others receive.

It is a workspace of its own, with its own history, beside the workspace of the document;
nothing that leaves the workspace of the document can reach it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import cached_property
from pathlib import Path

import tomlkit

from coauthor.document.model import Document
from coauthor.document.reading import decode, encode
from coauthor.document.toml import read_toml
from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import write_atomically
from coauthor.history.repository import Repository
from coauthor.history.sharing.places import places
from coauthor.history.trust.keys import own_key
from coauthor.review.event import FOLDER as EVENTS
from coauthor.review.event import NOTHING, Event, Voice, read_event, write_event
from coauthor.review.memo.asker import Asker
from coauthor.review.memo.folding import fold
from coauthor.review.memo.model import Register
from coauthor.workspace import settings as settings_file
from coauthor.workspace.person import Person
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.settings import Settings, write_settings
from coauthor.workspace.workspace import Workspace, load_settings, open_workspace

SUFFIX = "-nota"
"""What the name of the room adds to that of the workspace that it stands beside."""

ACTS, ASKERS = "memo", "askers"
_WHERE = "memo-room"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NAMES = tuple(each.name for each in fields(Asker))


@dataclass(frozen=True)
class Room:
    """A workspace with the private room of its memos.

    Args:
        workspace: of the documents that the questions are about.
        home: the private room.
        person: who acts.
    """

    workspace: Workspace
    home: Workspace
    person: Person

    @cached_property
    def identity(self) -> str:
        """Fingerprint of the key of who acts: by it one tells the second pair of eyes."""
        return own_key().fingerprint

    def register(self) -> Register:
        """Return the questions as they stand; bad files are passed over."""
        return fold(self.events())

    def events(self) -> Iterator[Event]:
        """Yield every act; who asked is not among them."""
        for path in (self.home.root / ACTS).glob("*/*.md"):
            try:
                text = decode(path.read_bytes())
            except OSError:
                continue
            inside = path.relative_to(self.home.root).as_posix()
            if event := read_event(f"{EVENTS}/{inside}", text):
                yield event

    def askers(self) -> tuple[Asker, ...]:
        """Return who asked, oldest first."""
        found: list[Asker] = []
        for path in sorted((self.home.root / ASKERS).glob("*/*.toml"), key=lambda p: p.name):
            try:
                values = read_toml(decode(path.read_bytes()))
            except (OSError, ValueError):
                continue
            known = {name: str(values[name]) for name in _NAMES if name in values}
            found.append(Asker(**{**known, "question": path.parent.name}))
        return tuple(found)

    def documents(self) -> dict[str, Document]:
        """Return the documents that questions may be about, by name."""
        entries = self.workspace.settings.documents
        return {entry.name: self.workspace.read(entry) for entry in entries}

    # -- writing -----------------------------------------------------------

    def begin(self, body: str, when: datetime, values: Mapping[str, str] = NOTHING) -> str:
        """Write a question down that was asked; return its id."""
        question = new_ulid().lower()
        self._keep(question, "asked", body, when, values, "")
        return question

    def act(
        self,
        question: str,
        kind: str,
        when: datetime,
        body: str = "",
        values: Mapping[str, str] = NOTHING,
    ) -> None:
        """Write down that something was done with a question; `save` makes a version of it.

        Raises:
            OutsideFailure: it could not be written.
        """
        known = (path.stem for path in (self.home.root / ACTS / question).glob("*.md"))
        self._keep(question, kind, body, when, values, max(known, default=""))

    def add_asker(self, asker: Asker) -> None:
        """Write down who asked a question."""
        folder = self.home.root / ASKERS / asker.question
        values = {k: v for k, v in asdict(asker).items() if v and k != "question"}
        _write(folder / f"{new_ulid()}.toml", encode(tomlkit.dumps(values)))

    def save(self, message: str, when: datetime) -> None:
        """Make a version of what was done in the room; nothing new is no error."""
        try:
            self.home.repository.commit(message, self.person.author, when)
        except UserError as error:
            if error.code != "nothing-new":
                raise

    def _keep(
        self,
        question: str,
        kind: str,
        body: str,
        when: datetime,
        values: Mapping[str, str],
        after: str,
    ) -> None:
        voice = Voice(self.workspace.settings.organisation, by=self.identity)
        at = when.isoformat(timespec="seconds")
        ulid = _later(after)
        event = Event(ulid, kind, ACTS, question, voice, at, body=body, values=values)
        _write(self.home.root / ACTS / question / f"{ulid}.md", encode(write_event(event)))


def room_path(workspace: Workspace) -> Path:
    """Return where the private room of a workspace is, or would be."""
    remembered = workspace.repository.private_folder / _WHERE
    try:
        return Path(decode(remembered.read_bytes()).strip())
    except OSError:
        return workspace.root.with_name(workspace.root.name + SUFFIX)


def open_room(workspace: Workspace, person: Person) -> Room | None:
    """Return the private room of a workspace, or None when there is none yet.

    Raises:
        UserError: ``memo-room-unsafe`` when it lies where others would receive it.
    """
    path = room_path(workspace)
    if not (path / settings_file.FILE).is_file():
        return None
    return Room(workspace, _checked(workspace, open_workspace(path)), person)


def make_room(workspace: Workspace, person: Person, when: datetime, message: str) -> Room:
    """Return the private room of a workspace; make it when there is none.

    Raises:
        UserError: ``memo-not-here`` in a room with vendors, ``folder-not-empty``.
        OutsideFailure: it could not be made.
    """
    if room := open_room(workspace, person):
        return room
    settings = workspace.settings
    if settings.kind == "consultation":
        raise UserError("memo-not-here")
    path = room_path(workspace)
    if path.exists() and any(path.iterdir()):
        raise UserError("folder-not-empty", path=str(path))
    own = Settings("local", settings.organisation, f"{message}: {settings.title}")
    try:
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
        repository = Repository.create(path)
        (path / settings_file.FILE).write_bytes(encode(write_settings(own)))
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error
    repository.commit(message, workspace.speaker(person.author), when)
    return Room(workspace, _checked(workspace, Workspace(path, load_settings(path))), person)


def use_room(workspace: Workspace, path: Path, person: Person) -> Room:
    """Let a workspace keep its questions in a room that is elsewhere, as one of a colleague.

    Raises:
        UserError: ``not-a-workspace``, ``memo-room-unsafe``.
    """
    home = _checked(workspace, open_workspace(path))
    private = workspace.repository.private_folder
    private.mkdir(parents=True, exist_ok=True)
    write_atomically(private / _WHERE, encode(str(home.root)))
    return Room(workspace, home, person)


def _checked(workspace: Workspace, home: Workspace) -> Workspace:
    """Refuse a room inside the workspace, around it, or shared at the same place."""
    own, other = workspace.root.resolve(), home.root.resolve()
    if own == other or own in other.parents or other in own.parents:
        raise UserError("memo-room-unsafe", path=str(home.root))
    refuse_place(workspace, [place.address.text for place in places(home.repository)])
    return home


def refuse_place(workspace: Workspace, addresses: Sequence[str]) -> None:
    """Refuse to share a private room where the workspace itself is shared."""
    shared = {place.address.text.rstrip("/") for place in places(workspace.repository)}
    for address in addresses:
        if address.rstrip("/") in shared:
            raise UserError("memo-room-unsafe", path=address)


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        raise OutsideFailure("disk-failed", path=str(path), reason=str(error)) from error


def _later(after: str) -> str:
    """Return an identifier that sorts behind another, also where that clock ran ahead."""
    made = new_ulid()
    if made > after:
        return made
    number = 1
    for letter in after:
        number = number * 32 + _CROCKFORD.index(letter)
    number += 1
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
