"""Commands for the conversation: list the threads, remark, reply, resolve, reopen."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, one_line, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.document.model import Clause, Document
    from coauthor.review.discussion.threads import Thread
    from coauthor.review.event import Event
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace

WHOLE = "-"
"""What is typed in the place of a number to speak of the document as a whole."""


def _comments(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = [
        (entry, thread)
        for entry, thread in _threads(workspace)
        if (thread.is_open or not options.open)
        and options.clause in (None, thread.first.clause, _code(workspace, entry, thread))
    ]
    if options.json:
        values = [_values(workspace, entry, thread) for entry, thread in found]
        print_json({"format": 1, "threads": values})
    else:
        for entry, thread in found:
            _print(workspace, entry, thread, text)
    return LEFT if any(thread.is_open for _, thread in found) else DONE


def _threads(workspace: "Workspace") -> Iterator[tuple["DocumentEntry", "Thread"]]:
    from coauthor.workspace.discussion.conversation import Conversation
    from coauthor.workspace.discussion.discussing import Threads

    talk = Conversation(workspace.root)
    talk.refresh()
    threads = Threads(talk)
    for entry in workspace.settings.documents:
        for thread in threads.of(entry.name):
            yield entry, thread


_READ: dict[Path, "Document"] = {}


def _document(workspace: "Workspace", entry: "DocumentEntry") -> "Document":
    """Return a document, read once for all its threads."""
    file = workspace.file(entry)
    if file not in _READ:
        _READ[file] = workspace.read(entry)
    return _READ[file]


def _code(workspace: "Workspace", entry: "DocumentEntry", thread: "Thread") -> str:
    uid = thread.first.clause
    if not uid:
        return WHOLE
    clause = _document(workspace, entry).clause(uid)
    return clause.code if clause is not None and clause.code else uid


def _print(
    workspace: "Workspace", entry: "DocumentEntry", thread: "Thread", text: Catalogue
) -> None:
    from coauthor.workspace.discussion.discussing import place_of

    uid = thread.first.clause
    name = _code(workspace, entry, thread) if uid else text("cli-thread-document")
    state = text(f"thread-{'open' if thread.is_open else 'resolved'}")
    print(f"{thread.id}  {state}  {one_line(entry.name)}  {one_line(name)}")
    place = place_of(workspace, entry, thread.first, _document(workspace, entry))
    if place is not None:
        quote = one_line(thread.first.values.get("quote", ""))
        print(f"  „{quote}” ({text(f'anchor-{place.found.value}')})")
    for event in thread.events:
        for line in _lines(event, text):
            print(f"  {line}")


def _lines(event: "Event", text: Catalogue) -> Iterator[str]:
    """Yield what somebody said, so that it cannot steer the terminal."""
    voice = event.voice
    role = text(f"role-{voice.role}") if text.has(f"role-{voice.role}") else voice.role
    who = " · ".join(filter(None, (voice.organisation or "–", role)))
    said = text(f"said-{event.kind}") if text.has(f"said-{event.kind}") else event.kind
    yield one_line(f"{event.at[:16].replace('T', ' ')}  {who}  {said}")
    for line in event.body.splitlines():
        yield f"  {one_line(line)}".rstrip()


def _values(workspace: "Workspace", entry: "DocumentEntry", thread: "Thread") -> dict[str, Any]:
    from coauthor.review.discussion.threads import mentions
    from coauthor.workspace.discussion.discussing import place_of

    place = place_of(workspace, entry, thread.first, _document(workspace, entry))
    anchor = None
    if place is not None:
        anchor = {
            "quote": thread.first.values.get("quote", ""),
            "found": place.found.value,
            "uid": place.clause or None,
            "start": place.start,
            "end": place.end,
        }
    return {
        "id": thread.id,
        "document": entry.name,
        "uid": thread.first.clause or None,
        "code": _code(workspace, entry, thread) if thread.first.clause else None,
        "open": thread.is_open,
        "anchor": anchor,
        "events": [
            {
                "id": event.id,
                "kind": event.kind,
                "organisation": event.voice.organisation,
                "role": event.voice.role or None,
                "at": event.at,
                "mentions": list(mentions(event)),
                "body": event.body,
            }
            for event in thread.events
        ],
    }


def _comment(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.discussion.discussing import begin_thread
    from coauthor.workspace.discussion.seen import Seen
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    clause = None
    if options.clause != WHOLE:
        clause = _clause(workspace.read(entry), options.clause)
    event = begin_thread(
        workspace,
        entry,
        read_person(),
        "question" if options.question else "comment",
        options.text,
        now(),
        clause=clause,
        stretch=_stretch(clause, options.quote),
        mention=options.mention,
    )
    Seen(workspace).mark([event.id])
    print(text("cli-commented", thread=event.id))
    return DONE


def _clause(document: "Document", name: str) -> "Clause":
    found = next((each for each in document.clauses if name in (each.code, each.uid)), None)
    if found is None:
        raise UserError("no-clause-here", clause=name)
    return found


def _stretch(clause: "Clause | None", quote: str) -> tuple[int, int] | None:
    """Return where words stand in a clause.

    Raises:
        UserError: ``quote-not-there`` when they do not, or more than once.
    """
    if not quote:
        return None
    if clause is None or clause.body.count(quote) != 1:
        raise UserError("quote-not-there", quote=quote)
    start = clause.body.index(quote)
    return start, start + len(quote)


def _reply(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.discussion.discussing import reply
    from coauthor.workspace.discussion.seen import Seen
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    entry, thread = _find(workspace, options.thread)
    person, words = read_person(), options.text
    event = reply(workspace, entry, person, thread, words, now(), mention=options.mention)
    Seen(workspace).mark([event.id])
    print(text("cli-commented", thread=thread.id))
    return DONE


def _resolve(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.discussion.discussing import resolve
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    entry, thread = _find(workspace, options.thread)
    resolve(workspace, entry, read_person(), thread, now())
    print(text("cli-resolved", thread=thread.id))
    return DONE


def _reopen(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.discussion.discussing import reopen
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    entry, thread = _find(workspace, options.thread)
    reopen(workspace, entry, read_person(), thread, now())
    print(text("cli-reopened", thread=thread.id))
    return DONE


def _find(workspace: "Workspace", name: str) -> tuple["DocumentEntry", "Thread"]:
    for entry, thread in _threads(workspace):
        if thread.id == name:
            return entry, thread
    raise UserError("no-such-thread", thread=name)


_MENTION: tuple[tuple[str, ...], dict[str, Any]] = (
    ("--mention",),
    {"action": "append", "default": []},
)

DISCUSSING: Commands = {
    "comments": (
        _comments,
        (
            WORKSPACE,
            (("--open",), {"action": "store_true"}),
            (("--clause",), {"metavar": "CODE"}),
            JSON,
        ),
    ),
    "comment": (
        _comment,
        (
            (("document",), {"type": Path}),
            (("clause",), {"metavar": "CODE"}),
            (("text",), {}),
            (("--quote",), {"default": ""}),
            (("--question",), {"action": "store_true"}),
            _MENTION,
        ),
    ),
    "reply": (_reply, (WORKSPACE, (("thread",), {}), (("text",), {}), _MENTION)),
    "resolve": (_resolve, (WORKSPACE, (("thread",), {}))),
    "reopen": (_reopen, (WORKSPACE, (("thread",), {}))),
}
"""The commands of this module."""
