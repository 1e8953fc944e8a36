"""The municipality's side of the vendor desk: what the market covers, on screen and in a file."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange.coverage import CoverageReport, coverage_html, coverage_xlsx
from coauthor.history.files import write_out
from coauthor.language import Catalogue
from coauthor.review.event import Event
from coauthor.review.market.coverage import Market, market
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.seats import locked_clauses, sides_of
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.themes import themes
from coauthor.workspace.workspace import Workspace, open_workspace

FORMATS = {"xlsx": coverage_xlsx, "html": coverage_html}
"""What a coverage can be written as."""


def market_of(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    events: Iterable[Event],
    when: datetime,
) -> Market:
    """Return the market coverage of a document.

    Args:
        events: everything said of the document.

    Raises:
        UserError: ``people-broken``.
    """
    return market(
        document.clauses,
        events,
        sides_of(workspace),
        locked=locked_clauses(workspace, entry, document),
        today=when.date(),
    )


def said_of(workspace: Workspace, entry: DocumentEntry) -> tuple[Event, ...]:
    """Return everything said of a document, from disk."""
    conversation = Conversation(workspace.root)
    conversation.refresh()
    return conversation.of(entry.name)


def export_market(
    root: Path, name: str, text: str, format_name: str, output: Path, when: datetime, language: str
) -> None:
    """Write the coverage of a document to a file; for a process of its own.

    Args:
        name: the document.
        text: its text as it is being written.

    Raises:
        UserError: ``unknown-format``; as `market_of`.
        OutsideFailure: ``cannot-write``; what was there stays.
    """
    writer = FORMATS.get(format_name)
    if writer is None:
        raise UserError("unknown-format", format=format_name, known=", ".join(FORMATS))
    workspace = open_workspace(root)
    entry = workspace.entry(name)
    document = read_document(text)
    labels = {theme.key: theme.label(language) for theme in themes()}
    report = CoverageReport(
        title=document.title or entry.title,
        organisation=workspace.settings.organisation,
        market=market_of(workspace, entry, document, said_of(workspace, entry), when),
        when=when,
        language=language,
        theme_label=lambda key: labels.get(key, key),
    )
    data = writer(report, Catalogue(language))
    write_out(output, data)
