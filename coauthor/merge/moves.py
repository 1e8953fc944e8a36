"""Moves in any Markdown text: what one side edited goes along with what the other moved.

Units have no identity here; a unit that a side took away and put in elsewhere, word for
word, was moved. The edit of the other side is written into it there, and counts as done
where the unit was; what the other side put in behind it goes along as well.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from coauthor.document.lines import split_lines
from coauthor.merge.pairing import pair_units
from coauthor.merge.pieces import ended, follow
from coauthor.merge.sequences import Range
from coauthor.merge.units import Unit, units
from coauthor.merge.words import blank_between, merge_words

LEAST = 4
"""Words from which a unit that comes back elsewhere was moved, not just written again."""


class Carried(NamedTuple):
    """An edit that went along: lines of the mover's new text, and lines of the editor's."""

    mover: str
    to: Range
    origin: Range


@dataclass
class Lines:
    """The lines of a side, and for each edge between lines where it is in the side's file."""

    text: list[str]
    edges: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.edges = self.edges or list(range(len(self.text) + 1))

    def original(self, span: Range) -> Range:
        """Return the lines of the file that a range of these lines stands for."""
        return Range(self.edges[span.start], self.edges[span.end])


@dataclass(frozen=True)
class Carrying:
    """The sides with every edit where its unit went, and which edits those are."""

    ours: Lines
    theirs: Lines
    carried: tuple[Carried, ...]

    def within(self, ours: Range, theirs: Range) -> list[Carried]:
        """Return what went along with a move to these lines of the one or the other."""
        return [
            each
            for lines, carried in zip((ours, theirs), self._in_order, strict=True)
            for each in carried[
                bisect_right(carried, lines.start, key=_end) : bisect_left(
                    carried, lines.end, key=_start
                )
            ]
        ]

    @cached_property
    def _in_order(self) -> tuple[list[Carried], list[Carried]]:
        """What went along with the moves of ours and of theirs, in the order of the lines."""
        ours, theirs = (
            sorted((each for each in self.carried if each.mover == name), key=_start)
            for name in ("ours", "theirs")
        )
        return ours, theirs


def _start(carried: Carried) -> int:
    return carried.to.start


def _end(carried: Carried) -> int:
    return carried.to.end


def carry_edits(base: list[str], ours: list[str], theirs: list[str]) -> Carrying | None:
    """Return the sides with edits carried over moves; None where no edit met a move."""
    all_units = [units(lines) for lines in (base, ours, theirs)]
    before, *sides = all_units
    pairs = [pair_units(before, side) for side in sides]
    moves = [_moved(before, side, pair) for side, pair in zip(sides, pairs, strict=True)]
    rewritten: list[dict[int, str]] = [{}, {}]
    found: list[tuple[str, int, Range]] = []
    for mover, editor, name in ((0, 1, "ours"), (1, 0, "theirs")):
        mine, yours = sides[mover], sides[editor]
        new = set(range(len(yours))) - {*pairs[editor].values(), *moves[editor].values()}
        for here, place in moves[mover].items():
            there = pairs[editor].get(here)
            if there is None:
                continue
            behind = _put_in_behind(new, there)
            text = _along(before[here], mine[place], yours[there], [yours[n] for n in behind])
            if text is None:
                continue
            rewritten[mover][place] = text
            found.append((name, place, Range(yours[there].line, yours[(there, *behind)[-1]].end)))
            rewritten[editor] |= {there: before[here].text, **dict.fromkeys(behind, "")}
    if not found:
        return None
    fresh = [_rewrite(side, texts) for side, texts in zip(sides, rewritten, strict=True)]
    carried = tuple(
        Carried(name, fresh[0 if name == "ours" else 1][1][place], origin)
        for name, place, origin in found
    )
    return Carrying(fresh[0][0], fresh[1][0], carried)


def _moved(base: Sequence[Unit], side: Sequence[Unit], pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the units of the base that a side took away and put in elsewhere, unchanged."""
    kept = set(pairs.values())
    elsewhere: dict[tuple[str, ...], list[int]] = {}
    for place, unit in enumerate(side):
        if place not in kept and len(unit.words) >= LEAST:
            elsewhere.setdefault(unit.words, []).append(place)
    return {
        place: found[0]
        for place, unit in enumerate(base)
        if place not in pairs and len(found := elsewhere.get(unit.words, [])) == 1
    }


def _along(base: Unit, moved: Unit, edited: Unit, behind: Sequence[Unit]) -> str | None:
    """Return the moved unit with what the other side did to it and put in behind it.

    None where there is nothing, or where the edit does not fit.
    """
    if edited.words == base.words and not behind:
        return None
    merged = merge_words(base.content, moved.content, edited.content)
    if merged.clash:
        return None
    text = merged.text + blank_between(base.tail, moved.tail, edited.tail)
    return follow([text, *(unit.text for unit in behind)])


def _put_in_behind(new: AbstractSet[int], place: int) -> tuple[int, ...]:
    """Return what was put in right behind a unit, and was not moved there."""
    end = place + 1
    while end in new:
        end += 1
    return tuple(range(place + 1, end))


def _rewrite(side: Sequence[Unit], texts: Mapping[int, str]) -> tuple[Lines, dict[int, Range]]:
    """Return the lines of a side with some units written anew, and where those are now."""
    lines: list[str] = []
    edges: list[int] = [0]
    places: dict[int, Range] = {}
    for place, unit in enumerate(side):
        fresh = split_lines(texts.get(place, unit.text))
        if fresh and place + 1 < len(side):
            fresh[-1] = ended(fresh[-1])
        start = len(lines)
        if place in texts:
            edges += [unit.line] * (len(fresh) - 1) + [unit.end] * bool(fresh)
            if not fresh:
                edges[-1] = unit.end
            places[place] = Range(start, start + len(fresh))
        else:
            edges += range(unit.line + 1, unit.end + 1)
        lines += fresh
    return Lines(lines, edges), places
