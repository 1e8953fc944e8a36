"""Merging a stretch that both sides changed: unit by unit, and the words inside each unit.

Units that both sides kept divide the stretch. What lies between two of them, where a
side took units away or put units in, is one place: it is merged where the two sides
kept out of each other's way, shown where they came close, asked where they met.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coauthor.merge.model import Choice, Outcome
from coauthor.merge.offers import offers_for
from rapidfuzz.distance import Indel

from coauthor.merge.pairing import likeness, pair_units
from coauthor.merge.sequences import Range
from coauthor.merge.units import Unit
from coauthor.merge.words import blank_between, merge_words


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a merge: where it lies, in lines of each text, and what stands there.

    ``outcome`` is None where nothing changed.
    """

    outcome: Outcome | None
    reason: str
    side: str
    base: Range
    ours: Range
    theirs: Range
    text: str
    offers: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What the three texts have between two units that all kept."""

    base: Sequence[Unit]
    ours: Sequence[Unit]
    theirs: Sequence[Unit]
    ours_of: Mapping[int, int]
    theirs_of: Mapping[int, int]
    spans: tuple[Range, Range, Range]


def merge_units(
    base: Sequence[Unit],
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    spans: tuple[Range, Range, Range],
) -> Iterator[Piece]:
    """Merge a stretch; the pieces tile the lines of ``spans`` in each text."""
    mine, yours = pair_units(base, ours), pair_units(base, theirs)
    at = [each.start for each in spans]
    i = j = k = 0
    for b, o, t in [*_common(base, ours, theirs, mine, yours), (Range(len(base), len(base)), len(ours), len(theirs))]:
        last = o == len(ours) and t == len(theirs)
        to_base = spans[0].end if b.start == len(base) else base[b.start].line
        to = [spans[0].end, spans[1].end, spans[2].end] if last else [to_base, ours[o].line, theirs[t].line]
        between = tuple(Range(x, y) for x, y in zip(at, to, strict=True))
        if any(each.length for each in between):
            yield from _between(
                Place(
                    base[i : b.start],
                    ours[j:o],
                    theirs[k:t],
                    {x - i: y - j for x, y in mine.items() if i <= x < b.start},
                    {x - i: y - k for x, y in yours.items() if i <= x < b.start},
                    (between[0], between[1], between[2]),
                )
            )
        if not last:
            if b.length:
                yield merge_unit(base[b.start], ours[o], theirs[t])
            else:
                yield _added_alike(to_base, ours[o], theirs[t])
            at = [base[b.start].end if b.length else to_base, ours[o].end, theirs[t].end]
            i, j, k = b.end, o + 1, t + 1


def _common(base, ours, theirs, mine, yours) -> Iterator[tuple[Range, int, int]]:
    """Yield the units that both sides have, in order: kept from the base, or added by both."""
    i = j = k = 0
    kept = [n for n in range(len(base)) if n in mine and n in yours]
    for n in [*kept, len(base)]:
        o, t = (mine[n], yours[n]) if n < len(base) else (len(ours), len(theirs))
        yield from _added_by_both(base, ours, theirs, mine, yours, Range(i, n), Range(j, o), Range(k, t))
        if n < len(base):
            yield Range(n, n + 1), o, t
            i, j, k = n + 1, o + 1, t + 1


def _added_by_both(base, ours, theirs, mine, yours, b: Range, o: Range, t: Range):
    ours_of = {y: x for x, y in mine.items()}
    theirs_of = {y: x for x, y in yours.items()}
    new_o = [n for n in range(o.start, o.end) if n not in ours_of]
    new_t = [n for n in range(t.start, t.end) if n not in theirs_of]
    if not new_o or not new_t:
        return
    low = b.start
    for a, c in sorted(pair_units([ours[n] for n in new_o], [theirs[n] for n in new_t]).items()):
        a, c = new_o[a], new_t[c]
        before = [x for y, x in ours_of.items() if o.start <= y < a] + [x for y, x in theirs_of.items() if t.start <= y < c]
        after = [x for y, x in ours_of.items() if a < y < o.end] + [x for y, x in theirs_of.items() if c < y < t.end]
        least = max([low, *(x + 1 for x in before)])
        most = min([b.end, *after])
        if least > most:
            continue
        free = [x for x in range(least, most) if x not in mine and x not in yours]
        best = max(free, key=lambda x: likeness(base[x], ours[a]) + likeness(base[x], theirs[c]), default=None)
        if best is not None and likeness(base[best], ours[a]) + likeness(base[best], theirs[c]) >= 0.6:
            yield Range(best, best + 1), a, c
            low = best + 1
        else:
            yield Range(least, least), a, c
            low = least


def _added_alike(base_line: int, ours: Unit, theirs: Unit) -> Piece:
    """Merge two units that resemble each other and have no base."""
    spans = Range(base_line, base_line), Range(ours.line, ours.end), Range(theirs.line, theirs.end)
    o, t = ours.text, theirs.text
    tail = max(ours.tail, theirs.tail)
    if ours.words == theirs.words:
        return Piece(Outcome.TAKEN, "", "both", *spans, min(ours.content, theirs.content) + tail)
    fuller = max(ours, theirs, key=lambda unit: (len(unit.words), unit.words))
    text = fuller.content + tail
    return Piece(Outcome.LOOK, "both-added", "both", *spans, text, offers_for("", o, t, merged=text))


def merge_unit(base: Unit, ours: Unit, theirs: Unit) -> Piece:
    """Merge a unit that both sides kept, by its words."""
    spans = tuple(Range(unit.line, unit.end) for unit in (base, ours, theirs))
    b, o, t = base.text, ours.text, theirs.text
    if b == o == t:
        return Piece(None, "", "", *spans, o)
    if o == t or t == b:
        return Piece(Outcome.TAKEN, "", "both" if o == t else "ours", *spans, o)
    if o == b:
        return Piece(Outcome.TAKEN, "", "theirs", *spans, t)
    tail = blank_between(base.tail, ours.tail, theirs.tail)
    if base.kind == "code":
        return _overlap(spans, b, o, t)
    merged = merge_words(base.content, ours.content, theirs.content)
    text = merged.text + tail
    if merged.clashes or merged.touches:
        return Piece(Outcome.DECIDE, "overlap", "both", *spans, o, offers_for(b, o, t, both=text))
    if base.words in (ours.words, theirs.words) or ours.words == theirs.words:
        side = "both" if ours.words == theirs.words else (
            "theirs" if base.words == ours.words else "ours"
        )
        return Piece(Outcome.TAKEN, "", side, *spans, text)
    if merged.same_sentence:
        offers = offers_for(b, o, t, merged=text)
        return Piece(Outcome.LOOK, "same-sentence", "both", *spans, text, offers)
    return Piece(Outcome.COMBINED, "", "both", *spans, text)


def _overlap(spans: tuple[Range, ...], base: str, ours: str, theirs: str) -> Piece:
    offers = offers_for(base, ours, theirs)
    return Piece(Outcome.DECIDE, "overlap", "both", *spans, ours, offers)


# -- between kept units ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side did in a place."""

    removed: frozenset[int]
    edited: frozenset[int]
    added: tuple[Unit, ...]

    @property
    def idle(self) -> bool:
        return not (self.removed or self.edited or self.added)


def _between(place: Place) -> Iterator[Piece]:
    mine = _did(place.base, place.ours, place.ours_of)
    yours = _did(place.base, place.theirs, place.theirs_of)
    b, o, t = (_join(each) for each in (place.base, place.ours, place.theirs))
    if _words(place.ours) == _words(place.theirs):
        yield Piece(Outcome.TAKEN, "", "both", *place.spans, blank_between(b, o, t) if b.strip() == "" == o.strip() else min(o, t))
    elif yours.idle:
        yield Piece(Outcome.TAKEN, "", "ours", *place.spans, o)
    elif mine.idle:
        yield Piece(Outcome.TAKEN, "", "theirs", *place.spans, t)
    else:
        yield _met(place, mine, yours, b, o, t)


def _did(base: Sequence[Unit], side: Sequence[Unit], pairs: Mapping[int, int]) -> _Side:
    kept = set(pairs.values())
    return _Side(
        frozenset(n for n in range(len(base)) if n not in pairs),
        frozenset(n for n, m in pairs.items() if base[n].words != side[m].words),
        tuple(unit for n, unit in enumerate(side) if n not in kept),
    )


def _met(place: Place, mine: _Side, yours: _Side, b: str, o: str, t: str) -> Piece:
    """Merge a place where both sides did something."""
    spans = place.spans
    lost_mine, lost_yours = yours.edited & mine.removed, mine.edited & yours.removed
    both_rewrote = bool(mine.removed & yours.removed) and mine.added and yours.added
    merged = _walked(place)
    if lost_mine and lost_yours or (both_rewrote and merged != "") and not _alike_added(place):
        return Piece(Outcome.DECIDE, "overlap", "both", *spans, o, offers_for(b, o, t, both=merged))
    if lost_mine or lost_yours:
        rewriter, other = (mine, yours) if lost_mine else (yours, mine)
        offers = offers_for(b, o, t)
        if not rewriter.added:
            return Piece(Outcome.DECIDE, "deleted-edited", "both", *spans, o, offers)
        text = o if lost_mine else t
        return Piece(Outcome.LOOK, "rewritten-edited", "both", *spans, text, offers_for(b, o, t, merged=text))
    if mine.added and yours.added:
        return _both_added(place, b, o, t, merged)
    if mine.added or yours.added:
        return Piece(Outcome.LOOK, "added-deleted", "both", *spans, merged, offers_for(b, o, t, merged=merged))
    return Piece(Outcome.COMBINED, "", "both", *spans, merged)


def _alike_added(place):
    return False


def _both_added(place: Place, b: str, o: str, t: str, merged: str) -> Piece:
    return Piece(Outcome.LOOK, "both-added", "both", *place.spans, merged, offers_for(b, o, t, merged=merged))


def _walked(place: Place) -> str:
    """Return the place with what either side added and without what either removed."""
    pieces: list[str] = []
    o = t = 0
    for index in [*range(len(place.base)), None]:
        to_o = len(place.ours) if index is None else place.ours_of.get(index, o)
        to_t = len(place.theirs) if index is None else place.theirs_of.get(index, t)
        pieces += _additions(place.ours[o:to_o], place.theirs[t:to_t])
        o, t = to_o, to_t
        if index is None:
            break
        o += index in place.ours_of
        t += index in place.theirs_of
    return "".join(pieces)


def _additions(ours: Sequence[Unit], theirs: Sequence[Unit]) -> list[str]:
    """Return what both added at one place: equal units once, the rest in a defined order."""
    if not ours or not theirs:
        return [unit.text for unit in (*ours, *theirs)]
    pieces: list[str] = []
    i = j = 0
    pairs = {a: c for a, c in pair_units(ours, theirs).items() if ours[a].words == theirs[c].words}
    for a, c in [*sorted(pairs.items()), (len(ours), len(theirs))]:
        runs = sorted([_join(ours[i:a]), _join(theirs[j:c])], key=lambda text: (text.casefold(), text))
        pieces += [_ended(run) for run in runs[:1] if runs[1]] + runs[-1:] if runs[0] else runs
        if a < len(ours):
            pieces.append(min(ours[a].text, theirs[c].text))
        i, j = a + 1, c + 1
    return pieces


def _ended(text: str) -> str:
    return text if text.endswith(("\n", "\r")) else text + "\n"


def _join(units: Sequence[Unit]) -> str:
    return "".join([unit.text for unit in units])


def _words(units: Sequence[Unit]) -> list[tuple[str, ...]]:
    return [unit.words for unit in units if unit.words]
