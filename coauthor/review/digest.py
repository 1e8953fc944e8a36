"""Digests: what somebody agreed to, answered or signed, told by its exact words."""

import hashlib

from coauthor.document.model import Clause, Document

NORMATIVE = ("kind", "priority", "theme", "locked")
"""Attributes that change what a clause asks; see `coauthor.lineage.comparison.NORMATIVE`."""


def clause_digest(clause: Clause) -> str:
    """Return the SHA-256, in hex, of what a clause asks: title, body, kind, priority, theme.

    Blanks at the ends do not count; code, rationale and notes may change freely.
    """
    said = [clause.title.strip(), clause.body.strip(), *map(clause.marker.get, NORMATIVE)]
    said.append(clause.fields.get("acceptance", "").strip())
    return hashlib.sha256("\x00".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def document_digest(document: Document) -> str:
    """Return the SHA-256, in hex, of the exact text of a document."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
