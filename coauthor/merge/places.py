"""Merging a place: what lies between two units that both sides have.

Here sides took units away and put units in. What they did apart is put together;
what one did in the midst of what the other took away or wrote anew is shown or asked.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from coauthor.merge.model import Outcome
from coauthor.merge.offers import offers_for
from coauthor.merge.pairing import Pairs, pair_sides
from coauthor.merge.pieces import Piece, Spans, follow, taken
from coauthor.merge.units import Unit


@dataclass(frozen=True)
class Doing:
    """What one side did in a place: its units, and which of them are units of the base."""

    base: Sequence[Unit]
    units: Sequence[Unit]
    pairs: Pairs

    @cached_property
    def text(self) -> str:
        """All units as one text."""
        return join(self.units)

    @cached_property
    def removed(self) -> frozenset[int]:
        """The units of the base that it took away."""
        return frozenset(n for n in range(len(self.base)) if n not in self.pairs)

    @cached_property
    def edited(self) -> frozenset[int]:
        """The units of the base whose words it changed."""
        return frozenset(
            n for n, m in self.pairs.items() if self.base[n].words != self.units[m].words
        )

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The units of the base that it kept, in order."""
        return tuple(sorted(self.pairs))

    @cached_property
    def added(self) -> tuple[int, ...]:
        """The places of the units that it put in."""
        kept = set(self.pairs.values())
        return tuple(n for n in range(len(self.units)) if n not in kept)

    def adds_within(self, removed: frozenset[int]) -> bool:
        """Tell whether it put something between, or behind, units that the other removed."""
        if not removed:
            return False
        first = self.pairs.get(min(removed), -1)
        return any(n >= first for n in self.added)


def merge_place(base: Sequence[Unit], mine: Doing, yours: Doing, spans: Spans) -> Piece:
    """Merge one place."""
    b, o, t = join(base), mine.text, yours.text
    if piece := taken(spans, b, o, t):
        return piece
    question = Piece(spans, o, Outcome.DECIDE, "overlap", "both")
    both = _walked(base, mine, yours)
    lost_mine, lost_yours = yours.edited & mine.removed, mine.edited & yours.removed
    if (lost_mine and lost_yours) or _wrote_anew(mine, yours):
        return replace(question, offers=offers_for(b, o, t, both=both))
    if lost_mine or lost_yours:
        rewriter, text = (mine, o) if lost_mine else (yours, t)
        if not rewriter.added:
            return replace(question, reason="deleted-edited", offers=offers_for(b, o, t))
        return _shown(spans, text, "rewritten-edited", b, o, t)
    if mine.added and yours.added:
        return _shown(spans, both, "both-added", b, o, t)
    if mine.added or yours.added:
        return _shown(spans, both, "added-deleted", b, o, t)
    return Piece(spans, both, Outcome.COMBINED, "", "both")


def join(units: Sequence[Unit]) -> str:
    """Return units as one text."""
    return "".join([unit.text for unit in units])


def _wrote_anew(mine: Doing, yours: Doing) -> bool:
    """Tell whether both put something in where at least one of them took something away."""
    if not (mine.added and yours.added):
        return False
    return bool(
        mine.removed & yours.removed
        or yours.adds_within(mine.removed)
        or mine.adds_within(yours.removed)
    )


def _shown(spans: Spans, text: str, reason: str, base: str, ours: str, theirs: str) -> Piece:
    offers = offers_for(base, ours, theirs, merged=text)
    return Piece(spans, text, Outcome.LOOK, reason, "both", offers)


def _walked(base: Sequence[Unit], mine: Doing, yours: Doing) -> str:
    """Return the place with what either side put in and without what either took away.

    What replaces a unit stands where the unit stood.
    """
    pieces: list[str] = []
    o = t = 0
    for index in range(len(base)):
        to_o = max(o, _until(mine, index, yours.pairs))
        to_t = max(t, _until(yours, index, mine.pairs))
        pieces += _additions(mine.units[o:to_o], yours.units[t:to_t])
        o, t = to_o + (index in mine.pairs), to_t + (index in yours.pairs)
    return follow([*pieces, *_additions(mine.units[o:], yours.units[t:])])


def _until(side: Doing, index: int, other: Pairs) -> int:
    """Return up to where a side's units stand at or before a unit of the base."""
    if index in side.pairs:
        return side.pairs[index]
    if index not in other:
        return 0
    following = bisect_right(side.kept, index)
    return side.pairs[side.kept[following]] if following < len(side.kept) else len(side.units)


def _additions(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[str]:
    """Yield what both put in at one place: equal units once, the rest in the order of text."""
    same: Mapping[int, int] = {
        a: b for a, b in pair_sides(ours, theirs).items() if ours[a].words == theirs[b].words
    }
    i = j = 0
    for a, b in [*sorted(same.items()), (len(ours), len(theirs))]:
        runs = [join(ours[i:a]), join(theirs[j:b])]
        yield follow(sorted(runs, key=lambda text: (text.casefold(), text)))
        if a < len(ours):
            yield min(ours[a].text, theirs[b].text)
        i, j = a + 1, b + 1
