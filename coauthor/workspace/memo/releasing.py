"""Publishing a specification: named, frozen, and from then on changed by memos only."""

from datetime import datetime

from coauthor.errors import CoauthorError, UserError
from coauthor.history.repository import Name
from coauthor.review.rights import MEMO_PUBLISH
from coauthor.workspace.baselines import name_version
from coauthor.workspace.events import demand
from coauthor.workspace.memo.freezing import freeze, refuse_changes, thaw
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace


def publish_specification(
    workspace: Workspace,
    entry: DocumentEntry,
    name: str,
    person: Person,
    when: datetime,
    message: str,
) -> Name:
    """Save a document as it stands, give that version a name for good, and freeze it.

    Raises:
        UserError: ``not-allowed``, ``document-frozen``, ``name-taken``, ``name-unfit``.
        OutsideFailure: it could not be written; the document is not frozen.
    """
    demand(workspace, MEMO_PUBLISH)
    refuse_changes(workspace)
    name = " ".join(name.split())
    if name in workspace.repository.names():
        raise UserError("name-taken", name=name)
    organisation = workspace.settings.organisation
    record = freeze(workspace, entry, name, when, organisation=organisation)
    try:
        version = save_version(workspace, message, person.author, when)
    except CoauthorError:
        record.unlink(missing_ok=True)
        raise
    return name_version(workspace, name, person.author, when, version_id=version.id, freeze=True)


def end_freeze(
    workspace: Workspace,
    entry: DocumentEntry,
    reason: str,
    person: Person,
    when: datetime,
    message: str,
) -> None:
    """Let a document be written in again, with a reason, as when a tender is withdrawn.

    Raises:
        UserError: ``not-allowed``, ``not-frozen``, ``reason-missing``, ``frozen-changed``.
    """
    demand(workspace, MEMO_PUBLISH)
    refuse_changes(workspace)
    thaw(workspace, entry, reason, when)
    save_version(workspace, message, person.author, when)
