"""Merging three versions of a document of clauses.

Clauses are the same by their identity, wherever they stand and whatever they became;
headings and prose by what they say. First the order is merged, then each block.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from rapidfuzz.distance import Postfix, Prefix

from coauthor.document.align import pair
from coauthor.document.edits import ended, settle
from coauthor.document.lines import split_lines
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.reading import read_blocks, read_document
from coauthor.merge.clauses import MergedClause, merge_clause, merge_tombstones
from coauthor.merge.heirs import followed
from coauthor.merge.model import Choice, ChoiceName, Outcome
from coauthor.merge.numbering import renumber
from coauthor.merge.order import merge_order
from coauthor.merge.pieces import Piece
from coauthor.merge.sequences import Range
from coauthor.merge.text import merge_pieces

Name = tuple[str, str | int]

_CLAUSE = re.compile(r"^ {0,3}<!--[ \t]*clause[ \t]", re.MULTILINE)


def has_clauses(text: str) -> bool:
    """Tell whether a text seems to be a document of clauses."""
    return "<!--" in text and _CLAUSE.search(text) is not None


@dataclass(frozen=True)
class Version:
    """One version of the document, its blocks by name."""

    document: Document
    names: tuple[Name, ...]

    @cached_property
    def blocks(self) -> Mapping[Name, Block]:
        """The blocks by name."""
        return dict(zip(self.names, self.document.blocks, strict=True))

    @cached_property
    def spans(self) -> Mapping[Name, Range]:
        """The lines of each block."""
        found: dict[Name, Range] = {}
        line = len(split_lines(self.document.front.source))
        for name, block in zip(self.names, self.document.blocks, strict=True):
            end = line + len(split_lines(block.source))
            found[name] = Range(line, end)
            line = end
        return found

    @cached_property
    def places(self) -> Mapping[Name, int]:
        """The position of each block."""
        return {name: place for place, name in enumerate(self.names)}

    def span(self, name: Name) -> Range:
        """Return the lines of a block; where it has none, an empty range at the start."""
        return self.spans.get(name, Range(0, 0))


def merge_documents(
    base: str,
    ours: str,
    theirs: str,
    *,
    locked: Container[str] = (),
    frozen: Container[tuple[str, str]] = (),
) -> Iterator[Piece]:
    """Yield the pieces of a merge in the order of the merged document.

    Unlike the pieces of a plain text they need not follow each other in the three
    versions: a clause that a side moved lies elsewhere there.
    """
    versions = _named(*followed(*(read_document(text) for text in (base, ours, theirs))))
    front = [version.document.front.source for version in versions]
    yield from merge_pieces(*front)
    before, mine, yours = versions
    order = merge_order(before.names, mine.names, yours.names, _Rank(versions))
    blocks = [(name, list(_merge_block(name, versions, locked))) for name in order]
    _mend_seams(blocks, versions)
    pieces = [piece for _, merged in blocks for piece in merged]
    yield from renumber(pieces, before.document, mine.document, yours.document, frozen)


# -- names ----------------------------------------------------------------------


def _named(base: Document, ours: Document, theirs: Document) -> tuple[Version, Version, Version]:
    """Give every block a name that is the same in each version that has it."""
    names = [_uid_name(block, "base", place) for place, block in enumerate(base.blocks)]
    first = Version(base, _unique(names))
    others: list[tuple[Name, ...]] = []
    for side, document in (("ours", ours), ("theirs", theirs)):
        back = {there: here for here, there in pair(base, document).items()}
        others.append(
            _unique(
                [
                    _uid_name(block, side, place)
                    if place not in back or _uid_of(block)
                    else first.names[back[place]]
                    for place, block in enumerate(document.blocks)
                ]
            )
        )
    mine, yours = others
    return first, Version(ours, mine), Version(theirs, _same_additions(ours, mine, theirs, yours))


def _same_additions(
    ours: Document, mine: Sequence[Name], theirs: Document, yours: Sequence[Name]
) -> tuple[Name, ...]:
    """Give what both added in the same words one name."""
    waiting: dict[str, list[Name]] = {}
    for name, block in zip(mine, ours.blocks, strict=True):
        if name[0] == "ours":
            waiting.setdefault(" ".join(block.source.split()), []).append(name)
    named: list[Name] = []
    for name, block in zip(yours, theirs.blocks, strict=True):
        same = waiting.get(" ".join(block.source.split())) if name[0] == "theirs" else None
        named.append(same.pop(0) if same else name)
    return tuple(named)


def _uid_of(block: Block) -> str:
    return block.uid if isinstance(block, Clause | Tombstone) else ""


def _uid_name(block: Block, side: str, place: int) -> Name:
    uid = _uid_of(block)
    return ("uid", uid) if uid else (side, place)


def _unique(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with a number behind those that come again."""
    seen: dict[Name, int] = {}
    result: list[Name] = []
    for name in names:
        again = seen.get(name, 0)
        seen[name] = again + 1
        result.append((f"{name[0]}+{again}", name[1]) if again else name)
    return tuple(result)


class _Rank:
    """Orders what both sides put at one place: by code, then by what it says."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._versions = versions

    def __call__(self, name: Name) -> tuple[int, str, str]:
        return min(_rank(each.blocks[name]) for each in self._versions if name in each.blocks)


def _rank(block: Block) -> tuple[int, str, str]:
    if isinstance(block, Clause | Tombstone):
        return 1, block.code, block.uid
    return 0, "", " ".join(block.source.split())


# -- blocks ---------------------------------------------------------------------


def _merge_block(
    name: Name,
    versions: tuple[Version, Version, Version],
    locked: Container[str],
) -> Iterator[Piece]:
    base, ours, theirs = (version.blocks.get(name) for version in versions)
    spans = (versions[0].span(name), versions[1].span(name), versions[2].span(name))
    uid = str(name[1]) if name[0] == "uid" else ""
    if ours is None or theirs is None:
        yield _one_sided(base, ours, theirs, Piece(spans, "", uid=uid))
        return
    if base == ours == theirs:
        yield Piece(spans, ours.source, uid=uid)
        return
    if uid in locked and base is not None and theirs.source not in (ours.source, base.source):
        yield _locked(base, ours, theirs, Piece(spans, ours.source, uid=uid))
        return
    plain = _plain(base, ours, theirs)
    if plain is not None:
        yield replace(plain, spans=spans, uid=uid)
        return
    if not uid:
        texts = ("" if base is None else base.source, ours.source, theirs.source)
        for piece in merge_pieces(*texts):
            moved = [
                Range(r.start + s.start, r.end + s.start)
                for r, s in zip(piece.spans, spans, strict=True)
            ]
            yield replace(piece, spans=(moved[0], moved[1], moved[2]))
        return
    merged = _merge_named(base, ours, theirs)
    yield Piece(spans, merged.text, merged.outcome, merged.reason, merged.side, merged.offers, uid)


def _plain(base: Block | None, ours: Block, theirs: Block) -> Piece | None:
    """Return the block where at most one side changed it; its place is not filled in."""
    nowhere = (Range(0, 0), Range(0, 0), Range(0, 0))
    before = None if base is None else base.source
    if ours.source == theirs.source:
        outcome = None if ours.source == before else Outcome.TAKEN
        return Piece(nowhere, ours.source, outcome, "", "both" if outcome else "")
    if theirs.source == before:
        return Piece(nowhere, ours.source, Outcome.TAKEN, "", "ours")
    if ours.source == before:
        return Piece(nowhere, theirs.source, Outcome.TAKEN, "", "theirs")
    return None


def _one_sided(base: Block | None, ours: Block | None, theirs: Block | None, piece: Piece) -> Piece:
    """Return what becomes of a block that at most one side still has."""
    left = ours or theirs
    text = "" if left is None else left.source
    if base is None:
        return replace(piece, text=text, outcome=Outcome.TAKEN, side="ours" if ours else "theirs")
    if left is None:
        return replace(piece, outcome=Outcome.TAKEN, side="both")
    if left.source.split() == base.source.split():
        return replace(piece, outcome=Outcome.TAKEN, side="theirs" if ours else "ours")
    names: tuple[ChoiceName, ChoiceName] = ("ours", "theirs") if ours else ("theirs", "ours")
    # What was removed comes first: people followed the removal in seven of ten places.
    offers = (Choice(names[1], ""), Choice(names[0], text), Choice("base", base.source))
    return replace(
        piece,
        text=text if ours else "",
        outcome=Outcome.DECIDE,
        reason="deleted-edited",
        side="both",
        offers=offers,
    )


def _locked(base: Block, ours: Block, theirs: Block, piece: Piece) -> Piece:
    offers = (
        Choice("ours", ours.source),
        Choice("theirs", theirs.source),
        *([Choice("base", base.source)] if base.source != ours.source else []),
    )
    return replace(piece, outcome=Outcome.DECIDE, reason="locked", side="both", offers=offers)


def _merge_named(base: Block | None, ours: Block, theirs: Block) -> MergedClause:
    """Merge a clause or its marker, which both sides have and both changed."""
    if isinstance(ours, Tombstone) and isinstance(theirs, Tombstone):
        return merge_tombstones(base if isinstance(base, Tombstone) else None, ours, theirs)
    if isinstance(ours, Clause) and isinstance(theirs, Clause):
        before = base if isinstance(base, Clause) else _empty(ours)
        return merge_clause(before, ours, theirs)
    offers = [Choice("ours", ours.source), Choice("theirs", theirs.source)]
    if isinstance(theirs, Tombstone):
        offers.reverse()
    if base is not None:
        offers.append(Choice("base", base.source))
    return MergedClause(ours.source, Outcome.DECIDE, "deleted-edited", "both", tuple(offers))


def _empty(clause: Clause) -> Clause:
    """Return the clause with nothing in it: the base of one that both sides put in."""
    marker = replace(clause.marker, code="", attributes=())
    return replace(
        clause, marker=marker, opening="", head="", title="", level=0, body="", notes="", tail=""
    )


# -- seams ----------------------------------------------------------------------


def _mend_seams(blocks: Sequence[tuple[Name, list[Piece]]], versions: Sequence[Version]) -> None:
    """Change the pieces so that each block reads back as itself behind the one before it.

    Where a side has the two as they stand, nothing needs mending.
    """
    above: tuple[Name, list[Piece]] | None = None
    for name, pieces in blocks:
        text = "".join([piece.text for piece in pieces])
        if not text:
            continue
        if above and not any(_has_seam(version, above, (name, text)) for version in versions[1:]):
            _mend_seam(above[1], pieces)
        above = (name, pieces)


def _has_seam(version: Version, above: tuple[Name, list[Piece]], below: tuple[Name, str]) -> bool:
    """Tell whether the two blocks follow each other in a version, with these texts."""
    place = version.places.get(above[0], -2)
    if version.places.get(below[0]) != place + 1:
        return False
    text = "".join([piece.text for piece in above[1]])
    return version.blocks[above[0]].source == text and version.blocks[below[0]].source == below[1]


def _mend_seam(above: list[Piece], below: list[Piece]) -> None:
    last = max(n for n, piece in enumerate(above) if piece.text)
    first = min(n for n, piece in enumerate(below) if piece.text)
    before = "".join([piece.text for piece in above])
    after = "".join([piece.text for piece in below])
    upper = list(read_blocks(before))
    if not upper or not after:
        return
    closed, settled = _closed(before), _settled(upper[-1], after)
    kept = Prefix.similarity(before, closed)
    if len(before) - kept <= len(above[last].text):
        text = above[last].text[: len(above[last].text) - len(before) + kept] + closed[kept:]
        above[last] = _with_text(above[last], text, _closed)
    kept = Postfix.similarity(after, settled)
    if len(after) - kept <= len(below[first].text):
        text = settled[: len(settled) - kept] + below[first].text[len(after) - kept :]
        below[first] = _with_text(below[first], text, partial(_settled, upper[-1]))


def _closed(text: str) -> str:
    """Return blocks with the last one closed and a blank line at its end."""
    blocks = list(read_blocks(text))
    return text.removesuffix(blocks[-1].source) + ended(blocks[-1]).source if blocks else text


def _settled(before: Block, text: str) -> str:
    """Return blocks with what must stand before the first to read back as itself."""
    blocks = list(read_blocks(text))
    if not blocks:
        return text
    return "".join([block.source for block in (*settle(before, blocks[0]), *blocks[1:])])


def _with_text(piece: Piece, text: str, mended: Callable[[str], str]) -> Piece:
    """Return the piece with another text; what can stand there instead is mended as well."""
    offers = tuple(
        Choice(each.name, text if each.text == piece.text else mended(each.text))
        for each in piece.offers
    )
    return replace(piece, text=text, offers=offers)
