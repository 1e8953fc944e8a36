"""The suggestions that a forbidden change becomes, the same to the letter for everybody.

Whoever receives a version that somebody might not make writes its changes down as
suggestions of the one who signed it. Anybody can make them anew from that version, and
so tell whether the one who wrote them down put other words into the mouth of the other.
"""

import hashlib
from collections.abc import Iterator

import pygit2

from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, read_document
from coauthor.history.repository import Repository
from coauthor.history.trust.rooms import Signed
from coauthor.history.trust.trees import Trees
from coauthor.history.ulid import ulid_at
from coauthor.history.version import version_of
from coauthor.review.event import Event, Voice
from coauthor.review.policy import DOCUMENTS
from coauthor.review.suggesting.suggestions import SUGGESTION, Change, suggestion_values

ASIDE = "set-aside"
"""Value of a suggestion that names the version in which its words were a change."""


def offers_of(
    git: pygit2.Repository, trees: Trees, version_id: str, path: str, party: str = ""
) -> Iterator[tuple[Event, str]]:
    """Yield a suggestion for each clause that a version changed, with the clause's name.

    None comes out of a version without a valid signature: it is nobody's.

    Args:
        path: of the document.
        party: what the signer's organisation is in the room.

    Raises:
        KeyError: there is no such version.
    """
    commit = git[version_id].peel(pygit2.Commit)
    signed = Signed(git, commit)
    if not signed.fingerprint:
        return
    made = version_of(commit)
    voice = Voice(signed.organisation, party, "", signed.fingerprint)
    first = commit.parents[0] if commit.parent_ids else None
    before, now = (_document(trees, each, path) for each in (first, commit))
    name = path.removeprefix(DOCUMENTS).removesuffix(".md")
    at = made.when.isoformat(timespec="seconds")
    moment = max(int(made.when.timestamp() * 1000), 0)
    for uid in dict.fromkeys(each.uid for each in (*now.clauses, *before.clauses)):
        old, new = before.clause(uid), now.clause(uid)
        if _said(old) == _said(new):
            continue
        change: Change = "edit" if old and new else "add" if new else "remove"
        title, body = _said(new) or ("", "")
        values = suggestion_values(change, old, title, body, _before(now, uid) if new else "")
        values[ASIDE] = version_id
        chance = hashlib.sha256(f"{version_id} {uid}".encode()).digest()
        ulid = ulid_at(moment, int.from_bytes(chance[:10], "big"))
        yield Event(ulid, SUGGESTION, name, uid, voice, at, values=values), _name(new or old)


def offers_from(
    repository: Repository, version_id: str, path: str, party: str
) -> tuple[tuple[Event, str], ...]:
    """Return `offers_of` a version of a workspace.

    Raises:
        OutsideFailure: the history cannot be read.
    """
    with repository.guarded():
        git = repository.git
        return tuple(offers_of(git, Trees(git), version_id, path, party))


def _document(trees: Trees, commit: pygit2.Commit | None, path: str) -> Document:
    file = trees.file(str(commit.tree_id), path) if commit is not None else None
    return read_document(decode(trees.data(file) or b""))


def _said(clause: Clause | None) -> tuple[str, str] | None:
    return (clause.title, clause.body) if clause else None


def _before(document: Document, uid: str) -> str:
    """Return the clause before one, or ''."""
    uids = [each.uid for each in document.clauses]
    place = uids.index(uid)
    return uids[place - 1] if place else ""


def _name(clause: Clause | None) -> str:
    return (clause.code or clause.title or clause.uid) if clause else ""
