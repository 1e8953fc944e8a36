"""Which text a file that comes in again was made of: an export, or what came in before."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from rapidfuzz.distance import Indel

from coauthor.document.model import Clause, Document, Heading, Prose
from coauthor.document.parameters import shown
from coauthor.document.rendering import to_plain
from coauthor.errors import UserError
from coauthor.exchange.recognising import known
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
    """Return the text of a document that a file is likest to; the newest version of equals.

    A version goes before the document as likely as it: where both wrote the same word
    anew a person must be asked to look.

    Clauses count that the file has otherwise than the document has them now; where those
    are equal, the text between them and their order.

    Args:
        now: the document, with what was written since its last version.
        update: what the file would make of that.
    """
    rows = list(zip(incoming.clauses, update.rows, strict=False))  # then what is absent
    asked = {row.uid: _said(clause) for clause, row in rows if row.change in ("changed", "new")}
    if not asked and not known(now, incoming):
        return now  # what a list of others says between its requirements is no news of ours
    order = [row.uid for _, row in rows]
    between = _between(incoming)

    def apart(text: Document) -> tuple[int, int]:
        clauses = sum(_apart(text.clause(uid), said) for uid, said in asked.items())
        moved = Indel.distance([uid for uid in text.positions if uid in ordered], order)
        return clauses, moved + Indel.distance(_between(text), between)

    ordered = set(order)
    best, least = now, apart(now)
    for text in _texts(workspace, entry) if any(least) else ():
        found = apart(text)
        if found < least or (found == least and best is now and text.text != now.text):
            best, least = text, found
        if not any(found):
            break
    return best


def _texts(workspace: Workspace, entry: DocumentEntry) -> Iterator[Document]:
    """Yield the last texts of a document; of a version in which it was not there, none."""
    for version in islice(versions(workspace, entry), LOOK_BACK):
        with suppress(UserError):
            yield read_version(workspace, version.id, entry)


def _apart(there: Clause | None, said: list[str]) -> int:
    """Return how many words a clause has otherwise; all of them where it is not there."""
    return Indel.distance(_said(there), said) if there is not None else len(said)


def _between(document: Document) -> list[str]:
    """Return the words between the clauses, and those at the head of the document."""
    blocks = [each.source for each in document.blocks if isinstance(each, Heading | Prose)]
    return " ".join([document.front.source, *blocks]).split()


def _said(clause: Clause) -> list[str]:
    texts = (clause.title, clause.body, *clause.fields.values())
    return " ".join(to_plain(shown(each)) for each in texts).split()
