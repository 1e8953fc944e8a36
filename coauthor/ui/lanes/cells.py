"""The cells of the lanes: what each says, set in type, the recent ones kept."""

from collections import OrderedDict
from dataclasses import dataclass

from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.words import same_words
from coauthor.lineage.status import ClauseStatus
from coauthor.ui.lanes.differences import NONE, Differences, differences, parts_of
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
    """A cell with what it was made of; holding the blocks keeps their ids theirs."""

    block: Block | None
    other: Block | None
    cell: Cell


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
        self._text = text
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._differences: OrderedDict[tuple[int, int, bool], _Compared] = OrderedDict()

    # -- what stands where -------------------------------------------------

    def document(self, lane: int) -> Document:
        """Return the document of a lane."""
        return self.others[lane - 1].document if lane else self.session.document

    def block(self, places: Places, lane: int) -> Block | None:
        """Return the block of a row in a lane, or None."""
        index = places[lane]
        return None if index is None else self.document(lane).blocks[index]

    def other(self, places: Places, lane: int) -> Block | None:
        """Return the block that the cell is compared with: ours, or the first lane beside it."""
        if lane:
            return self.block(places, 0)
        return self.block(places, 1) if self.others else None

    def differences(self, places: Places, lane: int) -> Differences:
        """Return the changes from the other lane to our draft, as seen from a lane."""
        beside = max(lane, 1)
        if len(places) <= beside:
            return NONE
        before, after = self.block(places, beside), self.block(places, 0)
        if before is None or after is None:
            return NONE
        filling = self.others[beside - 1].kind != "standard"
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
        return ours is not None and ours == theirs

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
        block, other = self.block(places, lane), self.other(places, lane)
        key = (lane, id(block), id(other))
        kept = self._kept.get(key)
        if kept is None and not keep:
            return self._make(places, lane)
        if kept is None:
            kept = self._kept[key] = _Kept(block, other, self._make(places, lane))
            while len(self._kept) > KEPT_ROWS * (1 + len(self.others)):
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept.cell

    def _make(self, places: Places, lane: int) -> Cell:
        block, other = self.block(places, lane), self.other(places, lane)
        if block is None:
            return Cell(ABSENT, self.setter.set(ABSENT, fields=False))
        found = self.differences(places, lane) if self.marks else NONE
        words = cell_text(
            block,
            self._text,
            differences=found,
            removes=lane > 0,
            quiet=lane > 0 and other is not None and _same(block, other),
            title=self._gone_title(block, places) if isinstance(block, Tombstone) else "",
        )
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
