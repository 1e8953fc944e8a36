"""The cells of the lanes: what each says, set in type, the recent ones kept."""

from collections import OrderedDict
from dataclasses import dataclass

from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.words import same_words
from coauthor.lineage.status import ClauseStatus
from coauthor.ui.lanes.differences import NONE, Differences, differences, either, parts_of
from coauthor.ui.lanes.inline import Inline, Inlines, no_inline, with_inline
from coauthor.ui.lanes.lane import ABSENT, CellText, Lane, Text, cell_text
from coauthor.ui.lanes.rows import Places
from coauthor.ui.lanes.sheet import Sheet
from coauthor.ui.lanes.signs import Sign, signs_of
from coauthor.ui.lanes.typeset import Typesetter
from coauthor.workspace.session import Session

KEPT_ROWS = 150
"""Rows whose cells stay set in type."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; ``kind_changed`` when another lane gives the clause another kind."""

    words: CellText
    sheet: Sheet
    kind_changed: bool = False


@dataclass(slots=True)
class _Kept:
    """A cell with what it was made of; holding that keeps their ids theirs."""

    blocks: tuple[Block | None, ...]
    cell: Cell
    inline: Inline | None


class Cells:
    """Makes and keeps the cells of all lanes.

    Args:
        session: holds our draft, lane 0; ``others`` are the lanes beside it.
    """

    def __init__(self, session: Session, text: Text, setter: Typesetter) -> None:
        self.session = session
        self.others: tuple[Lane, ...] = ()
        self.setter = setter
        self.marks = True
        self.fields = False
        self.inlines: Inlines = no_inline
        self._text = text
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._differences: OrderedDict[tuple[int, int, bool], _Compared] = OrderedDict()

    # -- what stands where -------------------------------------------------

    def document(self, lane: int) -> Document:
        """Return the document of a lane."""
        other = self.others[lane - 1] if lane else None
        if other is None or other.kind == "offer":
            return self.session.document
        return other.document

    def block(self, places: Places, lane: int) -> Block | None:
        """Return the block of a row in a lane, or None."""
        index = places[lane]
        return None if index is None else self.document(lane).blocks[index]

    @property
    def origin(self) -> int:
        """The lane that the others came from and are compared with; 0 when there is none."""
        kinds = (lane.kind for lane in self.others)
        return next((number for number, kind in enumerate(kinds, 1) if kind == "before"), 0)

    def beside(self, places: Places, lane: int) -> int | None:
        """Return the lane that a cell is compared with, or None."""
        if not self.others:
            return None
        origin = self.origin
        if not origin:
            return 0 if lane else 1
        if lane not in (0, origin):
            return origin if self.block(places, origin) is not None else 0
        other = 0 if lane else origin
        # what neither had before is compared side with side
        return other if self.block(places, other) is not None else 1

    def other(self, places: Places, lane: int) -> Block | None:
        """Return the block that the cell is compared with, or None."""
        beside = self.beside(places, lane)
        return None if beside is None else self.block(places, beside)

    def differences(self, places: Places, lane: int) -> Differences:
        """Return the changes that a lane shows in a row."""
        origin = self.origin
        if not origin:
            return self._between(places, max(lane, 1), 0)
        if lane != origin:
            return self._between(places, self.beside(places, lane) or 0, lane)
        sides = [side for side in range(len(self.others) + 1) if side != origin][:2]
        found = [self._between(places, origin, side) for side in sides]
        return found[0] if len(found) == 1 else either(*found)

    def _between(self, places: Places, first: int, second: int) -> Differences:
        """Return the changes from one lane to another."""
        if len(places) <= max(first, second):
            return NONE
        before, after = self.block(places, first), self.block(places, second)
        if before is None or after is None:
            return NONE
        filling = all(self.others[lane - 1].kind != "standard" for lane in (first, second) if lane)
        key = (id(before), id(after), filling)
        kept = self._differences.get(key)
        if kept is None:
            found = differences(before, after, filling=filling)
            kept = self._differences[key] = _Compared(before, after, found)
            if len(self._differences) > KEPT_ROWS * 4:
                self._differences.popitem(last=False)
        return kept.found

    def same_source(self, places: Places, lane: int) -> bool:
        """Tell whether a lane has our text of a row, letter by letter."""
        ours, theirs = self.block(places, 0), self.block(places, lane)
        return ours is not None and ours == theirs and self.inline(places, lane) is None

    def inline(self, places: Places, lane: int) -> Inline | None:
        """Return what is suggested for the clause of a cell, where it is shown there."""
        if not self.marks or (lane and self.others[lane - 1].kind != "offer"):
            return None
        block = self.block(places, lane)
        return self.inlines(lane, block) if isinstance(block, Clause) else None

    @property
    def has_offers(self) -> bool:
        """Whether suggestions stand beside our draft, each in a lane of its own."""
        return any(lane.kind == "offer" for lane in self.others)

    def status(self, places: Places) -> ClauseStatus | None:
        """Return the lineage of the clause in our lane, or of what we lack of the standard."""
        if not self.session.status.has_standard:
            return None
        block = self.block(places, 0)
        if block is None or not isinstance(block, Clause | Tombstone):
            return None
        return self.session.status.clauses.get(block.uid)

    def signs(self, places: Places, problem: str = "") -> tuple[Sign, ...]:
        """Return the signs in the gutter of a row."""
        status = self.status(places)
        if status is not None:
            return signs_of(status, self._text, problem)
        return (Sign("problem", "omitted", problem),) if problem else ()

    # -- set in type -------------------------------------------------------

    def cell(self, places: Places, lane: int, *, keep: bool = True) -> Cell:
        """Return a cell; at the width it last had.

        Args:
            keep: it is about to be seen, so it stays set in type.
        """
        blocks = tuple(self.block(places, each) for each in range(len(places)))
        key: tuple[object, ...] = (
            (lane, *map(id, blocks)) if self.origin else (lane, *map(id, self._pair(places, lane)))
        )
        inline = self.inline(places, lane)
        key = (*key, id(inline))
        kept = self._kept.get(key)
        if kept is None and not keep:
            return self._make(places, lane)
        if kept is None:
            kept = self._kept[key] = _Kept(blocks, self._make(places, lane), inline)
            while len(self._kept) > KEPT_ROWS * (1 + len(self.others)):
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept.cell

    def _pair(self, places: Places, lane: int) -> tuple[Block | None, Block | None]:
        return self.block(places, lane), self.other(places, lane)

    def _make(self, places: Places, lane: int) -> Cell:
        block, other = self._pair(places, lane)
        ours = self.block(places, 0)
        if block is None:
            return Cell(ABSENT, self.setter.set(ABSENT, fields=False))
        inline = self.inline(places, lane)
        found = self.differences(places, lane) if self.marks and inline is None else NONE
        words = cell_text(
            block,
            self._text,
            differences=found,
            removes=lane == self.origin if self.origin else lane > 0,
            quiet=lane > 0 and ours is not None and _same(block, ours),
            title=self._gone_title(block, places) if isinstance(block, Tombstone) else "",
        )
        if inline is not None:
            words = with_inline(words, inline, self._text)
        changed = (
            self.marks
            and isinstance(block, Clause)
            and isinstance(other, Clause)
            and block.kind != other.kind
        )
        return Cell(words, self.setter.set(words, fields=self.fields), changed)

    def _gone_title(self, block: Tombstone, places: Places) -> str:
        for lane in range(1, len(places)):
            there = self.block(places, lane)
            if isinstance(there, Clause):
                return there.title
        standard = self.session.standard
        clause = standard.clause(block.uid) if standard else None
        return clause.title if clause else ""

    def forget(self) -> None:
        """Set everything anew when it is shown next."""
        self._kept.clear()
        self._differences.clear()


@dataclass(slots=True)
class _Compared:
    before: Block
    after: Block
    found: Differences


def _same(block: Block, other: Block) -> bool:
    if type(block) is not type(other):
        return False
    if block == other:
        return True
    ours, theirs = parts_of(block), parts_of(other)
    return ours.keys() == theirs.keys() and all(
        same_words(ours[part], theirs[part]) for part in ours
    )
