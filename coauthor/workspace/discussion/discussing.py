"""Asking, remarking, replying, resolving: what a person can do in the conversation."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from coauthor.document.model import Clause, Document
from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.review.discussion.anchors import (
    Anchor,
    Heirs,
    Place,
    anchor_at,
    anchor_of,
    body_digest,
    is_untouched,
    locate,
)
from coauthor.review.discussion.threads import (
    BEGINNING,
    REOPEN,
    REPLY,
    RESOLVE,
    Listener,
    Thread,
    mention_value,
    threads,
)
from coauthor.review.event import NOTHING, Event
from coauthor.review.people import ROLES
from coauthor.review.rights import COMMENT as MAY_COMMENT
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.events import acting, demand, people_of, say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.versions import read_version
from coauthor.workspace.workspace import Workspace

_VERSION = re.compile(r"[0-9a-f]{40}")

LONGEST = 20_000
"""Characters that one message may have at most."""


def begin_thread(
    workspace: Workspace,
    entry: DocumentEntry,
    person: Person,
    kind: str,
    body: str,
    when: datetime,
    *,
    clause: Clause | None = None,
    stretch: tuple[int, int] | None = None,
    mention: Iterable[str] = (),
) -> Event:
    """Remark on a document, a clause or a stretch of its text, or ask about it.

    Args:
        kind: ``comment`` or ``question``.
        clause: as the person sees it, which no version need have; None for the document.
        stretch: characters in the body of the clause; None for the clause as a whole.
        mention: organisations or roles that are called in.

    Raises:
        UserError: ``not-allowed``, ``nothing-said``, ``said-too-long`` or ``people-broken``.
        OutsideFailure: it could not be written.
    """
    if kind not in BEGINNING:
        raise ValueError(kind)
    demand(workspace, MAY_COMMENT)
    values: dict[str, str] = {}
    if clause is not None and stretch is not None and clause.body[slice(*stretch)].strip():
        version = _version_with(workspace, entry, clause)
        values |= anchor_at(clause, *stretch, version).values
    if names := mention_value(mention):
        values["mention"] = names
    uid = clause.uid if clause is not None else ""
    voice = voice_of(workspace, person)
    return say(workspace, voice, kind, entry, uid, when, body=_said(body), values=values)


def reply(
    workspace: Workspace,
    entry: DocumentEntry,
    person: Person,
    thread: Thread,
    body: str,
    when: datetime,
    *,
    mention: Iterable[str] = (),
) -> Event:
    """Say something back in a thread.

    Raises:
        As `begin_thread`.
    """
    demand(workspace, MAY_COMMENT)
    values = {"mention": names} if (names := mention_value(mention)) else NOTHING
    voice = voice_of(workspace, person)
    body = _said(body)
    clause, about = thread.first.clause, _about(thread)
    return say(workspace, voice, REPLY, entry, clause, when, about=about, body=body, values=values)


def resolve(
    workspace: Workspace, entry: DocumentEntry, person: Person, thread: Thread, when: datetime
) -> Event:
    """Say that a thread is done with.

    Raises:
        UserError: ``not-allowed``, ``already-resolved`` or ``people-broken``.
        OutsideFailure: it could not be written.
    """
    if not thread.is_open:
        raise UserError("already-resolved")
    return _act(workspace, entry, person, thread, RESOLVE, when)


def reopen(
    workspace: Workspace, entry: DocumentEntry, person: Person, thread: Thread, when: datetime
) -> Event:
    """Say that a thread is not done with after all.

    Raises:
        UserError: ``not-allowed``, ``already-open`` or ``people-broken``.
        OutsideFailure: it could not be written.
    """
    if thread.is_open:
        raise UserError("already-open")
    return _act(workspace, entry, person, thread, REOPEN, when)


def _act(
    workspace: Workspace,
    entry: DocumentEntry,
    person: Person,
    thread: Thread,
    kind: str,
    when: datetime,
) -> Event:
    demand(workspace, MAY_COMMENT)
    voice = voice_of(workspace, person)
    return say(workspace, voice, kind, entry, thread.first.clause, when, about=_about(thread))


def _about(thread: Thread) -> str:
    """Return the id that a reply names: of the beginning, also where that is lost here."""
    return thread.first.about if thread.lost else thread.id


def _said(body: str) -> str:
    body = body.strip()
    if not body:
        raise UserError("nothing-said")
    if len(body) > LONGEST:
        raise UserError("said-too-long", limit=LONGEST)
    return body


def _version_with(workspace: Workspace, entry: DocumentEntry, clause: Clause) -> str:
    """Return the newest version when the body of a clause is in it exactly so, else ''."""
    try:
        version = workspace.repository.last()
        if version is None:
            return ""
        there = read_version(workspace, version.id, entry).clause(clause.uid)
    except CoauthorError:
        return ""  # the anchor carries the body itself then
    return version.id if there is not None and there.body == clause.body else ""


def place_of(
    workspace: Workspace,
    entry: DocumentEntry,
    event: Event,
    document: Document,
    heirs: Heirs | None = None,
) -> Place | None:
    """Return where the stretch that an event is about stands in a document now.

    Reads the version that it was put on when the body is another now, which may
    take a while in a long document.

    Args:
        heirs: `heirs_of` the document, where many events are looked up.

    Returns:
        None when it is about the clause or the document as a whole.
    """
    anchor = anchor_of(event)
    if anchor is None:
        return None
    if is_untouched(anchor, document.clause(anchor.clause)):
        return locate(anchor, None, document)
    return locate(anchor, body_then(workspace, entry, anchor), document, heirs)


def body_then(workspace: Workspace, entry: DocumentEntry, anchor: Anchor) -> str | None:
    """Return the body that an anchor was put on; None where it cannot be had."""
    if anchor.base:
        return anchor.base if body_digest(anchor.base) == anchor.digest else None
    if not _VERSION.fullmatch(anchor.version):
        return None
    try:
        document = _then(workspace, entry, anchor.version)
    except (UserError, OutsideFailure):
        return None  # the version is not here, or had no such document
    clause = document.clause(anchor.clause)
    same = clause is not None and body_digest(clause.body) == anchor.digest
    return clause.body if clause is not None and same else None


@lru_cache(maxsize=8)
def _then(workspace: Workspace, entry: DocumentEntry, version: str) -> Document:
    return read_version(workspace, version, entry)


def listener_of(workspace: Workspace, person: Person, seen: Iterable[str] = ()) -> Listener:
    """Return for whom threads are shown at this computer.

    Raises:
        UserError: ``people-broken``, ``key-unfit`` or ``key-locked``.
    """
    member = acting(workspace)
    roles = member.roles if member is not None else frozenset[str]()
    return Listener(voice_of(workspace, person).organisation, roles, frozenset(seen))


def can_be_called_in(workspace: Workspace, conversation: Conversation, name: str) -> list[str]:
    """Return the organisations and roles that a message about a document can call in.

    Organisations that are listed, and those that said something.

    Args:
        name: of the document.
    """
    listed = [each.name for each in people_of(workspace).organisations]
    spoke = [organisation for organisation, _ in conversation.voices(name)]
    own = [workspace.settings.organisation]
    return [*sorted({*listed, *spoke, *own} - {""}, key=str.casefold), *ROLES]


class Threads:
    """The threads of one workspace, made once per place and followed with the talk."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._made: dict[tuple[str, str], tuple[tuple[Event, ...], tuple[Thread, ...]]] = {}
        self._all: dict[str, tuple[int, tuple[Thread, ...]]] = {}

    def about(self, document: str, clause: str) -> tuple[Thread, ...]:
        """Return the threads of a clause, or with '' of the document as a whole."""
        events = self._conversation.about(document, clause)
        kept = self._made.get((document, clause))
        if kept is None or kept[0] is not events:
            kept = self._made[document, clause] = (events, threads(events))
        return kept[1]

    def of(self, document: str) -> tuple[Thread, ...]:
        """Return all threads of a document and its clauses, the oldest first."""
        times = self._conversation.times
        if document not in self._all or self._all[document][0] != times:
            self._all[document] = times, tuple(self._every(document))
        return self._all[document][1]

    def _every(self, document: str) -> list[Thread]:
        found = [
            thread
            for clause in self._conversation.clauses(document)
            for thread in self.about(document, clause)
        ]
        found.sort(key=lambda thread: thread.id)
        return found
