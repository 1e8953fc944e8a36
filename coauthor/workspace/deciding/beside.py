"""What is shown beside a question: their text, what stood there before, and whose it is."""

from dataclasses import dataclass

from coauthor.document.lines import split_lines
from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.repository import Repository
from coauthor.workspace.deciding.questions import Question
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SideTexts:
    """The two documents beside ours."""

    theirs: Document
    before: Document


def side_texts(workspace: Workspace, question: Question) -> SideTexts:
    """Return their document and the one that both sides came from.

    Where the common ground can no longer be found, their document stands for it,
    with what was there before in the place of the question.
    """
    repository = workspace.repository
    theirs = decode(states.content(repository, question.theirs)) if question.theirs else ""
    before = _common_text(repository, question)
    if before is None:
        lines, span = split_lines(theirs), question.meeting.theirs_span
        lines[span.start : span.end] = [question.meeting.base]
        before = "".join(lines)
    return SideTexts(read_document(theirs), read_document(before))


def whose(workspace: Workspace, question: Question) -> str:
    """Return whose text it is: the organisation that wrote it, else the person, or ''."""
    if not question.version:
        return ""
    try:
        version = workspace.repository.version(question.version)
    except UserError:
        return ""
    own = workspace.settings.organisation
    return version.organisation if version.organisation not in ("", own) else version.author


def _common_text(repository: Repository, question: Question) -> str | None:
    if not question.version:
        return None
    for version in repository.versions():
        if len(version.parents) == 2 and version.parents[1] == question.version:
            found = states.common(repository, *version.parents)
            try:
                return decode(repository.read(found[0], question.path)) if found else None
            except UserError:
                return None
    return None
