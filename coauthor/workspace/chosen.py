"""What an export is made of: the text as it may go, answers to it, and the text before it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from coauthor.document.model import Document
from coauthor.errors import UserError
from coauthor.exchange.choice import Choice
from coauthor.exchange.choosing import chosen
from coauthor.exchange.shown_pictures import Read
from coauthor.exchange.specification import Since
from coauthor.history.version import Version
from coauthor.review.market.responses import Response, responses
from coauthor.review.people import name_key
from coauthor.workspace.market.covering import said_of
from coauthor.workspace.pictures import FOLDER
from coauthor.workspace.rooms.cleaning import clean
from coauthor.workspace.rooms.links import path_of
from coauthor.workspace.seats import sides_of
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.versions import read_version
from coauthor.workspace.workspace import Workspace

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})
LISTED = 12
"""Names of versions that a message shows."""


@dataclass
class Aims:
    """What pictures are called in a text that goes out: a name that tells of no folder or file.

    Args:
        targets: what each name stands for.
    """

    targets: dict[str, str] = field(default_factory=dict)

    def __call__(self, target: str) -> str:
        """Return the name of a picture; '' for any other place, inside the workspace or out."""
        if target in self.targets:
            return target
        path = PurePosixPath(path_of(target, FOLDER))
        suffix = path.suffix.lower()
        if suffix not in PICTURES:
            return ""
        name = f"picture-{hashlib.sha256(str(path).encode()).hexdigest()[:12]}{suffix}"
        self.targets[name] = target
        return name

    def told(self, name: str) -> str:
        """Return what a name stands for, or itself."""
        return self.targets.get(name, name)

    def reading(self, read: Read) -> Read:
        """Return what reads pictures by the names that they have now."""
        return lambda name: read(self.told(name))


def text_of(
    document: Document, choice: Choice, public: Document | None, aims: Aims | None = None
) -> Document:
    """Return the document with only what was chosen; the same one where that is everything.

    Args:
        public: the standard beside it, or None.
        aims: keeps what the names of pictures stand for.
    """
    made = chosen(document, choice, public)
    if choice.internal:
        return made
    return clean(made, aims or Aims(), public, reasons=choice.deviations).document


def answers_to(
    workspace: Workspace, entry: DocumentEntry, choice: Choice
) -> Mapping[str, tuple[Response, ...]]:
    """Return the newest answer of each vendor by clause, by name of the vendor.

    Only what is in this workspace: whoever is in it may see all of it.

    Raises:
        UserError: ``people-broken``; ``no-such-vendor`` when a vendor that was named
            answered nothing, with those who did.
    """
    if not choice.answers:
        return {}
    given = responses(said_of(workspace, entry), sides_of(workspace))
    names = {each.organisation for by_vendor in given.values() for each in by_vendor.values()}
    known = {name_key(name): name for name in names}
    for vendor in choice.vendors:
        if name_key(vendor) not in known:
            listed = ", ".join(sorted(names)) or "–"
            raise UserError("no-such-vendor", vendor=vendor[:60], known=listed)
    wanted = {name_key(each) for each in choice.vendors} or set(known)
    shown = {
        uid: tuple(
            sorted(
                (each for who, each in by_vendor.items() if who in wanted),
                key=lambda each: each.organisation.casefold(),
            )
        )
        for uid, by_vendor in given.items()
    }
    return {uid: each for uid, each in shown.items() if each}


def since_of(workspace: Workspace, entry: DocumentEntry, choice: Choice) -> Since | None:
    """Return the text that changes are told from, with only what was chosen; None for none.

    Raises:
        UserError: ``version-unknown`` with the names that there are, ``not-in-version``.
    """
    wanted = choice.since.strip()
    if not wanted:
        return None
    chain = workspace.chain(entry)
    public = chain[0].document if chain else None
    for each in chain:
        if wanted.casefold() in (f"{each.name}@{each.release}".casefold(), each.name.casefold()):
            before = text_of(each.document, choice, public)
            return Since(f"{each.title} {each.release}", before)
    version = find_version(workspace, wanted, entry)
    before = text_of(read_version(workspace, version.id, entry), choice, public)
    return Since(called(version, wanted, inside=choice.internal), before)


def find_version(workspace: Workspace, wanted: str, entry: DocumentEntry) -> Version:
    """Return the version that a name, a release or the beginning of an id means.

    Raises:
        UserError: ``version-unknown`` with the names and the newest versions there are.
    """
    wanted = wanted.strip()
    repository = workspace.repository
    for name in repository.all_names():
        if wanted.casefold() in (name.text.casefold(), name.shown.casefold()):
            return repository.version(name.version)
    try:
        return repository.version(wanted)
    except UserError as error:
        listed = "; ".join(_listed(workspace, entry)) or "–"
        raise UserError("version-unknown", version=wanted[:60], known=listed) from error


def called(version: Version, wanted: str = "", *, inside: bool = True) -> str:
    """Return what people call a version: its name, else its message with the day.

    Args:
        wanted: the name that somebody used, where it has more than one.
        inside: whether readers may see what was written for colleagues; else the day alone.
    """
    names = [name.removeprefix("release/") for name in version.names]
    own = next((name for name in names if name.casefold() == wanted.casefold()), "")
    if own or names:
        return own or names[0]
    day = f"{version.when:%d-%m-%Y}"
    return f"{version.message.splitlines()[0]} ({day})" if inside else day


def _listed(workspace: Workspace, entry: DocumentEntry) -> Iterator[str]:
    """Yield the names that there are, then the newest versions of the document with their id."""
    repository = workspace.repository
    names = sorted({name.shown for name in repository.all_names()})
    yield from names[:LISTED]
    for number, version in enumerate(repository.versions(entry.path)):
        if number >= LISTED - len(names):
            return
        yield f"{version.id[:8]} {version.message.splitlines()[0][:40]}"
