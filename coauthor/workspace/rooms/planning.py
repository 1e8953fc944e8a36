"""What publishing a document would do: which text goes to which rooms. Changes nothing."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError, UserError
from coauthor.history.fresh import room_id
from coauthor.workspace.rooms.making import open_room
from coauthor.workspace.rooms.outgoing import Outgoing, prepare
from coauthor.workspace.rooms.published import (
    Publication,
    publications,
)
from coauthor.workspace.settings import slug
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the clauses since the publication before, by uid."""

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A room that the text goes to.

    Args:
        organisations: who is in it, besides the publisher.
        room: the room when it is there already, else None.
        before: the publication of the document before this one in it, or None.
    """

    folder: Path
    organisations: tuple[str, ...]
    room: Workspace | None = None
    before: Publication | None = None


@dataclass(frozen=True)
class Plan:
    """What publishing would do.

    Args:
        number: the how manieth text of the document it is, from 1.
        changes: since the text before.
    """

    outgoing: Outgoing
    targets: tuple[Target, ...]
    each: bool
    number: int
    changes: Changes

    @property
    def needs_a_look(self) -> bool:
        """Whether there are places that a person must have looked at first."""
        return bool(self.outgoing.doubts)


def plan_publication(
    workspace: Workspace,
    document: str,
    folder: Path,
    organisations: Iterable[str] = (),
    *,
    each: bool = False,
    version_id: str = "",
    rationale: bool = True,
) -> Plan:
    """Tell what publishing would do. Changes nothing.

    Args:
        document: its name.
        folder: of the room; with ``each``, the folder in which the rooms are.
        organisations: for whom it is; those of an earlier publication come by themselves.
        each: one room for every organisation.
        version_id: id or name of the version; '' for the newest.
        rationale: also why each clause is there.

    Raises:
        UserError: as `prepare`; ``room-for-nobody``, ``room-foreign``,
            ``room-missing``, ``room-one-of-each`` or ``publication-same``.
    """
    folder = folder.expanduser().absolute()
    known = publications(workspace)
    earlier = tuple(made for made in known if made.document == document)
    names = _names(organisations, earlier if each else ())
    outgoing = prepare(
        workspace,
        document,
        version_id=version_id,
        rationale=rationale,
        organisations=names,
        name=earlier[-1].name if earlier else "",
    )
    if not earlier:
        outgoing = _under_own_name(outgoing, {made.name for made in known})
    if each:
        targets = _one_each(folder, names, known, document)
    else:
        targets = (_one_for_all(folder, names, known, document),)
    befores = [target.before for target in targets]
    same = all(before and before.digest == outgoing.digest for before in befores)
    if same and not _new_organisations(targets):
        raise UserError("publication-same", document=outgoing.title)
    last = max(earlier, key=lambda made: made.number, default=None)
    number = 1 if last is None else last.number + (last.digest != outgoing.digest)
    return Plan(outgoing, targets, each, number, _changes(targets, outgoing.document))


def _names(organisations: Iterable[str], earlier: Iterable[Publication]) -> tuple[str, ...]:
    given = [" ".join(name.split()) for name in organisations]
    before = [name for made in earlier if made.each for name in made.organisations]
    return tuple(dict.fromkeys(name for name in (*before, *given) if name))


def _under_own_name(outgoing: Outgoing, taken: set[str]) -> Outgoing:
    """Return a document under a name that no other of ours has in a room."""
    name = _free(outgoing.name, taken)
    if name == outgoing.name:
        return outgoing
    files = dict(outgoing.files)
    files[f"documents/{name}.md"] = files.pop(f"documents/{outgoing.name}.md")
    return replace(outgoing, name=name, files=files)


def _free(name: str, taken: set[str]) -> str:
    return next(
        each for n in range(1, 10_000) if (each := name + (f"-{n}" if n > 1 else "")) not in taken
    )


def _one_for_all(
    folder: Path, names: tuple[str, ...], known: tuple[Publication, ...], document: str
) -> Target:
    room, there = _there(folder, known)
    if there and there[-1].each:
        raise UserError("room-one-of-each", path=str(folder))
    organisations = [name for made in there for name in made.organisations]
    return Target(
        folder, tuple(dict.fromkeys((*organisations, *names))), room, _of(there, document)
    )


def _one_each(
    folder: Path, names: tuple[str, ...], known: tuple[Publication, ...], document: str
) -> tuple[Target, ...]:
    if not names:
        raise UserError("room-for-nobody")
    targets = []
    taken: set[str] = set()
    for name in names:
        own = _free(slug(name) or "organisatie", taken)
        taken.add(own)
        place = folder / own
        room, there = _there(place, known)
        if there and (there[-1].organisations != (name,) or not there[-1].each):
            raise UserError("room-foreign", path=str(place))
        had = any(
            made.each and made.organisations == (name,) and made.document == document
            for made in known
        )
        if had and room is None:
            # Everybody gets the same at the same moment, or nobody does.
            raise UserError("room-missing", path=str(place), organisation=name)
        targets.append(Target(place, (name,), room, _of(there, document)))
    return tuple(targets)


def _there(
    folder: Path, known: Iterable[Publication]
) -> tuple[Workspace | None, tuple[Publication, ...]]:
    """Return the room in a folder with what we published in it.

    Raises:
        UserError: ``room-foreign`` when it is not one of ours.
    """
    room = open_room(folder)
    if room is None:
        return None, ()
    identity = room_id(room.repository)
    found = tuple(made for made in known if made.room == identity)
    if not found:
        raise UserError("room-foreign", path=str(folder))
    return room, found


def _of(found: Iterable[Publication], document: str) -> Publication | None:
    return next((made for made in reversed(tuple(found)) if made.document == document), None)


def _new_organisations(targets: Iterable[Target]) -> bool:
    return any(
        not target.before or set(target.organisations) - set(target.before.organisations)
        for target in targets
    )


def _changes(targets: Iterable[Target], after: Document) -> Changes:
    before = next((text for each in targets if (text := _text_before(each))), None)
    if before is None:
        return Changes()
    old = {clause.uid: clause.source.strip() for clause in before.clauses}
    new = {clause.uid: clause.source.strip() for clause in after.clauses}
    return Changes(
        tuple(uid for uid in new if uid in old and old[uid] != new[uid]),
        tuple(uid for uid in new if uid not in old),
        tuple(uid for uid in old if uid not in new),
    )


def _text_before(target: Target) -> Document | None:
    if target.room is None or target.before is None:
        return None
    made = target.before
    with contextlib.suppress(CoauthorError):
        data = target.room.repository.read(made.room_version, f"documents/{made.name}.md")
        return read_document(decode(data))
    return None
