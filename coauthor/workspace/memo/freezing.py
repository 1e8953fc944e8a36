"""A specification that was published is frozen: only a numbered change by a memo is let in.

What is frozen follows from records (`coauthor.workspace.memo.frozen`). Every way in asks here:
the session, receiving, deciding, upgrading, and each act that makes a version, so that it
holds for files changed by hand as well.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import tomlkit

from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.history.files import digest_of, read_file, write_atomically
from coauthor.review.memo.frozen import CHANGE, FOLDER, FREEZE, THAW
from coauthor.workspace.memo.frozen import frozen_document, frozen_documents
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


def freeze(
    workspace: Workspace, entry: DocumentEntry, name: str, when: datetime, *, organisation: str
) -> Path:
    """Write down that a document is published as it stands on disk; return the record.

    The caller makes the version that holds it, and gives that its name.

    Raises:
        UserError: ``document-frozen`` when it is already.
        OutsideFailure: it could not be written.
    """
    if frozen_document(workspace, entry) is not None:
        raise UserError("document-frozen", document=entry.title)
    data = read_file(workspace.file(entry))
    return _write(
        workspace.root,
        {
            "format": 1,
            "kind": FREEZE,
            "document": entry.name,
            "called": name,
            "digest": digest_of(data),
            "organisation": organisation,
            "at": when.isoformat(timespec="seconds"),
        },
    )


def thaw(workspace: Workspace, entry: DocumentEntry, reason: str, when: datetime) -> Path:
    """End the freeze of a document, as when a tender is withdrawn.

    Raises:
        UserError: ``reason-missing`` or ``not-frozen``.
        OutsideFailure: it could not be written.
    """
    found = frozen_document(workspace, entry)
    if found is None:
        raise UserError("not-frozen", document=entry.title)
    if not reason.strip():
        raise UserError("reason-missing")
    record: dict[str, str | int] = {
        "format": 1,
        "kind": THAW,
        "document": entry.name,
        "freeze": found.record,
        "reason": reason.strip(),
        "at": when.isoformat(timespec="seconds"),
    }
    return _write(workspace.root, record)


def refuse_changes(workspace: Workspace) -> None:
    """Refuse to go on while a frozen document is not, on disk, what was published.

    Raises:
        UserError: ``frozen-changed`` with the title of the document.
    """
    for name in changed_frozen(workspace):
        title = next((e.title for e in workspace.settings.documents if e.name == name), name)
        raise UserError("frozen-changed", document=title)


def changed_frozen(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of frozen documents that are not what was published."""
    return tuple(
        frozen.document
        for frozen in frozen_documents(workspace.root).values()
        if _digest(workspace.root / frozen.path) != frozen.digest
    )


def refuse_writing(workspace: Workspace, files: Mapping[str, bytes | None]) -> None:
    """Refuse to write files by which a frozen document would change.

    Args:
        files: contents by path; None for one that goes.

    Raises:
        UserError: ``document-frozen``.
    """
    for frozen in frozen_documents(workspace.root).values():
        if frozen.path in files:
            data = files[frozen.path]
            if data is None or digest_of(data) != frozen.digest:
                raise UserError("document-frozen", document=frozen.document)


def refuse_touching(workspace: Workspace, path: str) -> None:
    """Refuse to write in a frozen document; raises ``document-frozen``."""
    for frozen in frozen_documents(workspace.root).values():
        if frozen.path == path:
            raise UserError("document-frozen", document=frozen.document)


def put_back(workspace: Workspace, entry: DocumentEntry) -> Path | None:
    """Put the published text of a frozen document back; what stood there is kept aside.

    Returns:
        Where the other text is kept, in the private folder, or None: nothing had changed.

    Raises:
        UserError: ``not-frozen``, or ``frozen-lost`` when no version holds that text.
    """
    frozen = frozen_document(workspace, entry)
    if frozen is None:
        raise UserError("not-frozen", document=entry.title)
    path = workspace.file(entry)
    if _digest(path) == frozen.digest:
        return None
    for version in workspace.repository.versions(entry.path):
        data = workspace.repository.read(version.id, entry.path)
        if digest_of(data) == frozen.digest:
            break
    else:
        raise UserError("frozen-lost", document=entry.title)
    aside = workspace.repository.private_folder / "aside" / f"{new_ulid()}.md"
    aside.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(aside, path.read_bytes() if path.exists() else b"")
    write_atomically(path, data)
    return aside


def change_record(
    entry: DocumentEntry,
    before: str,
    after: str,
    values: Mapping[str, str | int],
    when: datetime,
) -> bytes:
    """Return the record of a numbered change.

    Args:
        before: the whole text of the document until now.
        after: the whole text from now on.
        values: ``memo``, ``row``, ``clause``, ``code``, ``was`` and ``becomes``.
    """
    record = {
        "format": 1,
        "kind": CHANGE,
        "document": entry.name,
        "before": digest_of(encode(before)),
        "digest": digest_of(encode(after)),
        **values,
        "at": when.isoformat(timespec="seconds"),
    }
    return encode(tomlkit.dumps(record))


def _write(root: Path, record: Mapping[str, str | int]) -> Path:
    path = root / FOLDER / f"{new_ulid()}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, encode(tomlkit.dumps(record)))
    return path


def _digest(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""
