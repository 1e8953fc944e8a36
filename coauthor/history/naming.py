"""Names of versions: given for good, frozen with the digests of the texts, or of a release.

A name is an annotated tag, so it travels with the versions. What people call it
stands in the message, because a tag cannot hold blanks; the tag itself ends in
letters of its own, so that two people who give the same name apart both keep it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

import pygit2

from coauthor.history.trailers import (
    DIGEST,
    FROZEN,
    NAMED,
    ORGANISATION,
    split_trailers,
    trailer,
    with_trailers,
)
from coauthor.history.version import Author, moment_of

TAGS = "refs/tags/"
RELEASE = "release/"
SIGNATURE = "-----BEGIN SSH SIGNATURE-----"
"""What begins the signature below the message of a tag."""

NameKind = Literal["name", "frozen", "release"]

NO_DIGESTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a version.

    Args:
        text: what people call it.
        kind: ``frozen`` is bound to the exact text of the documents.
        tag: the tag, without ``refs/tags/``.
        version: id of the version.
        author: who gave it, '' where a plain tag does not say.
        digests: SHA-256 of every document by path, for a frozen version.
    """

    text: str
    kind: NameKind
    tag: str
    version: str
    author: str = ""
    organisation: str = ""
    when: datetime | None = None
    digests: Mapping[str, str] = field(default_factory=lambda: NO_DIGESTS)

    @property
    def shown(self) -> str:
        """What stands on the screen: of a release its number."""
        return self.text.removeprefix(RELEASE) if self.kind == "release" else self.text


def name_of(tag: str, version: str, made: pygit2.Tag | None) -> Name:
    """Return the name that a tag gives; ``made`` is None for a tag without a message."""
    kind: NameKind = "release" if tag.startswith(RELEASE) else "name"
    if made is None:
        return Name(tag, kind, tag, version)
    said, _, _ = (made.message or "").partition(SIGNATURE)
    _, trailers = split_trailers(said)
    frozen, named = trailer(trailers, FROZEN), trailer(trailers, NAMED)
    text = tag if kind == "release" else frozen or named or tag
    pairs = [said.partition(" ") for key, said in trailers if key == DIGEST]
    signed: pygit2.Signature | None = made.tagger
    return Name(
        text=text,
        kind="frozen" if frozen and kind == "name" else kind,
        tag=tag,
        version=version,
        author="" if signed is None else signed.name,
        organisation=trailer(trailers, ORGANISATION),
        when=None if signed is None else moment_of(signed),
        digests=MappingProxyType({path: digest for digest, _, path in pairs}),
    )


def tag_message(text: str, author: Author, digests: Mapping[str, str] | None) -> str:
    """Return the message of a tag; with ``digests`` of a frozen version."""
    lines = [(NAMED if digests is None else FROZEN, text), (ORGANISATION, author.organisation)]
    lines += [(DIGEST, f"{value} {path}") for path, value in sorted((digests or {}).items())]
    return with_trailers(text, lines)


def tag_for(text: str, version: str, author: Author, when: datetime) -> str:
    """Return a tag for a name that nobody else gives, safe on every file system."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60] or "name"
    said = repr((text, version, author.name, author.organisation, when.isoformat()))
    return f"{slug}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
