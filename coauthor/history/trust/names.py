"""Names of versions carry a signature, too: a release is worth what its giver is.

A signature stands below the message of a tag, where ``git tag -s`` puts it, so that
``git verify-tag`` checks it.
"""

import pygit2
from pygit2.enums import ObjectType

from coauthor.errors import CoauthorError
from coauthor.history.naming import RELEASE, SIGNATURE, TAGS, name_of
from coauthor.history.trust.rooms import Room
from coauthor.history.trust.signatures import BadSignatureError, signer_of
from coauthor.history.trust.signing import signed_text
from coauthor.history.trust.trees import Trees
from coauthor.review import rights
from coauthor.review.people import Member, People
from coauthor.review.policy import Breach
from coauthor.review.rights import acts_of, fingerprint_of, member_of

ACTS = {"release": rights.RELEASE, "frozen": rights.EDIT, "name": rights.COMMENT}
"""What one must be allowed to do to give a name of a kind."""

_BEGIN = SIGNATURE.encode()


def create_tag(
    git: pygit2.Repository, name: str, version: pygit2.Oid, tagger: pygit2.Signature, message: str
) -> None:
    """Name a version for good, signed with the person's key where there is one.

    Raises:
        pygit2.GitError: as git says it.
    """
    sign = "-" if tagger.offset < 0 else "+"
    zone = f"{sign}{abs(tagger.offset) // 60:02d}{abs(tagger.offset) % 60:02d}"
    head = (
        f"object {version}\ntype commit\ntag {name}\n"
        f"tagger {tagger.name} <{tagger.email}> {tagger.time} {zone}\n"
    )
    payload = f"{head}\n{message.rstrip()}\n".encode("utf-8", "surrogateescape")
    try:
        signature = f"{signed_text(payload)}\n".encode("ascii")
    except CoauthorError:
        signature = b""  # then it is an ordinary name, as where nobody is listed
    made = git.odb.write(ObjectType.TAG, payload + signature)
    git.references.create(f"{TAGS}{name}", made)


def breach_of_name(
    git: pygit2.Repository, name: str, target: pygit2.Oid, people: People
) -> Breach | None:
    """Return the rule that a name breaks, or None; where nobody is listed there is none.

    Args:
        name: the tag, without ``refs/tags/``.
        target: what the tag points to.
    """
    if not people.members:
        return None
    kind, raw = git.odb.read(target)[:2]
    if kind != ObjectType.TAG:
        return Breach("unsigned", detail=name)
    payload, begin, rest = bytes(raw).partition(_BEGIN)
    if not begin:
        return Breach("unsigned", detail=name)
    try:
        signature = (begin + rest).decode("ascii").removesuffix("\n")
        fingerprint = fingerprint_of(signer_of(payload, signature))
        tag = git[target].peel(pygit2.Tag)
    except (BadSignatureError, UnicodeDecodeError, KeyError, pygit2.GitError):
        return Breach("bad-signature", detail=name)
    member = member_of(people, fingerprint)
    if member is None:
        return Breach("unknown-key", detail=fingerprint)
    found = name_of(name, str(tag.target), tag)
    if tag.name != name or found.organisation not in ("", member.organisation):
        return Breach("organisation", detail=found.organisation)
    act = ACTS["release"] if name.startswith(RELEASE) else ACTS[found.kind]
    return None if act in acts_of(people, member) else Breach("not-allowed", act=act, detail=name)


def people_at(git: pygit2.Repository, version: pygit2.Oid) -> People:
    """Return who is listed in a version; a list that cannot be read lists nobody who may."""
    room = Room(git, Trees(git))
    found = room.people(room.listed(str(git[version].peel(pygit2.Tree).id)))
    return found if found is not None else People(members=(Member("", ""),))
