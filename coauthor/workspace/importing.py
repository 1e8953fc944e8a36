"""Bringing a foreign text into a workspace: propose, look, take in."""

import secrets
from datetime import datetime
from pathlib import Path

from coauthor.document.model import Heading
from coauthor.document.reading import decode, encode
from coauthor.document.uid import new_uid
from coauthor.errors import UserError
from coauthor.exchange import SHEETS, format_of, readable
from coauthor.exchange.proposal import Cutting, Proposal
from coauthor.exchange.sheet_plan import Profile, SheetPlan
from coauthor.exchange.updating import Update
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Author
from coauthor.lineage.restoring import restore_document
from coauthor.workspace import settings as settings_file
from coauthor.workspace.bringing.profiles import kept_profiles
from coauthor.workspace.bringing.refusing import readable_bytes
from coauthor.workspace.bringing.talking import carry_over
from coauthor.workspace.memo.freezing import refuse_changes
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry, slug, with_document
from coauthor.workspace.workspace import Workspace, load_settings
from coauthor.workspace.writing_alone import alone, opened_in


def propose_file(
    path: Path, plan: Cutting | None = None, profile: Profile | None = None
) -> Proposal:
    """Return what a file would become, by the format that its name says; changes nothing.

    Args:
        plan: how a text without structure is cut, or the columns of a sheet are read; the
            likeliest way when None, which goes by the profiles that are remembered.
        profile: by which a sheet is read.

    Raises:
        UserError: ``unknown-suffix``, ``profile-no-sheet``, ``profile-not-of``, what
            `readable_bytes` refuses, or what the reader of the format says.
        OutsideFailure: the file cannot be read.
    """
    data = readable_bytes(path)
    found = format_of(path.name, readable())
    if found is None:
        suffixes = (suffix for each in readable().values() for suffix in each.suffixes)
        known = ", ".join(dict.fromkeys(suffixes))
        raise UserError("unknown-suffix", path=str(path), known=known)
    sheet = found.name in SHEETS
    if profile is not None and not sheet:
        raise UserError("profile-no-sheet", path=str(path))
    if isinstance(plan, SheetPlan) != sheet:
        plan = None
    if sheet and plan is None:
        plan = SheetPlan(profiles=(profile,) if profile else kept_profiles())
    proposal = found.reader(str(path), data, fresh_uid, plan)
    used = proposal.plan.profile if isinstance(proposal.plan, SheetPlan) else ""
    if profile is not None and used != profile.name:
        raise UserError("profile-not-of", name=profile.name, path=str(path))
    return proposal


def take_in(
    workspace: Workspace,
    path: Path,
    proposal: Proposal,
    *,
    author: Author,
    when: datetime,
    message: str,
    names: bool = False,
    beside: tuple[str, str] = ("", ""),
) -> DocumentEntry:
    """Add a proposal to the workspace as a new document, and save a version.

    Args:
        names: keep the names of who remarked on the file or changed it.
        beside: name of the standard that it derives from, and of the document in it.

    Raises:
        UserError: ``frozen-changed``.
        OutsideFailure: it could not be written; see `whole_or_nothing` for what then stays.
    """
    refuse_changes(workspace)
    name = _free_name(workspace, slug(path.stem) or "document")
    title = _title(proposal) or path.stem
    entry = DocumentEntry(name, title, *beside)
    target = workspace.file(entry)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, encode(proposal.document.text))
    settings = workspace.root / settings_file.FILE
    text = decode(read_file(settings))
    write_atomically(settings, encode(with_document(text, entry)))
    carry_over(workspace, entry, proposal, proposal.document, author=author, when=when, names=names)
    workspace.repository.commit(message, workspace.speaker(author), when)
    return load_settings(workspace.root).document(name)


def bring_up_to_date(session: Session, update: Update) -> tuple[str, ...]:
    """Make a document what a file makes of it, as one step that can be undone.

    Returns:
        Codes of the locked clauses that stay as they are.

    Raises:
        UserError: the document may not be changed.
    """
    changes, refusals = restore_document(
        session.document, update.document, session.standard, session.policy
    )
    if changes:
        session.do("import", changes, focus=0)
    return tuple(each.code or each.uid for each in refusals)


def update_document(
    workspace: Workspace,
    entry: DocumentEntry,
    update: Update,
    *,
    person: Person,
    when: datetime,
    message: str,
    outside_message: str,
    proposal: Proposal | None = None,
    names: bool = False,
) -> tuple[str, ...]:
    """Bring a document that nobody has open up to date, and save a version where it changed.

    Args:
        proposal: the file, for what was said in it.
        names: keep the names of who said it.

    Returns:
        Codes of the locked clauses that stay as they are.

    Raises:
        UserError: ``workspace-occupied``, ``frozen-changed`` and the like.
        OutsideFailure: it could not be written.
    """
    with alone(workspace, person, when) as desk:
        with opened_in(desk, entry, outside_message) as session:
            before = session.document
            locked = bring_up_to_date(session, update)
        said = 0
        if proposal is not None:
            said = say_again(
                workspace, entry, proposal, update, author=person.author, when=when, names=names
            )
        if said or session.document is not before:
            workspace.repository.commit(message, workspace.speaker(person.author), when)
    return locked


def say_again(
    workspace: Workspace,
    entry: DocumentEntry,
    proposal: Proposal,
    update: Update,
    *,
    author: Author,
    when: datetime,
    names: bool,
) -> int:
    """Say of a document that is brought up to date what was said in the file, once.

    Returns:
        How many events were written.

    Raises:
        As `carry_over`.
    """
    fates = zip(proposal.document.clauses, update.rows, strict=False)  # then what is absent
    uids = {each.uid: row.uid for each, row in fates}
    return carry_over(
        workspace,
        entry,
        proposal,
        update.document,
        author=author,
        when=when,
        names=names,
        uids=uids,
    )


def fresh_uid() -> str:
    """Return a new identity."""
    return new_uid(secrets.randbelow)


def _title(proposal: Proposal) -> str:
    """Return the title of a document; the first chapter of a list is none."""
    document = proposal.document
    if isinstance(proposal.plan, SheetPlan) and not document.front.values.get("title"):
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        return document.title if levels.count(1) == 1 else ""
    return document.title


def _free_name(workspace: Workspace, name: str) -> str:
    """Return the name, or with a number where a document or a file is called so."""
    taken = {entry.name for entry in workspace.settings.documents}
    number = 2
    free = name
    while free in taken or workspace.file(DocumentEntry(free, "")).exists():
        free = f"{name}-{number}"
        number += 1
    return free
