"""Keeping with a release how far organisations agreed, and reading it where it is used."""

from collections.abc import Callable
from typing import Any

import tomlkit

from coauthor.document.reading import decode, encode
from coauthor.history.files import write_atomically
from coauthor.review.voting.consensus import Judged
from coauthor.review.voting.minority import FOLDER, Settled, read_settled
from coauthor.review.voting.positions import Position
from coauthor.workspace.records import toml_text
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.workspace import Workspace


def keep_positions(workspace: Workspace, number: str) -> Callable[[], None]:
    """Write down with how much agreement each clause is released; return what undoes that.

    A document about which nobody took a position has no such file.

    Args:
        number: the release.

    Raises:
        UserError: ``people-broken`` or ``voting-setting``.
        OutsideFailure: it could not be written.
    """
    room = room_of(workspace)
    before: dict[str, bytes | None] = {}

    def undo() -> None:
        for path, data in before.items():
            _put(workspace, path, data)

    for entry in workspace.settings.documents:
        path = f"{FOLDER}/{entry.name}.toml"
        file = workspace.root / path
        before[path] = file.read_bytes() if file.is_file() else None
        _put(workspace, path, _record(workspace, entry, room, number))
    return undo


def _put(workspace: Workspace, path: str, data: bytes | None) -> None:
    file = workspace.root / path
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, data)


def _record(workspace: Workspace, entry: DocumentEntry, room: Room, number: str) -> bytes | None:
    """Return the file of a document, or None where nobody took a position."""
    document = workspace.read(entry)
    judged = room.judge_all(document)
    spoken = [(clause, judged[clause.uid]) for clause in document.clauses]
    spoken = [(clause, each) for clause, each in spoken if each.spoken]
    if not spoken:
        return None
    record = tomlkit.document()
    record["format"] = 1
    record["standard"] = document.title or entry.title
    record["release"] = number
    clauses, minority = tomlkit.aot(), tomlkit.aot()
    for clause, each in spoken:
        clauses.append(_table({"clause": clause.uid, "code": clause.code, **_counts(each)}))
        for position in each.objections:
            minority.append(_table({"clause": clause.uid, **_objection(position)}))
    record["clauses"] = clauses
    if len(minority):
        record["minority"] = minority
    return encode(tomlkit.dumps(record))


def _counts(judged: Judged) -> dict[str, Any]:
    counts = {stance: judged.count(stance) for stance in ("agree", "live", "object")}
    return {"state": str(judged.state), **counts}


def _objection(position: Position) -> dict[str, Any]:
    answer = position.answers[-1] if position.answers else None
    return {
        "organisation": position.name,
        "argument": position.argument,
        "at": position.event.at,
        "answer": answer.body if answer else "",
        "answered_by": answer.voice.organisation if answer else "",
    }


def _table(values: dict[str, Any]) -> tomlkit.items.Table:
    table = tomlkit.table()
    for key, value in values.items():
        if value != "":
            table[key] = toml_text(value) if isinstance(value, str) else value
    return table


def settled(workspace: Workspace, entry: DocumentEntry) -> dict[str, Settled]:
    """Return with how much agreement the clauses of a document were released, by uid.

    Of a derived document what its standard's release says, the nearest first; of a
    standard what its own last release says. Files that cannot be read are passed over.
    """
    found: dict[str, Settled] = {}
    own = [workspace.root / FOLDER / f"{entry.name}.toml"]
    standard = workspace.settings.standard(entry.standard) if entry.standard else None
    if standard is not None:
        snapshot = workspace.root / standard.folder
        own += sorted(snapshot.rglob(f"{FOLDER}/*.toml"), key=lambda each: len(each.parts))
    for path in own:
        try:
            said = read_settled(decode(path.read_bytes()))
        except OSError:
            continue
        found = {**said, **found}
    return found
