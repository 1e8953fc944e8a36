"""Making versions that carry the signature of whoever is at this computer."""

import contextlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pygit2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coauthor.errors import CoauthorError
from coauthor.history.trust.agent import sign_by_agent
from coauthor.history.trust.keys import KeyFile, own_key, unlocked
from coauthor.history.trust.rooms import Room
from coauthor.history.trust.signatures import HEADER, armoured, to_sign
from coauthor.history.trust.trees import Trees
from coauthor.review.people import FILE
from coauthor.review.rights import member_of


def create_commit(
    git: pygit2.Repository,
    reference: str | None,
    signature: pygit2.Signature,
    message: str,
    tree: pygit2.Oid,
    parents: Sequence[pygit2.Oid],
    key: KeyFile | None = None,
) -> pygit2.Oid:
    """Make a signed version; with ``reference`` the line of versions is moved to it.

    Where nobody is listed a version is made all the same when there is no key to
    sign with: no text waits for a key that nobody asks for.

    Args:
        reference: ``HEAD``, or None to move nothing.
        key: signs instead of the person's own.

    Raises:
        UserError: ``key-locked`` or ``key-unfit``.
        OutsideFailure: the key cannot be made or read.
        pygit2.GitError: as git says it; also when the line was moved meanwhile.
    """
    content = str(git.create_commit_string(signature, signature, message, tree, list(parents)))
    try:
        signed = signed_text(content.encode("utf-8", "surrogateescape"), key)
    except CoauthorError:
        if key or any(FILE in git[parent].peel(pygit2.Tree) for parent in parents):
            raise
        return git.create_commit(reference, signature, signature, message, tree, list(parents))
    made = git.create_commit_with_signature(content, signed, HEADER.decode())
    if reference is not None:
        _move(git, reference, made, parents[0] if parents else None)
    return made


def speaks_for(git: pygit2.Repository, parents: Sequence[pygit2.Oid], said: str) -> str:
    """Return for which organisation a version is made: where the key is listed, that one.

    Args:
        said: what the person says, for where the key is not listed.
    """
    room = Room(git, Trees(git))
    for parent in parents:
        people = room.people(room.listed(str(git[parent].peel(pygit2.Commit).tree_id)))
        if people is None or not people.members:
            continue
        with contextlib.suppress(CoauthorError):
            if member := member_of(people, own_key().fingerprint):
                return member.organisation
    return said


def signed_text(message: bytes, key: KeyFile | None = None) -> str:
    """Return the signature of a key under a message; None is the person's own.

    Raises:
        UserError: ``key-locked`` or ``key-unfit``.
        OutsideFailure: the key cannot be made or read.
    """
    key = key or own_key()
    asked = to_sign(message)
    try:
        raw = _private(key.path, key.path.stat().st_mtime_ns).sign(asked)
    except (CoauthorError, OSError):
        found = sign_by_agent(key.public, asked)
        if found is None:
            raise
        raw = found
    return armoured(key.public, raw)


@lru_cache(maxsize=8)
def _private(path: Path, changed: int) -> Ed25519PrivateKey:  # noqa: ARG001 – tells of a new key
    return unlocked(path)


def _move(
    git: pygit2.Repository, reference: str, made: pygit2.Oid, before: pygit2.Oid | None
) -> None:
    """Move a line under git's own lock, when it is still where it was."""
    found = git.lookup_reference(reference)
    name = found.target if isinstance(found.target, str) else reference
    if before is None:
        git.references.create(name, made)
        return
    with contextlib.ExitStack() as stack:
        transaction = stack.enter_context(git.transaction())
        transaction.lock_ref(name)
        if git.references[name].target != before:
            raise pygit2.GitError("the line was moved by another program")
        transaction.set_target(name, str(made), message="commit")
