"""What crossed from one document to another: renamed documents and clauses that moved.

A merge looks at one document at a time. So before it, what one side moved is moved
in the other texts as well; then each document meets itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from coauthor.document.changes import apply
from coauthor.document.edits import insert, remove
from coauthor.document.model import Block, Clause, Document

LIKE = 60.0
"""Least likeness (0 to 100) of two foreign texts that count as one that was renamed."""

HEAD = 20_000
"""Characters of a foreign text that are compared."""

Documents = dict[str, Document]
"""Documents by path."""


@dataclass(frozen=True)
class Three:
    """The documents before, ours and theirs, by path."""

    base: Documents
    ours: Documents
    theirs: Documents
    renamed: dict[str, str] = field(default_factory=dict)
    """Path before to path now, of documents that a side renamed."""
    their_paths: dict[str, str] = field(default_factory=dict)
    """Path now to the path under which theirs has it, where that is another."""


def renames(base: Mapping[str, Document], side: Mapping[str, Document]) -> dict[str, str]:
    """Return which documents a side renamed: path before to path now."""
    gone = [path for path in base if path not in side]
    new = [path for path in side if path not in base]
    found: dict[str, str] = {}
    for path in gone:
        best = max(new, key=lambda each: _likeness(base[path], side[each]), default="")
        if best and _likeness(base[path], side[best]) >= LIKE:
            found[path] = best
            new.remove(best)
    return found


def _likeness(first: Document, second: Document) -> float:
    mine = {clause.uid for clause in first.clauses}
    yours = {clause.uid for clause in second.clauses}
    if mine or yours:
        return 100.0 * len(mine & yours) / max(len(mine), 1)
    return fuzz.ratio(first.text[:HEAD], second.text[:HEAD])


def uncross(three: Three) -> Three:
    """Return the three with every clause in the document where it goes."""
    base, ours, theirs = dict(three.base), dict(three.ours), dict(three.theirs)
    homes = [_homes(side) for side in (base, ours, theirs)]
    for uid, mover in sorted(_moved(*homes)):
        target = homes[1 if mover == "ours" else 2][uid]
        model = (ours if mover == "ours" else theirs)[target]
        for side, home in ((base, homes[0]), (ours, homes[1]), (theirs, homes[2])):
            if uid in home and home[uid] != target and target in side:
                _carry(side, uid, home[uid], target, model)
    return Three(base, ours, theirs, three.renamed, three.their_paths)


def _homes(documents: Documents) -> dict[str, str]:
    """Return the document of each clause."""
    homes: dict[str, str] = {}
    for path in sorted(documents):
        for clause in documents[path].clauses:
            homes.setdefault(clause.uid, path)
    return homes


def _moved(
    base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield uid and side of what went to another document; ours where both moved it."""
    for uid, home in base.items():
        if ours.get(uid, home) != home:
            yield uid, "ours"
        elif theirs.get(uid, home) != home and uid in ours:
            yield uid, "theirs"


def _carry(documents: Documents, uid: str, source: str, target: str, model: Document) -> None:
    """Move a clause to another document, to where it stands in ``model``."""
    leaving = documents[source]
    clause = leaving.clause(uid)
    if clause is None or documents[target].clause(uid) is not None:
        return
    documents[source] = apply(leaving, *remove(leaving, leaving.positions[uid]))
    coming = documents[target]
    place = _place_in(coming, model, model.positions[uid])
    documents[target] = apply(coming, *insert(coming, place, [clause]))


def _place_in(document: Document, model: Document, index: int) -> int:
    """Return where a block goes that stands at ``index`` in ``model``."""
    known = {_mark(block): place for place, block in enumerate(document.blocks)}
    for place in range(index - 1, -1, -1):
        found = known.get(_mark(model.blocks[place]))
        if found is not None:
            return found + 1
    return 0


def _mark(block: Block) -> str:
    return block.uid if isinstance(block, Clause) else block.source.strip()


def shared_codes(documents: Iterable[Document]) -> set[str]:
    """Return the codes that clauses of different documents have in common."""
    seen: dict[str, int] = {}
    shared: set[str] = set()
    for number, document in enumerate(documents):
        for clause in document.clauses:
            if clause.code and seen.setdefault(clause.code, number) != number:
                shared.add(clause.code)
    return shared
