"""Documents on their way out, and fresh identities, for the tests of formats."""

import itertools
from datetime import UTC, datetime

from coauthor.document.model import Document
from coauthor.exchange import Specification
from coauthor.lineage.share import shares
from coauthor.lineage.status import document_status
from coauthor.workspace.themes import lock_policy

_NUMBERS = itertools.count()


def fresh() -> str:
    """Return an identity that was not given before."""
    return f"{next(_NUMBERS):010d}"


def leaving(document: Document) -> Specification:
    """Return a document ready to export."""
    status = document_status(document, [], None, lock_policy())
    return Specification(
        title=document.title,
        organisation="Amersfoort",
        standard="",
        document=document,
        status=status,
        share=shares(document, status).whole,
        version="concept",
        digest="sha256:0",
        when=datetime(2026, 11, 27, tzinfo=UTC),
        language="nl",
        theme_label=str,
    )
