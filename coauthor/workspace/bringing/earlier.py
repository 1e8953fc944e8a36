"""Which text a file that comes in again was made of: an export, or what came in before."""

from itertools import islice

from rapidfuzz.distance import Indel

from coauthor.document.model import Clause, Document
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_plain
from coauthor.exchange.updating import Update
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.versions import read_version, versions
from coauthor.workspace.workspace import Workspace

LOOK_BACK = 30
"""Versions of the document that are compared with the file."""


def earlier(
    workspace: Workspace,
    entry: DocumentEntry,
    now: Document,
    incoming: Document,
    update: Update,
) -> Document:
    """Return the text of a document that a file is likest to; the newest of equals.

    Only clauses count that the file has otherwise than the document has them now.

    Args:
        now: the document, with what was written since its last version.
        update: what the file would make of that.
    """
    rows = zip(incoming.clauses, update.rows, strict=False)  # then what is absent
    asked = {row.uid: _said(clause) for clause, row in rows if row.change == "changed"}
    best, least = now, sum(_apart(now.clause(uid), said) for uid, said in asked.items())
    for version in islice(versions(workspace, entry), LOOK_BACK if asked else 0):
        text = read_version(workspace, version.id, entry)
        apart = sum(_apart(text.clause(uid), said) for uid, said in asked.items())
        if apart < least:
            best, least = text, apart
        if not apart:
            break
    return best


def _apart(there: Clause | None, said: list[str]) -> int:
    """Return how many words a clause has otherwise; all of them where it is not there."""
    return Indel.distance(_said(there), said) if there is not None else len(said)


def _said(clause: Clause) -> list[str]:
    texts = (clause.title, clause.body, *clause.fields.values())
    return " ".join(to_plain(shown(each)) for each in texts).split()
