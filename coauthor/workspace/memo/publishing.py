"""Publishing a memo: its changes into the frozen text, its text to everybody, no askers.

The order is such that a death of the program is made good by publishing again: what is
in the document or among the documents already is not done twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coauthor.document.clauses import with_body
from coauthor.document.reading import decode, encode
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.memo import to_markdown
from coauthor.exchange.specification import Text
from coauthor.history.files import read_file, write_atomically
from coauthor.review.memo.model import Question, Way
from coauthor.review.memo.publication import Memo, Readiness, Row, memo_row, readiness
from coauthor.review.rights import MEMO_PUBLISH
from coauthor.workspace import settings as settings_file
from coauthor.workspace.events import demand
from coauthor.workspace.memo.answering import known_names
from coauthor.workspace.memo.freezing import change_record, freeze, refuse_changes
from coauthor.workspace.memo.frozen import frozen_documents, memo_changes
from coauthor.workspace.memo.room import Room
from coauthor.workspace.opening import Desk, open_document
from coauthor.workspace.records import RecordFile
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry, with_document
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace, load_settings

Report = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Said:
    """What versions are called that publishing makes; ``{number}`` is that of the memo."""

    changes: str
    memo: str
    room: str

    @classmethod
    def of(cls, text: Text) -> "Said":
        """Return what they are called in a language."""
        return cls(
            text("version-memo-changes"),
            text("version-memo-published", number="{number}"),
            text("version-memo-marked", number="{number}"),
        )


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.

    Args:
        changes: how many clauses got another text.
        entry: the document that the memo has become.
        documents: names of the documents that the questions are about.
    """

    memo: Memo
    changes: int
    entry: DocumentEntry
    documents: tuple[str, ...] = ()


def ready_now(room: Room) -> Readiness:
    """Return what can be published, what stops it and what stays behind."""
    return readiness(room.register(), known_names(room), room.documents())


def preview(room: Room, number: int, when: datetime, title: str) -> Memo:
    """Return a memo that was published, by its number; 0 for all that could be now.

    Raises:
        UserError: ``no-such-memo``.
    """
    register = room.register()
    if not number:
        return _memo(room, register.last_memo + 1, ready_now(room).ready, when, title)
    found = [each for each in register.questions if each.memo == number]
    if not found:
        raise UserError("no-such-memo", memo=number)
    found.sort(key=lambda each: each.memo_row)
    return _memo(room, number, found, when, title)


def publish(
    room: Room,
    desk: Desk,
    when: datetime,
    said: Said,
    text: Text,
    report: Report = lambda _: None,
) -> Published:
    """Publish every approved question as the next memo.

    Args:
        desk: to open documents from; what a window has open it amends itself before this,
            with `amend_open`, and saves.
        report: hears what is being done, a key of a message.

    Raises:
        UserError: ``not-allowed``, ``memo-blocked`` with how many questions stop it,
            ``memo-nothing-ready``, ``frozen-changed``.
        OutsideFailure: it could not be written; publishing again goes on from there.
    """
    workspace = room.workspace
    now = plan(room)
    number = room.register().last_memo + 1
    title = text("memo-title", number=number)
    memo = _memo(room, number, now.ready, when, title)
    report("memo-step-changes")
    changed = _change_documents(room, desk, memo, now.ready, when, said)
    report("memo-step-document")
    entry = _add_document(workspace, memo, text, when)
    _save(workspace, said.memo.format(number=number), room, when)
    report("memo-step-register")
    for row, question in enumerate(now.ready, start=1):
        values = {"memo": str(number), "row": str(row)}
        room.act(question.id, "published", when, values=values)
    room.save(said.room.format(number=number), when)
    documents = tuple(dict.fromkeys(each.document for each in now.ready if each.document))
    return Published(memo, changed, entry, documents)


def _memo(
    room: Room, number: int, questions: Sequence[Question], when: datetime, title: str
) -> Memo:
    workspace = room.workspace
    documents, before = room.documents(), _earlier(workspace)
    titles = {entry.name: entry.title for entry in workspace.settings.documents}
    rows: list[Row] = []
    for row, question in enumerate(questions, start=1):
        document = documents.get(question.document)
        clause = document.clause(question.clause) if document and question.clause else None
        was = before.get((number, question.clause), clause.body if clause else "")
        rows.append(memo_row(row, question, titles.get(question.document, ""), clause, was))
    settings = workspace.settings
    day = when.date().isoformat()
    return Memo(number, title, settings.organisation, day, tuple(rows), settings.language)


def _earlier(workspace: Workspace) -> dict[tuple[int, str], str]:
    """Return what clauses said before the memo that changed them."""
    return {
        (int(each.get("memo", 0)), str(each.get("clause", ""))): str(each.get("was", ""))
        for _, each in memo_changes(workspace.root)
    }


def _change_documents(
    room: Room,
    desk: Desk,
    memo: Memo,
    questions: Sequence[Question],
    when: datetime,
    said: Said,
) -> int:
    """Put the changes of a memo into the documents; returns how many there are."""
    changing = _changing(questions)
    done = set(_earlier(room.workspace))
    for name in dict.fromkeys(each.document for _, each in changing):
        entry = room.workspace.entry(name)
        here = [(r, e) for r, e in changing if e.document == name]
        here = [(r, e) for r, e in here if (memo.number, e.clause) not in done]
        if not here:
            continue
        opened = open_document(desk, entry, outside_message=said.changes)
        try:
            _amend(room, opened.session, memo.number, here, when)
        finally:
            if opened.keeper is not None:
                opened.keeper.close()
    return len(changing)


def plan(room: Room) -> Readiness:
    """Return what would be published, when nothing stands in the way.

    Raises:
        UserError: ``not-allowed``, ``memo-blocked``, ``memo-nothing-ready``,
            ``frozen-changed``.
    """
    demand(room.workspace, MEMO_PUBLISH)
    refuse_changes(room.workspace)
    now = ready_now(room)
    if now.blocks:
        raise UserError("memo-blocked", count=len(now.blocks))
    if not now.ready:
        raise UserError("memo-nothing-ready")
    return now


def amend_open(
    room: Room, session: Session, planned: Readiness, number: int, when: datetime
) -> None:
    """Put the changes of a memo into a document that a window has open.

    Args:
        number: of the memo.
    """
    done = set(_earlier(room.workspace))
    here = [(r, e) for r, e in _changing(planned.ready) if e.document == session.entry.name]
    here = [(r, e) for r, e in here if (number, e.clause) not in done]
    _amend(room, session, number, here, when)


def _changing(questions: Sequence[Question]) -> list[tuple[int, Question]]:
    """Return the questions that change a clause, with their number in the memo."""
    return [
        (row, each)
        for row, each in enumerate(questions, start=1)
        if each.change and each.clause and not _is_withdrawn(each)
    ]


def _is_withdrawn(question: Question) -> bool:
    """Tell whether the tender is withdrawn over this change: then nothing changes."""
    return question.choice is not None and question.choice.way is Way.WITHDRAW


def _amend(
    room: Room,
    session: Session,
    memo: int,
    changing: Sequence[tuple[int, Question]],
    when: datetime,
) -> None:
    """Make each change a step with its record: *wijziging n.a.v. NvI n*."""
    for row, question in changing:
        index = session.document.positions.get(question.clause)
        clause = session.document.clause(question.clause)
        if index is None or clause is None:
            raise UserError("no-such-clause", uid=question.clause)
        after = with_body(clause, question.change)
        blocks = list(session.document.blocks)
        blocks[index] = after
        becomes = replace(session.document, blocks=tuple(blocks))
        values: dict[str, str | int] = {
            "memo": memo,
            "row": row,
            "clause": clause.uid,
            "code": clause.code,
            "was": clause.body,
            "becomes": after.body,
        }
        record = change_record(session.entry, session.document.text, becomes.text, values, when)
        session.amend(index, question.change, RecordFile(room.workspace, record))


def _add_document(workspace: Workspace, memo: Memo, text: Text, when: datetime) -> DocumentEntry:
    """Write the memo as a frozen document of the workspace, so that it travels to every room."""
    entry = DocumentEntry(f"nvi-{memo.number}", memo.title)
    path = workspace.file(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, to_markdown(memo, text))
    settings = workspace.root / settings_file.FILE
    known = load_settings(workspace.root)
    if all(each.name != entry.name for each in known.documents):
        written = with_document(decode(read_file(settings)), entry)
        write_atomically(settings, encode(written))
    if entry.name not in frozen_documents(workspace.root):
        organisation = workspace.settings.organisation
        freeze(workspace, entry, memo.title, when, organisation=organisation)
    return entry


def _save(workspace: Workspace, message: str, room: Room, when: datetime) -> None:
    try:
        save_version(workspace, message, room.person.author, when)
    except CoauthorError as error:
        if error.code != "nothing-new":
            raise
