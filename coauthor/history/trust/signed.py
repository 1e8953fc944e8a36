"""Who signed one version, for whoever looks at it."""

from dataclasses import dataclass
from enum import StrEnum

import pygit2

from coauthor.history.repository import Repository
from coauthor.history.trust.rooms import Room, Signed
from coauthor.history.trust.trees import Trees
from coauthor.history.trust.verdict import Finding
from coauthor.history.trust.verifying import verify
from coauthor.review.people import Member
from coauthor.review.policy import Breach
from coauthor.review.rights import guest_acts, member_of


class Shield(StrEnum):
    """How a version stands."""

    LISTED = "listed"  # signed by somebody who was listed, and theirs to make
    SIGNED = "signed"  # signed, where nobody is listed
    UNSIGNED = "unsigned"  # not signed, where nobody is listed
    WRONG = "wrong"  # not as it should be


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signed a version.

    Args:
        member: who that is in the room, or None.
        findings: what is not as it should be.
    """

    shield: Shield
    fingerprint: str = ""
    member: Member | None = None
    findings: tuple[Finding, ...] = ()


def signed_by(repository: Repository, version_id: str) -> SignedBy:
    """Return who signed a version, and whether what it does was theirs to do.

    Of a version of two others only the signature is looked at.

    Raises:
        OutsideFailure: the history cannot be read.
    """
    git = repository.git
    with repository.guarded():
        commit = git[version_id].peel(pygit2.Commit)
        signed = Signed(git, commit)
        parents = [str(each) for each in commit.parent_ids]
        room = Room(git, Trees(git))
        before = str(git[parents[0]].peel(pygit2.Tree).id) if parents else ""
        people = room.people(room.listed(before)) if before else None
        if people is None or not people.members:
            if signed.trouble == "bad-signature":
                return SignedBy(Shield.WRONG, findings=(_finding(signed),))
            shield = Shield.UNSIGNED if signed.trouble else Shield.SIGNED
            return SignedBy(shield, signed.fingerprint)
        member = member_of(people, signed.fingerprint)
        if len(parents) == 1:
            found = verify(git, version_id, parents[0]).findings
        else:
            found = () if member or guest_acts(people) else (_finding(signed),)
    shield = Shield.LISTED
    if found:
        shield = Shield.WRONG
    elif member is None:  # a guest, who speaks for itself
        shield = Shield.UNSIGNED if signed.trouble else Shield.SIGNED
    return SignedBy(shield, signed.fingerprint, member, found)


def _finding(signed: Signed) -> Finding:
    breach = Breach(signed.trouble or "unknown-key")
    return Finding(signed.id, breach, signed.organisation, signed.fingerprint)
