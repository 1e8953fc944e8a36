"""Who is listed in a version, and who signed it."""

from functools import lru_cache

import pygit2

from coauthor.errors import UserError
from coauthor.history.filestate import FileState
from coauthor.history.trailers import ORGANISATION, split_trailers, trailer
from coauthor.history.trust.signatures import BadSignatureError, signer_of, split_commit
from coauthor.history.trust.trees import Trees
from coauthor.review.people import FILE, Member, People
from coauthor.review.policy import Breach, Signer, people_in
from coauthor.review.rights import (
    ACTS,
    acts_of,
    fingerprint_of,
    guest_acts,
    is_spoken_for,
    member_of,
)

EVERYTHING = frozenset(ACTS)


class Room:
    """The people of the versions of a repository, each list read once."""

    def __init__(self, git: pygit2.Repository, trees: Trees) -> None:
        self._git = git
        self._trees = trees
        self._people = lru_cache(maxsize=256)(self._read)

    def people(self, file: FileState | None) -> People | None:
        """Return who is listed in a ``people.toml``; None when it cannot be read."""
        return self._people(file.id if file else "")

    def listed(self, tree: str) -> FileState | None:
        """Return the ``people.toml`` of a version."""
        return self._trees.file(tree, FILE)

    def _read(self, content_id: str) -> People | None:
        return _people_in(self._trees.data(FileState(content_id)) if content_id else None)


@lru_cache(maxsize=64)
def _people_in(data: bytes | None) -> People | None:
    try:
        return people_in(data)
    except UserError:
        return None


class Signed:
    """A version with what its signature says.

    Attributes:
        key: public key that signed it, or ''.
        fingerprint: of that key.
        trouble: ``unsigned`` or ``bad-signature``, or ''.
    """

    def __init__(self, git: pygit2.Repository, commit: pygit2.Commit) -> None:
        self.commit = commit
        self.id = str(commit.id)
        self.key, self.trouble = "", ""
        raw = bytes(git.odb.read(commit.id)[1])
        try:
            content, signature = split_commit(raw)
            if signature:
                self.key = signer_of(content, signature)
            else:
                self.trouble = "unsigned"
        except BadSignatureError:
            self.trouble = "bad-signature"
        self.fingerprint = fingerprint_of(self.key)

    @property
    def organisation(self) -> str:
        """For whom the version says it was written; nothing of this is proved."""
        return trailer(split_trailers(self.commit.message)[1], ORGANISATION)

    def signer(self, acts: frozenset[str], *rooms: People) -> Signer | Breach:
        """Return who signed, by the first of some lists that holds the key, or why not.

        Args:
            acts: what the signer may do.
        """
        if self.trouble == "bad-signature":
            return Breach(self.trouble)
        for people in rooms:
            member = member_of(people, self.fingerprint)
            if member is not None:
                break
        else:
            return self._guest(acts, *rooms)
        said = self.organisation
        if said != member.organisation:
            return Breach("organisation", detail=said)
        listed = frozenset(each.organisation for each in people.members)
        return Signer(member, people.organisation(member.organisation).party, acts, listed)

    def _guest(self, acts: frozenset[str], *rooms: People) -> Signer | Breach:
        """Return who is not listed and may speak all the same, or why not.

        A guest speaks for an organisation of which nobody is listed; a signature is not
        asked for, for there is nothing to hold it against.
        """
        spoken = [guest_acts(each) for each in rooms]
        if not spoken or not all(spoken):
            return (
                Breach(self.trouble)
                if self.trouble
                else Breach("unknown-key", detail=self.fingerprint)
            )
        said = self.organisation
        if not said.strip() or any(is_spoken_for(each, said) for each in rooms):
            return Breach("organisation", detail=said)
        party = rooms[0].organisation(said).party or "vendor"
        listed = frozenset(each.organisation for each in rooms[0].members)
        allowed = acts.intersection(*spoken)
        return Signer(Member(self.key, said), party, allowed, listed, guest=True)


def acts_in(people: People | None, fingerprint: str) -> frozenset[str]:
    """Return what a key may do by a list; everything where nobody is listed."""
    if people is None:
        return frozenset()
    if not people.members:
        return EVERYTHING
    member: Member | None = member_of(people, fingerprint)
    return guest_acts(people) if member is None else acts_of(people, member)
