"""Putting what was chosen into files: documents that are not open, settings, whole files."""

from datetime import datetime
from typing import TYPE_CHECKING

from coauthor.document.lines import split_lines, with_lines
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.files import digest_of, read_file, write_atomically
from coauthor.merge.tables import with_part
from coauthor.workspace import settings as settings_file
from coauthor.workspace.deciding.questions import Question
from coauthor.workspace.memo.freezing import refuse_touching
from coauthor.workspace.merging.result import is_document
from coauthor.workspace.session import Session
from coauthor.workspace.settings import read_settings, with_document
from coauthor.workspace.signing.waivers import policy_of
from coauthor.workspace.workspace import Workspace, load_settings

if TYPE_CHECKING:
    from coauthor.workspace.deciding.deciding import OpenQuestions


def put_in_file(
    workspace: Workspace,
    questions: "OpenQuestions",
    question: Question,
    choice: str,
    chosen: str,
) -> None:
    """Put what was chosen in the place of a question; what stands there stays.

    Raises:
        UserError: ``clause-locked`` or ``document-frozen``; ``changed-outside`` when
            another program wrote meanwhile; ``file-not-saved`` when a whole file would
            go with words that are in no version.
        OutsideFailure: the file cannot be read or written.
    """
    home = questions.home(question) if question.kind == "text" else question.path
    refuse_touching(workspace, home)
    if question.kind == "file":
        _put_file(workspace, questions, question, choice)
    elif chosen == question.meeting.merged:
        return
    elif question.kind == "key":
        _put_key(workspace, question, chosen)
    else:
        _put_text(workspace, questions, question, chosen)


def _put_key(workspace: Workspace, question: Question, chosen: str) -> None:
    path = workspace.root / question.path
    data = read_file(path)
    text = with_part(decode(data), question.part, chosen)
    if question.path == settings_file.FILE:
        read_settings(text)
    write_atomically(path, encode(text), expected=digest_of(data))


def _put_text(
    workspace: Workspace, questions: "OpenQuestions", question: Question, chosen: str
) -> None:
    home = questions.home(question)
    if not home:
        _bring_back(workspace, questions, question, chosen)
        return
    path = workspace.root / home
    data = read_file(path)
    document = read_document(decode(data))
    place = questions.place(question, document)
    entry = next((each for each in workspace.settings.documents if each.path == home), None)
    if entry is None:  # no document of ours: nothing but lines
        span = place.span
        text = with_lines(split_lines(document.text), (span.start, span.end, chosen))
    else:  # under the same rules as one that is open
        today = datetime.now().astimezone().date()
        chain, policy = workspace.chain(entry), policy_of(workspace, entry, today)
        session = Session(entry, document, chain, policy=policy)
        session.do("decide", questions.changes(document, place, chosen))
        text = session.document.text
    write_atomically(path, encode(text), expected=digest_of(data))


def _bring_back(
    workspace: Workspace, questions: "OpenQuestions", question: Question, chosen: str
) -> None:
    """Bring a document back that went since it was asked about, with what was chosen in it."""
    span = question.meeting.merged_span
    lines = split_lines(questions.text_when_asked(question))
    path = workspace.root / question.path
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, encode(with_lines(lines, (span.start, span.end, chosen))))
    if is_document(question.path):
        _list_document(workspace, question)


def _put_file(
    workspace: Workspace, questions: "OpenQuestions", question: Question, choice: str
) -> None:
    """Let their file take the place of ours, or go."""
    if choice != "theirs":
        return
    path = workspace.root / question.path
    ours = read_file(path) if path.exists() else None
    if ours is not None and question.path in workspace.repository.changed_paths():
        raise UserError("file-not-saved", path=question.path)  # it would be nowhere any more
    if not question.theirs:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        expected = None if ours is None else digest_of(ours)
        write_atomically(path, questions.contents(question.theirs), expected=expected)
    if is_document(question.path):
        _list_document(workspace, question)


def _list_document(workspace: Workspace, question: Question) -> None:
    """Let the settings name a document that came back, or no longer one that went."""
    path = workspace.root / settings_file.FILE
    data = read_file(path)
    text = decode(data)
    name = question.path.removeprefix("documents/").removesuffix(".md")
    if not (workspace.root / question.path).exists():
        text = with_part(text, ("documents", name), "")
    elif all(entry.name != name for entry in load_settings(workspace.root).documents):
        known = workspace.repository.read(question.version, settings_file.FILE)
        entries = read_settings(decode(known)).documents
        entry = next((each for each in entries if each.name == name), None)
        title = name if entry is None else entry.title
        text = with_document(text, entry or settings_file.DocumentEntry(name, title))
    write_atomically(path, encode(text), expected=digest_of(data))
