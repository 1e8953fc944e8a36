"""Making a room, and the next version of one: what goes in is given, file by file."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import tomlkit

from coauthor.document.reading import decode, encode
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.files import failure
from coauthor.history.fresh import (
    begin_untraced,
    make_version,
    remove_traces,
    room_id,
    stand_on,
)
from coauthor.history.repository import Author
from coauthor.history.sharing.joining import built_aside
from coauthor.history.states import FileState, State
from coauthor.history.switching import Switch, steps_between
from coauthor.history.trust.keys import KeyFile
from coauthor.review.people import FILE as PEOPLE
from coauthor.review.people import Organisation
from coauthor.workspace import settings as settings_file
from coauthor.workspace.rooms.guarding import (
    allowed,
    people_there,
    signing_key,
    with_publisher,
)
from coauthor.workspace.rooms.outgoing import Outgoing
from coauthor.workspace.settings import (
    Settings,
    with_document,
    with_standard,
    write_settings,
)
from coauthor.workspace.sharing.receiving import ChangedOutsideError, receiving_alone, switch_to
from coauthor.workspace.workspace import Workspace, open_workspace


@dataclass(frozen=True, slots=True)
class Made:
    """A room that got a version: what identifies the room, and that version."""

    room: str
    version: str


def people_text(organisations: Iterable[Organisation], publisher: str, key: KeyFile) -> str:
    """Return ``people.toml`` with these organisations, and the publisher as its steward."""
    tables = tomlkit.aot()
    for each in organisations:
        table = tomlkit.table()
        table["name"] = each.name
        if each.party:
            table["party"] = each.party
        tables.append(table)
    document = tomlkit.document()
    document["format"] = 1
    document["organisations"] = tables
    with_publisher(document, publisher, key)
    return tomlkit.dumps(document)


@contextlib.contextmanager
def new_room(
    folder: Path,
    settings: Settings,
    organisations: Iterable[Organisation],
    outgoing: Outgoing,
    more: Mapping[str, bytes],
    when: datetime,
    message: str,
    key: KeyFile,
) -> Iterator[Made]:
    """Build a room aside; it stands in its folder when the block ends well.

    Args:
        settings: with kind, organisation, title and language of the room.
        more: other files, such as the record.
        key: of the room.

    Raises:
        UserError: ``folder-not-empty``.
        OutsideFailure: it cannot be written; nothing is left behind.
    """
    standards = (outgoing.standard,) if outgoing.standard else ()
    whole = replace(settings, documents=(outgoing.room_entry,), standards=standards)
    files = {
        settings_file.FILE: encode(write_settings(whole)),
        PEOPLE: encode(people_text(organisations, settings.organisation, key)),
        **outgoing.files,
        **more,
    }
    with built_aside(folder.expanduser().absolute()) as aside:
        repository = begin_untraced(aside)
        try:
            for path, data in files.items():
                target = aside / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        except OSError as error:
            raise failure(error, folder) from error
        paths = (".gitattributes", *files)
        state = {
            path: FileState(states.keep(repository, (aside / path).read_bytes())) for path in paths
        }
        version = make_version(
            repository, state, (), message, _speaker(settings.organisation), when, key
        )
        stand_on(repository, version)
        made = Made(room_id(repository), version)
        del repository
        remove_traces(aside)
        yield made


def _speaker(organisation: str) -> Author:
    """Return who speaks in a room: the organisation, never a person."""
    return Author(organisation, organisation=organisation)


def next_version(
    room: Workspace,
    organisations: Iterable[Organisation],
    outgoing: Outgoing,
    more: Mapping[str, bytes],
    when: datetime,
    message: str,
    key: KeyFile,
) -> Made:
    """Put the next text of a document into a room that is there.

    Raises:
        UserError: ``room-changed`` when the files of the room are not as in its newest
            version; ``receiving-elsewhere``; ``room-key-missing`` when it was made with
            another key, which is not here.
        OutsideFailure: it cannot be written; it is finished by the next start.
    """

    def change(before: State) -> dict[str, FileState]:
        files = {
            **_room_files(room, before, organisations, outgoing, key),
            **outgoing.files,
            **more,
        }
        after = _without_old(before, outgoing) | _kept(room, files)
        return _with_pictures(room, after)

    return _change(room, change, when, message, key)


def add_files(
    room: Workspace, files: Mapping[str, bytes], when: datetime, message: str, key: KeyFile
) -> Made:
    """Put files into a room beside what is there.

    Raises:
        UserError: as `next_version`.
        OutsideFailure: as `next_version`.
    """
    return _change(room, lambda before: {**before, **_kept(room, files)}, when, message, key)


def _kept(room: Workspace, files: Mapping[str, bytes]) -> dict[str, FileState]:
    return {path: FileState(states.keep(room.repository, data)) for path, data in files.items()}


def _change(
    room: Workspace,
    change: Callable[[State], Mapping[str, FileState]],
    when: datetime,
    message: str,
    key: KeyFile,
) -> Made:
    repository = room.repository
    with receiving_alone(room):
        old = states.newest(repository)
        there = states.state_of(repository, old)
        speaker = _speaker(room.settings.organisation)
        before = allowed(repository, there, old)
        signing = signing_key(room, before, key)
        base = old
        if before != there:
            # First what was forbidden goes, for what is built upon it is not taken either.
            base = make_version(repository, before, (old,), message, speaker, when, signing)
        after = change(before)
        new = make_version(repository, after, (base,), message, speaker, when, signing)
        switch = Switch(repository, old, new, steps_between(there, after), {"questions": []})
        try:
            switch_to(room, switch)
        except ChangedOutsideError as error:
            raise UserError("room-changed", path=str(room.root)) from error
    return Made(room_id(repository), new)


def _room_files(
    room: Workspace,
    before: State,
    organisations: Iterable[Organisation],
    outgoing: Outgoing,
    key: KeyFile,
) -> dict[str, bytes]:
    repository = room.repository
    text = decode(states.content(repository, before[settings_file.FILE].id))
    text = with_document(text, outgoing.room_entry)
    if outgoing.standard:
        text = with_standard(text, outgoing.standard)
    found = {settings_file.FILE: encode(text)}
    there = people_there(room, before)
    known = {each.name for each in there.organisations}
    added = [each for each in organisations if each.name not in known]
    if added or not there.members:
        written = tomlkit.document()
        if PEOPLE in before:
            written = tomlkit.parse(decode(states.content(repository, before[PEOPLE].id)))
        tables = written.setdefault("organisations", tomlkit.aot())
        for each in added:
            table = tomlkit.table()
            table["name"], table["party"] = each.name, each.party
            tables.append(table)
        if not there.members:
            with_publisher(written, room.settings.organisation, key)
        found[PEOPLE] = encode(tomlkit.dumps(written))
    return found


def _without_old(before: State, outgoing: Outgoing) -> dict[str, FileState]:
    """Return the state without the snapshot of before, of which the new one may hold less."""
    if not outgoing.standard:
        return dict(before)
    folder = f"{outgoing.standard.folder}/"
    return {path: file for path, file in before.items() if not path.startswith(folder)}


def _with_pictures(room: Workspace, state: Mapping[str, FileState]) -> dict[str, FileState]:
    """Return the state without pictures that no text shows any more."""
    texts = [
        decode(states.content(room.repository, file.id))
        for path, file in state.items()
        if path.startswith("documents/")
    ]
    return {
        path: file
        for path, file in state.items()
        if not path.startswith("images/") or any(f"../{path}" in text for text in texts)
    }


def open_room(folder: Path) -> Workspace | None:
    """Return the room in a folder, or None when the folder is empty or not there.

    Raises:
        UserError: ``room-foreign`` when something else is there.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    if not (folder / settings_file.FILE).is_file():
        raise UserError("room-foreign", path=str(folder))
    room = open_workspace(folder)
    if room.settings.kind != "consultation":
        raise UserError("room-foreign", path=str(folder))
    return room
