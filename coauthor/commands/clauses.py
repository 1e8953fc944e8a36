"""A clause that a command is about, in its document opened to write."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coauthor.commands import now
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.session import Session
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace


def find_clause(workspace: "Workspace", said: str) -> "tuple[DocumentEntry, str]":
    """Return the document and the uid of a clause, by its uid or its code.

    One that we left out is found where the standard has it.

    Raises:
        UserError: ``no-such-clause``.
    """
    for entry in workspace.settings.documents:
        texts = [workspace.read(entry), *(each.document for each in workspace.chain(entry)[:1])]
        for document in texts:
            for clause in document.clauses:
                if said in (clause.uid, clause.code):
                    return entry, clause.uid
    raise UserError("no-such-clause", uid=said)


@contextlib.contextmanager
def at_clause(
    workspace: "Workspace", said: str, text: Catalogue
) -> "Iterator[tuple[Session, str]]":
    """Give the open document of a clause and its uid; saves the file afterwards.

    Raises:
        UserError: ``no-such-clause`` or ``workspace-occupied``.
    """
    from coauthor.workspace.person import read_person
    from coauthor.workspace.writing_alone import alone, opened_in

    entry, uid = find_clause(workspace, said)
    with (
        alone(workspace, read_person(), now()) as desk,
        opened_in(desk, entry, text("version-outside")) as session,
    ):
        yield session, uid
