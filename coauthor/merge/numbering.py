"""Codes that two sides gave apart: where they collide, one of the clauses gets another."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from coauthor.document.clauses import with_marker
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import read_blocks
from coauthor.merge.model import Outcome
from coauthor.merge.pieces import Piece

_CODE = re.compile(r"(.*?)(\d+)")


def renumber(
    pieces: Sequence[Piece],
    base: Document,
    ours: Document,
    theirs: Document,
    frozen: Container[tuple[str, str]] = (),
) -> Sequence[Piece]:
    """Return the pieces with a code of its own for every clause.

    The clause that had the code before keeps it; of two new ones that with the lower
    identity, so that everybody who merges the same comes to the same codes. A clause
    that stands with its code in ``frozen`` (uid and code) goes before both. A code that
    a side itself gave twice is as that side wrote it.
    """
    if not _may_collide(ours, theirs):
        return pieces
    holders: dict[str, list[int]] = {}
    clauses: dict[int, Clause | Tombstone] = {}
    for place, piece in enumerate(pieces):
        block = _block(piece) if piece.uid and piece.text else None
        if block is not None and block.code:
            clauses[place] = block
            holders.setdefault(block.code, []).append(place)
    sides = [_named(each) for each in (ours, theirs)]
    known = {b.uid: b.code for b in base.blocks if isinstance(b, Clause | Tombstone)}
    result = list(pieces)
    used = set(holders) | set(known.values())
    for code, places in holders.items():
        if len({clauses[place].uid for place in places}) < 2:
            continue
        held = {place for place in places if (clauses[place].uid, code) in frozen}
        places.sort(
            key=lambda place: (
                place not in held,
                known.get(clauses[place].uid) != code,
                clauses[place].uid,
            )
        )
        for place in places[1:]:
            clause = clauses[place]
            pair = {(clause.uid, code), (clauses[places[0]].uid, code)}
            own = place in held or any(pair <= side for side in sides)
            if isinstance(clause, Clause) and not own and len(pair) > 1:
                fresh = _free(code, used)
                used.add(fresh)
                result[place] = _with_code(result[place], clause, fresh)
    return result


def _may_collide(ours: Document, theirs: Document) -> bool:
    """Tell whether one code names two clauses; most merges need not look further."""
    named: dict[str, str] = {}
    return any(
        named.setdefault(code, uid) != uid for side in (ours, theirs) for uid, code in _named(side)
    )


def _named(document: Document) -> set[tuple[str, str]]:
    """Return the identity and the code of what has both."""
    return {
        (block.uid, block.code)
        for block in document.blocks
        if isinstance(block, Clause | Tombstone) and block.code
    }


def _block(piece: Piece) -> Clause | Tombstone | None:
    block = next(read_blocks(piece.text), None)
    return block if isinstance(block, Clause | Tombstone) else None


def _free(code: str, used: Container[str]) -> str:
    """Return the next code of the same series that nobody has."""
    found = _CODE.fullmatch(code)
    prefix, digits = (found[1], found[2]) if found else (f"{code}-", "1")
    number = int(digits[:9])
    while f"{prefix}{number:0{len(digits)}d}" in used:
        number += 1
    return f"{prefix}{number:0{len(digits)}d}"


def _with_code(piece: Piece, clause: Clause, code: str) -> Piece:
    text = with_marker(clause, replace(clause.marker, code=code)).source
    asked = piece.outcome in (Outcome.LOOK, Outcome.DECIDE)
    return replace(
        piece,
        text=text,
        outcome=piece.outcome if asked else Outcome.COMBINED,
        reason=piece.reason if asked else "code",
    )
