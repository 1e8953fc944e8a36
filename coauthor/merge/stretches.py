"""Merging a stretch that both sides changed, unit by unit.

Units that both sides have divide the stretch: each is merged by its words. What lies
between two of them, where a side took units away or put units in, is one place.
"""

from collections.abc import Iterator, Sequence

from coauthor.document.lines import split_lines
from coauthor.merge.model import Outcome
from coauthor.merge.offers import offers_for
from coauthor.merge.pairing import Pairs, common_units, pair_units
from coauthor.merge.pieces import Piece, Side, Spans, joined, taken
from coauthor.merge.places import Doing, merge_place
from coauthor.merge.sequences import Range, three_way
from coauthor.merge.units import Unit
from coauthor.merge.words import blank_between, merge_words


def merge_units(
    base: Sequence[Unit], ours: Sequence[Unit], theirs: Sequence[Unit], spans: Spans
) -> Iterator[Piece]:
    """Merge a stretch; the pieces tile the lines of ``spans`` in each text."""
    pairs = pair_units(base, ours), pair_units(base, theirs)
    at = (spans[0].start, spans[1].start, spans[2].start)
    behind = (0, 0, 0)
    for common in common_units(base, ours, theirs, *pairs):
        line = spans[0].end if common.base.start == len(base) else base[common.base.start].line
        to = (line, ours[common.ours].line, theirs[common.theirs].line)
        here = (common.base.start, common.ours, common.theirs)
        yield from _between((base, ours, theirs), pairs, (behind, here), (at, to))
        mine, yours = ours[common.ours], theirs[common.theirs]
        if common.base.length:
            yield merge_unit(base[common.base.start], mine, yours)
            line = base[common.base.start].end
        else:
            yield _merge_added(line, mine, yours)
        at = (line, mine.end, yours.end)
        behind = (common.base.end, common.ours + 1, common.theirs + 1)
    ends = (spans[0].end, spans[1].end, spans[2].end)
    here = (len(base), len(ours), len(theirs))
    yield from _between((base, ours, theirs), pairs, (behind, here), (at, ends))


def merge_unit(base: Unit, ours: Unit, theirs: Unit) -> Piece:
    """Merge a unit that both sides kept, by its words."""
    spans = (
        Range(base.line, base.end),
        Range(ours.line, ours.end),
        Range(theirs.line, theirs.end),
    )
    b, o, t = base.text, ours.text, theirs.text
    if len({b, o, t}) < 3:
        return taken(spans, b, o, t) or Piece(spans, o)
    if base.kind == "code":
        return _merge_code(spans, b, o, t)
    merged = merge_words(base.content, ours.content, theirs.content, cells=base.kind == "row")
    text = merged.text + blank_between(base.tail, ours.tail, theirs.tail)
    if len({base.words, ours.words, theirs.words}) < 3:  # the rest is wrapping
        side: Side = (
            "both"
            if ours.words == theirs.words
            else ("theirs" if base.words == ours.words else "ours")
        )
        return Piece(spans, text, Outcome.TAKEN, "", side)
    if merged.clash:
        offers = offers_for(b, o, t, both=text)
        return Piece(spans, o, Outcome.DECIDE, "overlap", "both", offers)
    if merged.same_sentence:
        offers = offers_for(b, o, t, merged=text)
        return Piece(spans, text, Outcome.LOOK, "same-sentence", "both", offers)
    return Piece(spans, text, Outcome.COMBINED, "", "both")


def _merge_code(spans: Spans, base: str, ours: str, theirs: str) -> Piece:
    """Merge code by its lines: in code, words and blanks between them mean more than in text."""
    b, o, t = (split_lines(text) for text in (base, ours, theirs))
    pieces: list[str] = []
    for stretch in three_way(b, o, t):
        piece = taken(
            spans, joined(b, stretch.base), joined(o, stretch.ours), joined(t, stretch.theirs)
        )
        if piece is None:
            offers = offers_for(base, ours, theirs)
            return Piece(spans, ours, Outcome.DECIDE, "overlap", "both", offers)
        pieces.append(piece.text)
    return Piece(spans, "".join(pieces), Outcome.COMBINED, "", "both")


def _merge_added(line: int, ours: Unit, theirs: Unit) -> Piece:
    """Merge two units that resemble each other and have no base: the fuller is proposed."""
    spans = (Range(line, line), Range(ours.line, ours.end), Range(theirs.line, theirs.end))
    tail = max(ours.tail, theirs.tail)
    if ours.words == theirs.words:
        text = min(ours.content, theirs.content) + tail
        return Piece(spans, text, Outcome.TAKEN, "", "both")
    fuller = max(ours, theirs, key=lambda unit: (len(unit.words), unit.words))
    text = fuller.content + tail
    offers = offers_for("", ours.text, theirs.text, merged=text)
    return Piece(spans, text, Outcome.LOOK, "both-added", "both", offers)


Three = tuple[int, int, int]


def _between(
    texts: tuple[Sequence[Unit], Sequence[Unit], Sequence[Unit]],
    pairs: tuple[Pairs, Pairs],
    indexes: tuple[Three, Three],
    lines: tuple[Three, Three],
) -> Iterator[Piece]:
    """Yield the place between two units that both sides have, where there is anything."""
    spans = tuple(Range(start, end) for start, end in zip(*lines, strict=True))
    if not any(span.length for span in spans):
        return
    (i, *starts), (n, *ends) = indexes
    base = texts[0][i:n]
    doings = [
        Doing(base, side[start:end], {b - i: s - start for b, s in pair.items() if i <= b < n})
        for side, pair, start, end in zip(texts[1:], pairs, starts, ends, strict=True)
    ]
    yield merge_place(base, doings[0], doings[1], (spans[0], spans[1], spans[2]))
