"""Moves in any Markdown text: what one side edited goes along with what the other moved.

Units have no identity here; a unit that a side took away and put in elsewhere, word for
word, was moved. The edit of the other side is written into it there, and counts as done
where the unit was; what the other side put in behind it goes along as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coauthor.document.lines import split_lines
from coauthor.merge.pairing import pair_units
from coauthor.merge.sequences import Range
from coauthor.merge.units import Unit, units
from coauthor.merge.words import blank_between, merge_words

LEAST = 4
"""Words from which a unit that comes back elsewhere was moved, not just written again."""


@dataclass(frozen=True, slots=True)
class Carried:
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


@dataclass(frozen=True, slots=True)
class Carrying:
    """The sides with every edit where its unit went, and which edits those are."""

    ours: Lines
    theirs: Lines
    carried: tuple[Carried, ...]


def carry_edits(base: list[str], ours: list[str], theirs: list[str]) -> Carrying | None:
    """Return the sides with edits carried over moves; None where no edit met a move."""
    all_units = [units(lines) for lines in (base, ours, theirs)]
    pairs = pair_units(all_units[0], all_units[1]), pair_units(all_units[0], all_units[2])
    rewritten: list[dict[int, str]] = [{}, {}]
    found: list[tuple[str, int, Range]] = []
    for mover, name in ((0, "ours"), (1, "theirs")):
        editor = 1 - mover
        moved = _moved(all_units[0], all_units[1 + mover], pairs[mover])
        mine, yours = all_units[1 + mover], all_units[1 + editor]
        for before, place in moved.items():
            text, origin = _along(all_units[0], yours, pairs[editor], before, mine[place])
            if origin is None:
                continue
            rewritten[mover][place] = text
            found.append((name, place, Range(yours[origin[0]].line, yours[origin[-1]].end)))
            rewritten[editor][origin[0]] = all_units[0][before].text
            rewritten[editor] |= dict.fromkeys(origin[1:], "")
    if not found:
        return None
    sides = [_rewrite(all_units[1 + n], rewritten[n]) for n in (0, 1)]
    carried = tuple(
        Carried(name, sides[0 if name == "ours" else 1][1][place], origin)
        for name, place, origin in found
    )
    return Carrying(sides[0][0], sides[1][0], carried)


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


def _along(
    base: Sequence[Unit], editor: Sequence[Unit], pairs: Mapping[int, int], before: int, moved: Unit
) -> tuple[str, tuple[int, ...] | None]:
    """Return the moved unit with what the other side did to it and put in behind it.

    With it the units of the editor that this took up; None where there is nothing, or
    where the edit does not fit.
    """
    place = pairs.get(before)
    if place is None:
        return moved.text, None
    unit = editor[place]
    behind = tuple(_put_in_behind(len(editor), pairs, place))
    if unit.words == base[before].words and not behind:
        return moved.text, None
    merged = merge_words(base[before].content, moved.content, unit.content)
    if merged.clash:
        return moved.text, None
    tail = blank_between(base[before].tail, moved.tail, unit.tail)
    added = "".join([editor[n].text for n in behind])
    return merged.text + tail + added, (place, *behind)


def _put_in_behind(count: int, pairs: Mapping[int, int], place: int) -> Iterator[int]:
    kept = set(pairs.values())
    for following in range(place + 1, count):
        if following in kept:
            return
        yield following


def _rewrite(side: Sequence[Unit], texts: Mapping[int, str]) -> tuple[Lines, dict[int, Range]]:
    """Return the lines of a side with some units written anew, and where those are now."""
    lines: list[str] = []
    edges: list[int] = [0]
    places: dict[int, Range] = {}
    for place, unit in enumerate(side):
        fresh = split_lines(texts.get(place, unit.text))
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
