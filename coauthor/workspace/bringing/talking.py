"""What people said in a file: remarks become the conversation, tracked changes suggestions.

It is said with the voice of whoever brings the file in. Names of others stay out, unless
the person asks to keep them; the day on which it was said stays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from coauthor.document.model import Clause, Document
from coauthor.errors import UserError
from coauthor.exchange.proposal import Offer, Proposal, Remark
from coauthor.exchange.texts.keeping import kept
from coauthor.history.repository import Author
from coauthor.review.discussion.threads import REPLY
from coauthor.review.event import Event, Voice
from coauthor.review.suggesting.suggestions import SUGGESTION, Change
from coauthor.workspace.discussion.discussing import LONGEST, begin_thread
from coauthor.workspace.events import read_events, say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.suggesting.offering import offer
from coauthor.workspace.workspace import Workspace

_PIECE = LONGEST - 200
"""Signs of a remark that are said at once; what is longer goes on in a reply."""

_CHANGES: Mapping[str, Change] = {"edit": "edit", "add": "add", "drop": "remove"}
NOBODY: Mapping[str, str] = {}


def carry_over(
    workspace: Workspace,
    entry: DocumentEntry,
    proposal: Proposal,
    document: Document,
    *,
    author: Author,
    when: datetime,
    names: bool,
    uids: Mapping[str, str] = NOBODY,
) -> int:
    """Say in a workspace what was said in a file; what was said before is not said again.

    Args:
        document: the text that it is said of, as it was before the suggestions.
        names: keep the names of who said it.
        uids: identities in the document by those that the file was given.

    Returns:
        How many events were written.

    Raises:
        UserError: ``not-allowed``.
        OutsideFailure: it could not be written.
    """
    if not proposal.remarks and not proposal.offers:
        return 0
    person = Person(author.name, author.organisation)
    voice = voice_of(workspace, person)
    heard = _Heard([*read_events(workspace, f"{entry.name}/*")])
    count = 0
    for remark in proposal.remarks:
        uid = uids.get(remark.uid, remark.uid)
        clause = document.clause(uid) if uid else None
        pieces = _pieces(remark, names=names)
        if not pieces:
            continue
        known = _known_as(clause) if clause or not uid else (uid, "")  # it may be gone by now
        first, missing = heard.thread(known, remark)
        if not first:
            stretch = _stretch(clause, remark.quote)
            event = begin_thread(
                workspace, entry, person, "comment", pieces[0], when, clause=clause, stretch=stretch
            )
            first, missing = event.id, pieces[1:]
            count += 1
        for answer in remark.replies:
            missing = [*missing, *heard.unsaid(first, answer, _pieces(answer, names=names))]
        about = clause.uid if clause else ""
        for piece in missing:
            say(workspace, voice, REPLY, entry, about, when, about=first, body=piece)
        count += len(missing)
    for each in proposal.offers:
        moved = replace(
            each, uid=uids.get(each.uid, each.uid), after=uids.get(each.after, each.after)
        )
        base = document.clause(moved.uid)
        if proposal.worn and base is not None and each.change == "edit":
            moved = replace(moved, body=kept(base.body, moved.body))
        known = _known_as(base) if base is not None else (moved.uid,)
        if not any((uid, moved.title, moved.body) in heard.offered for uid in known):
            count += _offer(workspace, voice, entry, moved, document, when, names=names)
    return count


def _offer(
    workspace: Workspace,
    voice: Voice,
    entry: DocumentEntry,
    each: Offer,
    document: Document,
    when: datetime,
    *,
    names: bool,
) -> int:
    try:
        offer(
            workspace,
            voice,
            entry,
            each.uid,
            each.title,
            each.body,
            when,
            base=document.clause(each.uid),
            change=_CHANGES[each.change],
            after=each.after,
            reason=_said_by(each.author, each.when, names=names),
        )
    except UserError as error:
        if error.code in ("nothing-to-suggest", "no-such-clause"):
            return 0  # the text says it already, or what it was about is not there
        raise
    return 1


class _Heard:
    """What was said of a document before; each of it answers for one remark of the file."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.offered = {
            (each.clause, each.values.get("title", ""), each.values.get("text", ""))
            for each in events
            if each.kind == SUGGESTION
        }
        self._begun: dict[tuple[str, str], list[str]] = {}
        self._replies: dict[str, Counter[str]] = {}
        for each in events:
            if each.kind == REPLY:
                self._replies.setdefault(each.about, Counter())[each.body.strip()] += 1
            else:
                self._begun.setdefault((each.clause, each.body.strip()), []).append(each.id)

    def thread(self, clauses: Iterable[str], remark: Remark) -> tuple[str, list[str]]:
        """Return the event that said a remark, '' for none, and what it has still to say."""
        for clause in clauses:
            for form in _forms(remark):
                if found := self._begun.get((clause, form[0])):
                    first = found.pop(0)
                    return first, self._left(first, form[1:])
        return "", []

    def unsaid(self, first: str, remark: Remark, pieces: list[str]) -> list[str]:
        """Return what a reply has still to say in a conversation."""
        if any(not self._left(first, form) for form in _forms(remark)):
            return []
        return pieces

    def _left(self, first: str, pieces: Sequence[str]) -> list[str]:
        """Return the pieces that a conversation lacks; the others are taken from it."""
        there = self._replies.get(first, Counter())
        left = list((Counter(pieces) - there).elements())
        if not left:
            there.subtract(pieces)
        return left


def _known_as(clause: Clause | None) -> tuple[str, ...]:
    """Return the identities that a clause has and had; '' for the document."""
    if clause is None:
        return ("",)
    return (clause.uid, *filter(None, clause.marker.get("derives").split(",")))


def _forms(remark: Remark) -> list[list[str]]:
    """Return the ways in which a remark is said: with a name and a day before it, or without."""
    author, day = remark.author.strip(), remark.when[:10]
    before = {"", author, day, _said_by(author, day, names=True)}
    return [form for by in before if (form := _cut(by, remark.text))]


def _pieces(remark: Remark, *, names: bool) -> list[str]:
    return _cut(_said_by(remark.author, remark.when, names=names), remark.text)


def _cut(by: str, said: str) -> list[str]:
    """Return a remark in pieces that can be said; nothing where it has no words."""
    if not said.strip():
        return []
    text = f"{by}: {said.strip()}" if by else said.strip()
    return [text[start : start + _PIECE].strip() for start in range(0, len(text), _PIECE)]


def _said_by(author: str, when: str, *, names: bool) -> str:
    return ", ".join(filter(None, (author.strip() if names else "", when[:10])))


def _stretch(clause: Clause | None, quote: str) -> tuple[int, int] | None:
    """Return where the words stand that were remarked on; None where that is not sure."""
    bare = quote.strip()
    if clause is None or not bare or clause.body.count(bare) != 1:
        return None
    start = clause.body.index(bare)
    return start, start + len(bare)
