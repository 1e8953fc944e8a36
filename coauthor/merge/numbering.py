"""Codes that two sides gave apart: where they collide, one of the clauses gets another."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from coauthor.document.clauses import with_marker
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import read_blocks
from coauthor.merge.model import Choice, Outcome
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
    clauses = {
        place: block
        for place, piece in enumerate(pieces)
        if piece.uid and piece.text and (block := _block(piece)) and block.code
    }
    known = {b.uid: b.code for b in base.blocks if isinstance(b, Clause | Tombstone)}
    sides = [_named(each) for each in (ours, theirs)]
    series = _Series({block.code for block in clauses.values()} | set(known.values()))
    result = list(pieces)
    for code, places in _holders(clauses).items():
        places.sort(key=lambda place: _standing(clauses[place], code, known, frozen))
        first = clauses[places[0]]
        for place in places[1:]:
            clause = clauses[place]
            pair = {(clause.uid, code), (first.uid, code)}
            stays = (clause.uid, code) in frozen or any(pair <= side for side in sides)
            if isinstance(clause, Clause) and clause.uid != first.uid and not stays:
                result[place] = _with_code(result[place], series.next(code))
    return result


def _holders(clauses: Mapping[int, Clause | Tombstone]) -> dict[str, list[int]]:
    """Return where each code stands."""
    holders: dict[str, list[int]] = {}
    for place, block in clauses.items():
        holders.setdefault(block.code, []).append(place)
    return holders


def _standing(
    block: Clause | Tombstone,
    code: str,
    known: Mapping[str, str],
    frozen: Container[tuple[str, str]],
) -> tuple[bool, bool, str]:
    """Return what orders the holders of a code: the first keeps it."""
    return (block.uid, code) not in frozen, known.get(block.uid) != code, block.uid


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


class _Series:
    """Gives the next code of a series that nobody has."""

    def __init__(self, used: set[str]) -> None:
        self._used = used
        self._last: dict[str, int] = {}

    def next(self, code: str) -> str:
        """Return a free code of the series of ``code``, which then is taken."""
        found = _CODE.fullmatch(code)
        prefix, digits = (found[1], found[2]) if found else (f"{code}-", "0")
        number = self._last.get(prefix, int(digits[:9])) + 1
        while (fresh := f"{prefix}{number:0{len(digits)}d}") in self._used:
            number += 1
        self._last[prefix] = number
        self._used.add(fresh)
        return fresh


def _with_code(piece: Piece, code: str) -> Piece:
    """Return the piece with another code in its clause, and in whatever can stand for it."""
    asked = piece.outcome in (Outcome.LOOK, Outcome.DECIDE)
    return replace(
        piece,
        text=_coded(piece.text, code),
        outcome=piece.outcome if asked else Outcome.COMBINED,
        reason=piece.reason if asked else "code",
        offers=tuple(Choice(each.name, _coded(each.text, code)) for each in piece.offers),
    )


def _coded(text: str, code: str) -> str:
    """Return a text with another code in the clause that it begins with."""
    clause = next(read_blocks(text), None)
    if not isinstance(clause, Clause):
        return text
    marked = with_marker(clause, replace(clause.marker, code=code))
    return marked.source + text.removeprefix(clause.source)
