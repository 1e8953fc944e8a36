"""What people said in a file: remarks become the conversation, tracked changes suggestions.

It is said with the voice of whoever brings the file in. Names of others stay out, unless
the person asks to keep them; the day on which it was said stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from coauthor.document.model import Clause, Document
from coauthor.errors import UserError
from coauthor.exchange.proposal import Offer, Proposal, Remark
from coauthor.exchange.texts.keeping import kept
from coauthor.history.repository import Author
from coauthor.review.discussion.threads import REPLY
from coauthor.review.event import Voice
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
    before = [*read_events(workspace, f"{entry.name}/*")]
    said = {
        (each.clause, words)  # with a name and a day before it, or without
        for each in before
        for words in (each.body.strip(), each.body.partition(": ")[2].strip())
    }
    offered = {
        (each.clause, each.values.get("title", ""), each.values.get("text", ""))
        for each in before
        if each.kind == SUGGESTION
    }
    count = 0
    voice = voice_of(workspace, person)
    for remark in proposal.remarks:
        uid = uids.get(remark.uid, remark.uid)
        clause = document.clause(uid) if uid else None
        pieces = list(_pieces(remark, names=names))
        about = clause.uid if clause else ""
        if not pieces or {(about, pieces[0]), (about, remark.text.strip())} & said:
            continue
        stretch = _stretch(clause, remark.quote)
        first = begin_thread(
            workspace, entry, person, "comment", pieces[0], when, clause=clause, stretch=stretch
        )
        replies = pieces[1:] + [p for each in remark.replies for p in _pieces(each, names=names)]
        for piece in replies:
            say(workspace, voice, REPLY, entry, first.clause, when, about=first.id, body=piece)
        count += 1 + len(replies)
    for each in proposal.offers:
        moved = replace(
            each, uid=uids.get(each.uid, each.uid), after=uids.get(each.after, each.after)
        )
        base = document.clause(moved.uid)
        if proposal.worn and base is not None and each.change == "edit":
            moved = replace(moved, body=kept(base.body, moved.body))
        if (moved.uid, moved.title, moved.body) not in offered:
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


def _pieces(remark: Remark, *, names: bool) -> Iterator[str]:
    by = _said_by(remark.author, remark.when, names=names)
    text = f"{by}: {remark.text.strip()}" if by else remark.text.strip()
    if remark.text.strip():
        for start in range(0, len(text), _PIECE):
            yield text[start : start + _PIECE].strip()


def _said_by(author: str, when: str, *, names: bool) -> str:
    return ", ".join(filter(None, (author.strip() if names else "", when[:10])))


def _stretch(clause: Clause | None, quote: str) -> tuple[int, int] | None:
    """Return where the words stand that were remarked on; None where that is not sure."""
    bare = quote.strip()
    if clause is None or not bare or clause.body.count(bare) != 1:
        return None
    start = clause.body.index(bare)
    return start, start + len(bare)
