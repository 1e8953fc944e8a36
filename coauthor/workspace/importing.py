"""Bringing a foreign text into a workspace: propose, look, take in."""

import secrets
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import decode, encode
from coauthor.document.uid import new_uid
from coauthor.errors import UserError
from coauthor.exchange import foreign, format_of, readable
from coauthor.exchange.proposal import Plan, Proposal
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Author
from coauthor.workspace import settings as settings_file
from coauthor.workspace.freezing import refuse_changes
from coauthor.workspace.settings import DocumentEntry, slug, with_document
from coauthor.workspace.workspace import Workspace, load_settings

LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""


def propose_file(path: Path, plan: Plan | None = None) -> Proposal:
    """Return what a file would become, by the format that its name says; changes nothing.

    Args:
        plan: how a text without structure is cut; the likeliest way when None.

    Raises:
        UserError: ``unknown-suffix``, ``file-too-large``, ``file-empty``, or what the
            reader of the format says.
        OutsideFailure: the file cannot be read.
    """
    found = format_of(path.name, readable())
    if found is None:
        known = ", ".join(suffix for each in readable().values() for suffix in each.suffixes)
        raise UserError("unknown-suffix", path=str(path), known=known)
    if path.is_file() and path.stat().st_size > LIMIT:
        raise UserError("file-too-large", path=str(path))
    data = read_file(path)
    if not data.strip():
        raise UserError("file-empty", path=str(path))
    if found.name == "md":
        return foreign.read(str(path), data, fresh_uid, plan)
    return found.reader(str(path), data, fresh_uid)


def take_in(
    workspace: Workspace,
    path: Path,
    proposal: Proposal,
    *,
    author: Author,
    when: datetime,
    message: str,
) -> DocumentEntry:
    """Add a proposal to the workspace as a new document, and save a version.

    Raises:
        UserError: ``frozen-changed``.
        OutsideFailure: it could not be written; the workspace is as it was.
    """
    refuse_changes(workspace)
    taken = {entry.name for entry in workspace.settings.documents}
    name = _free_name(slug(path.stem) or "document", taken)
    title = proposal.document.title or path.stem
    entry = DocumentEntry(name, title)
    target = workspace.file(entry)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, encode(proposal.document.text))
    settings = workspace.root / settings_file.FILE
    text = decode(read_file(settings))
    write_atomically(settings, encode(with_document(text, entry)))
    workspace.repository.commit(message, workspace.speaker(author), when)
    return load_settings(workspace.root).document(name)


def fresh_uid() -> str:
    """Return a new identity."""
    return new_uid(secrets.randbelow)


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free
