"""Sending: when what we wrote may go to others, and what waits.

Nobody gets a text on which we still have to decide: at such a place stands ours,
and theirs would seem to be refused.
"""

from dataclasses import dataclass
from datetime import datetime

import tomlkit

from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.files import write_atomically
from coauthor.history.repository import Author
from coauthor.workspace.deciding.questions import QuestionLog, decision_record
from coauthor.workspace.memo.freezing import refuse_changes
from coauthor.workspace.person import Person
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.sharing.receiving import finish
from coauthor.workspace.voting.sealing import show_sealed
from coauthor.workspace.workspace import Workspace

AGREED = "nod"
"""An answer that only agrees with what stands: nobody else is asked that question."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, for the status line: versions each way, and what is open here."""

    to_send: int
    to_receive: int
    to_decide: int
    to_look: int


def waiting(workspace: Workspace, known: str) -> Waiting:
    """Return what waits.

    Args:
        known: the reference that holds what we last knew to be at the place.
    """
    repository = workspace.repository
    ours, theirs = states.newest(repository), states.version_at(repository, known)
    ahead, behind = states.apart(repository, ours, theirs)
    log = QuestionLog(repository.private_folder)
    decisions = sum(question.to_decide for question in log.open.values())
    return Waiting(ahead, behind, decisions, len(log.open) - decisions)


def make_ready(workspace: Workspace, author: Author, when: datetime, message: str) -> str:
    """Make what we wrote ready to be sent; return the version that may go.

    What was decided becomes files in ``decisions/``, and with the decided texts a
    version; so does what was sealed in a blind round that was closed. Call this before
    every sending.

    Args:
        message: what that version is called.

    Raises:
        UserError: ``decisions-open`` with their number, or ``frozen-changed``: nothing
            may be sent yet.
        OutsideFailure: it could not be written.
    """
    finish(workspace)
    refuse_changes(workspace)
    repository = workspace.repository
    log = QuestionLog(repository.private_folder)
    count = sum(question.to_decide for question in log.open.values())
    if count:
        raise UserError("decisions-open", count=count)
    shown = show_sealed(workspace, when, Person(author.name, author.organisation))
    if shown or any(not answer.shared for answer in log.answers.values()):
        _share_answers(workspace, log, when)
        try:
            repository.commit(message, workspace.speaker(author), when)
        except UserError as error:
            if error.code != "nothing-new":
                raise
    return states.newest(repository)


def _share_answers(workspace: Workspace, log: QuestionLog, when: datetime) -> None:
    """Write each answer down where others find it; in the log it is shared from then on."""
    folder = workspace.root / "decisions"
    for answer in log.answers.values():
        if answer.shared or answer.choice == AGREED:
            continue
        folder.mkdir(parents=True, exist_ok=True)
        organisation = workspace.settings.organisation
        record = decision_record(answer, organisation, when.date().isoformat())
        write_atomically(folder / f"{new_ulid()}.toml", tomlkit.dumps(record).encode("utf-8"))
    log.share_answers()
