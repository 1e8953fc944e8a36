"""A clause shown with changes in it that are suggested: what would go beside what would come."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coauthor.document.model import Clause
from coauthor.document.parameters import find_parameters
from coauthor.ui.lanes.differences import BODY, TITLE
from coauthor.ui.lanes.lane import CellText, Text
from coauthor.ui.lanes.markdown import read_flow, read_line, readable
from coauthor.ui.lanes.pieces import NO_CHANGE, Mark, Style, mark_pieces, with_marks


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` up to ``end`` of the text of now would become ``added``.

    Args:
        picked: it belongs to the change that is looked at.
    """

    start: int
    end: int
    added: str
    picked: bool = False


@dataclass(frozen=True, slots=True)
class Interleaved:
    """A text with suggested changes in it.

    Args:
        kept: start here, start in the text of now, and length of what stays or would go.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    kept: tuple[tuple[int, int, int], ...] = ()

    def real(self, place: int) -> int:
        """Return where a place in this text lies in the text of now."""
        best = 0
        for here, there, length in self.kept:
            if here <= place:
                best = there + min(place - here, length)
        return best


@dataclass(frozen=True)
class Inline:
    """What a cell shows of a clause and what is suggested for it.

    Args:
        spoken: the same for who does not see it.
    """

    parts: Mapping[str, Interleaved]
    spoken: str = ""

    def real(self, part: str, place: int) -> int:
        """Return where a place in a part lies in the text of now."""
        return self.parts[part].real(place) if part in self.parts else place


Inlines = Callable[[int, Clause], Inline | None]
"""Tells what to show in a lane for a clause, or None; asked often, so it must be quick."""


def no_inline(_lane: int, _clause: Clause) -> Inline | None:
    """Show no suggestions."""
    return None


def interleave(text: str, edits: Iterable[Edit]) -> Interleaved:
    """Return a text with edits in it; of two that overlap, the first is shown.

    A parameter is shown whole, as it is and as it would be.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    kept: list[tuple[int, int, int]] = []
    at = length = 0

    def put(words: str, style: int, start: int | None = None) -> None:
        nonlocal length
        if not words:
            return
        if style:
            first = len(words) - len(words.lstrip())
            last = len(words.rstrip())
            bare = (first, last) if first < last else (0, len(words))
            marks.append(Mark(length + bare[0], length + bare[1], NO_CHANGE, style))
        if start is not None:
            kept.append((length, start, len(words)))
        pieces.append(words)
        length += len(words)

    for edit in _whole_slots(text, sorted(edits, key=lambda each: (each.start, each.end))):
        picked = Style.PICKED if edit.picked else Style.PLAIN
        put(text[at : edit.start], Style.PLAIN, at)
        gone = text[edit.start : edit.end]
        put(gone, Style.GONE | picked, edit.start)
        if gone and edit.added and not gone[-1].isspace() and not edit.added[0].isspace():
            put(" ", Style.PLAIN)
        put(edit.added, Style.ADDED | picked)
        at = edit.end
    put(text[at:], Style.PLAIN, at)
    return Interleaved("".join(pieces), tuple(marks), tuple(kept))


def _whole_slots(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits apart, with those in one parameter joined to one of the whole of it."""
    slots = find_parameters(text) if "{{" in text else ()
    groups: list[tuple[int, int, list[Edit]]] = []
    behind = 0
    for edit in edits:
        if edit.start < behind:
            continue  # overlaps the one before it
        behind = edit.end
        inside = [slot for slot in slots if _within(edit, slot.start, slot.end)]
        start = min([edit.start, *(slot.start for slot in inside)])
        end = max([edit.end, *(slot.end for slot in inside)])
        if groups and start < groups[-1][1]:
            first, _, joined = groups.pop()
            groups.append((first, end, [*joined, edit]))
        else:
            groups.append((start, end, [edit]))
    return [_as_one(text, *group) for group in groups]


def _within(edit: Edit, start: int, end: int) -> bool:
    """Tell whether an edit changes something inside a stretch, and not beside it."""
    if edit.start == edit.end:
        return start < edit.start < end
    return edit.start < end and start < edit.end


def _as_one(text: str, start: int, end: int, edits: Sequence[Edit]) -> Edit:
    pieces: list[str] = []
    at = start
    for edit in edits:
        pieces += [text[at : edit.start], edit.added]
        at = edit.end
    picked = any(edit.picked for edit in edits)
    return Edit(start, end, "".join([*pieces, text[at:end]]), picked)


def with_inline(cell: CellText, inline: Inline, text: Text) -> CellText:
    """Return a cell with the suggestions in its title and text."""
    title, body = inline.parts[TITLE], inline.parts[BODY]
    return replace(
        cell,
        title=mark_pieces(read_line(readable(title.text)), title.marks),
        flow=with_marks(read_flow(readable(body.text), text("lanes-gap")), body.marks),
        quiet=False,
        removes=False,
    )
