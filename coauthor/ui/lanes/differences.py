"""Two texts of one row: the changes a person can see, and where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from coauthor.document.model import Block, Clause, Heading, Prose
from coauthor.document.parameters import find_parameters
from coauthor.document.words import changes, word_diff
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.pieces import Mark

_EMPTY: Mapping[str, tuple[Mark, ...]] = MappingProxyType({})

TITLE = "title"
BODY = "body"
OURS = "deviation"
"""The field that explains a deviation: no difference itself."""


@dataclass(frozen=True, slots=True)
class ChangeRef:
    """One change of words: in which part of the row, and its number there.

    ``part`` is `TITLE`, `BODY` (also the text of headings and prose), or the key
    of a field. The number counts `words.changes` of the two texts.
    """

    part: str
    number: int


@dataclass(frozen=True)
class Differences:
    """The changes between two texts of a row, in reading order.

    The marks of a part carry the index of their change in ``changes``.
    """

    changes: tuple[ChangeRef, ...] = ()
    removed: Mapping[str, tuple[Mark, ...]] = field(default_factory=lambda: _EMPTY)
    added: Mapping[str, tuple[Mark, ...]] = field(default_factory=lambda: _EMPTY)

    def of_part(self, part: str) -> bool:
        """Tell whether a part has a change."""
        return any(change.part == part for change in self.changes)


NONE = Differences()


def parts_of(block: Block) -> dict[str, str]:
    """Return the texts of a block that are compared, as they are shown."""
    if isinstance(block, Clause):
        fields = {key: readable(text) for key, text in block.fields.items() if key != OURS}
        return {TITLE: readable(block.title), BODY: readable(block.body), **fields}
    if isinstance(block, Heading | Prose):
        return {BODY: readable(block.text)}
    return {}


def text_of(block: Block, part: str) -> str:
    """Return title or body of a block as it stands in the document."""
    if isinstance(block, Clause):
        return block.title if part == TITLE else block.body
    return block.text if isinstance(block, Heading | Prose) else ""


def differences(before: Block, after: Block, *, filling: bool) -> Differences:
    """Return the changes that lead from one text of a row to another.

    Args:
        filling: another value in a parameter is a change too.
    """
    if before is after or type(before) is not type(after):
        return NONE
    old, new = parts_of(before), parts_of(after)
    found: list[ChangeRef] = []
    removed: dict[str, tuple[Mark, ...]] = {}
    added: dict[str, tuple[Mark, ...]] = {}
    for part in dict.fromkeys([*new, *old]):
        first, second = old.get(part, ""), new.get(part, "")
        if first == second:
            continue
        gone: list[Mark] = []
        come: list[Mark] = []
        for number, before_range, after_range in _changes(first, second, filling=filling):
            gone += [Mark(*before_range, len(found))] if before_range else []
            come += [Mark(*after_range, len(found))] if after_range else []
            found.append(ChangeRef(part, number))
        removed[part], added[part] = tuple(gone), tuple(come)
    return Differences(tuple(found), MappingProxyType(removed), MappingProxyType(added))


def either(first: Differences, second: Differences) -> Differences:
    """Return what one of two texts, or both, took away from the text before them."""
    parts = dict.fromkeys([*first.removed, *second.removed])
    removed: dict[str, tuple[Mark, ...]] = {}
    found: list[ChangeRef] = []
    for part in parts:
        marks: list[Mark] = []
        for start, end in _united([*first.removed.get(part, ()), *second.removed.get(part, ())]):
            marks.append(Mark(start, end, len(found)))
            found.append(ChangeRef(part, len(marks) - 1))
        removed[part] = tuple(marks)
    return Differences(tuple(found), MappingProxyType(removed))


def _united(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return the stretches that the marks cover, each once."""
    found: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda each: each.start):
        if found and mark.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], mark.end))
        else:
            found.append((mark.start, mark.end))
    return found


_Range = tuple[int, int] | None


def _changes(before: str, after: str, *, filling: bool) -> Iterator[tuple[int, _Range, _Range]]:
    runs = word_diff(before, after)
    old_slots, new_slots = _slots(before), _slots(after)
    for number, indexes in enumerate(changes(runs)):
        old = _range(before, [(runs[i].before_start, runs[i].before_end) for i in indexes])
        new = _range(after, [(runs[i].after_start, runs[i].after_end) for i in indexes])
        if not filling and _inside(old, old_slots) and _inside(new, new_slots):
            continue
        yield number, old, new


def _slots(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in find_parameters(text)) if "{{" in text else ()


def _range(text: str, ranges: Sequence[tuple[int, int]]) -> _Range:
    """Return the stretch of the words, without the blanks behind them."""
    start, end = min(a for a, _ in ranges), max(b for _, b in ranges)
    words = text[start:end].rstrip()
    return (start, start + len(words)) if words else None


def _inside(place: _Range, slots: Sequence[tuple[int, int]]) -> bool:
    if place is None:
        return bool(slots)
    return any(start <= place[0] and place[1] <= end for start, end in slots)
