"""What a file becomes in a workspace: a new document, or news for one that is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coauthor.document.model import Document
from coauthor.exchange.proposal import Proposal
from coauthor.exchange.recognising import alike, known, resembling
from coauthor.exchange.updating import Change, Update, first_time, updated
from coauthor.language import Catalogue
from coauthor.workspace.bringing.earlier import earlier
from coauthor.workspace.settings import DocumentEntry, slug
from coauthor.workspace.workspace import Workspace


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
