"""The page that lies before an executive."""

from datetime import datetime

from coauthor.exchange.decision import Page
from coauthor.lineage.status import document_status
from coauthor.review.signing.sign_offs import seal_of
from coauthor.workspace.signing.sign_offs import Dossier, dossier, signatures
from coauthor.workspace.workspace import Workspace


def page_of(
    workspace: Workspace, when: datetime, language: str, *, shown: Dossier | None = None
) -> Page:
    """Return what lies before who signs, ready to show or write.

    Args:
        shown: what it is about; as it is on disk when None.
    """
    lies = dossier(workspace, when.date()) if shown is None else shown
    documents = []
    for entry, signed in zip(workspace.settings.documents, lies.texts, strict=True):
        document = lies.documents[entry.name]
        chain = [each.document for each in workspace.chain(entry)]
        status = document_status(document, chain, None, workspace.policy)
        documents.append((signed, document, status, lies.deviations[entry.name]))
    return Page(
        title=workspace.settings.title,
        organisation=workspace.settings.organisation,
        documents=documents,
        signatures=signatures(workspace, when.date()),
        when=when,
        language=language,
        seal=seal_of(lies.texts, lies.accepted),
        example=workspace.settings.example,
    )
