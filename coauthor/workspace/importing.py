"""Bringing a foreign text into a workspace: propose, look, take in."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from coauthor.document.model import Document, Heading
from coauthor.document.reading import decode, encode
from coauthor.document.uid import new_uid
from coauthor.errors import UserError
from coauthor.exchange import SHEETS, format_of, readable
from coauthor.exchange.proposal import Cutting, Proposal
from coauthor.exchange.recognising import alike, known, resembling
from coauthor.exchange.sheet_plan import Profile, SheetPlan
from coauthor.exchange.updating import Change, Update, first_time, updated
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Author
from coauthor.language import Catalogue
from coauthor.lineage.restoring import restore_document
from coauthor.workspace import settings as settings_file
from coauthor.workspace.bringing.earlier import earlier
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


@dataclass(frozen=True)
class Intake:
    """What a file becomes in a workspace: a new document, or news for one that is there.

    Args:
        entry: the document that has these clauses already; None for a new one.
        update: the text that it becomes, and what becomes of each clause.
        like: for a new one, the document that a person may have meant, and how many of the
            clauses seem to stand there.
    """

    entry: DocumentEntry | None
    update: Update
    like: tuple[DocumentEntry, int] | None = None


def judge(
    workspace: Workspace,
    path: Path,
    proposal: Proposal,
    open_texts: Mapping[str, Document] | None = None,
    wanted: str | None = None,
    *,
    anew: bool = False,
) -> Intake:
    """Return what a file becomes in a workspace; changes nothing.

    A document that has clauses of the file by their identity is brought up to date; so is
    the one of the same name when it has half of the clauses by code or exact text. What
    was written there since the file was made stays.

    Args:
        open_texts: by name, the texts of documents that are being written now.
        wanted: name of the document to bring up to date; '' for a new one in any case.
        anew: the file's words stand, also where somebody wrote here since it was made.

    Raises:
        UserError: ``no-such-document``.
        OutsideFailure: a document cannot be read.
    """
    texts = {
        entry.name: (open_texts or {}).get(entry.name) or workspace.read(entry)
        for entry in workspace.settings.documents
    }
    incoming = proposal.document
    best = _document_of(path, proposal, texts) if wanted is None else wanted
    if not best:
        like = _like(workspace, texts, proposal) if wanted is None else None
        return Intake(None, first_time(incoming), like)
    entry = workspace.entry(best)
    others = [text for name, text in texts.items() if name != best]
    elsewhere = {each.uid for text in others for each in text.clauses}
    fill = partial(updated, texts[best], incoming, elsewhere, worn=proposal.worn)
    update = fill()
    if anew:
        return Intake(entry, update)
    source = earlier(workspace, entry, texts[best], incoming, update)
    return Intake(entry, update if source.text == texts[best].text else fill(earlier=source))


def _document_of(path: Path, proposal: Proposal, texts: Mapping[str, Document]) -> str:
    """Return the name of the document that a file surely is; '' where none is."""
    shared = {name: known(text, proposal.document) for name, text in texts.items()}
    best = max(shared, key=lambda name: shared[name], default="")
    if shared.get(best):
        return best
    name = slug(path.stem) or "document"
    is_same = name in texts and alike(texts[name], proposal.document) * 2 >= proposal.clauses
    return name if is_same else ""


def _like(
    workspace: Workspace, texts: Mapping[str, Document], proposal: Proposal
) -> tuple[DocumentEntry, int] | None:
    """Return the document that a file of another name resembles most, if it has half of it."""
    counts = {name: resembling(text, proposal.document) for name, text in texts.items()}
    best = max(counts, key=lambda name: counts[name], default="")
    if not counts.get(best) or counts[best] * 2 < proposal.clauses:
        return None
    return workspace.entry(best), counts[best]


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


def told_of(intake: Intake, text: Catalogue) -> str:
    """Return in one line what a file changes in the document that it belongs to."""
    update = intake.update
    shown: tuple[Change, ...] = ("new", "changed", "same", "absent")
    counts = {each: update.count(each) for each in shown}
    said = text("import-update", document=intake.entry.title if intake.entry else "", **counts)
    if number := update.count("elsewhere"):
        said += " " + text("import-update-elsewhere", count=number)
    if kept := sum(each.meanwhile == "kept" for each in update.rows):
        said += " " + text("import-update-kept", count=kept)
    if met := [each.code or each.title for each in update.rows if each.meanwhile == "met"]:
        said += " " + text("import-update-met", clauses=", ".join(met))
    if update.between:
        said += " " + text("import-update-between")
    return said


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
