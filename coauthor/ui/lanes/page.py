"""The lanes as a page to read: what stands where, what is current, how it looks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coauthor.document.changes import ReplaceBlocks
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.ui.lanes.cells import Cells
from coauthor.ui.lanes.differences import BODY, TITLE, text_of
from coauthor.ui.lanes.header import LaneHeader
from coauthor.ui.lanes.lane import Lane, LaneKind, Text
from coauthor.ui.lanes.markdown import readable
from coauthor.ui.lanes.metrics import Metrics, sized
from coauthor.ui.lanes.model import NO_ROW, LanesModel, problems_of
from coauthor.ui.lanes.painter import CellPainter
from coauthor.ui.lanes.pointing import Pointing
from coauthor.ui.lanes.rows import Places
from coauthor.ui.lanes.showing import Showing, Spot
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.lanes.table import LanesTable
from coauthor.ui.lanes.talk import Stretch
from coauthor.ui.lanes.typeset import Typesetter
from coauthor.ui.lanes.writing import Writing
from coauthor.ui.theme import current_theme
from coauthor.workspace.session import Session
from coauthor.workspace.transactions import Changed

ZOOM_STEP = 1.1
ZOOM_LEAST, ZOOM_MOST = 0.6, 3.0
LATER = 120
"""Milliseconds after a key until the marks and the other lanes follow."""

LEAST_POINTS = 10.0
"""Smallest ordinary text at normal size."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as others need to know it.

    Args:
        number: row of the table, from 0.
        index: index of its block in our document, or None.
        uid: identity of its clause, ours or of another lane, or ''.
        lane: the lane that is current in it.
    """

    number: int
    index: int | None
    uid: str
    lane: int = 0


class LanesPage(QWidget):
    """Shows our draft and other lanes, and keeps to what the session says.

    Signals:
        current_changed(int or None): another row is current; the index of its block
            in our document, or None where we have none.
    """

    current_changed = Signal(object)

    def __init__(self, session: Session, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.text: Text = lru_cache(maxsize=1024)(text)
        self.theme = current_theme()
        self.showing = Showing()
        self._zoom = 1.0
        self._shares = [1.0]
        setter = Typesetter(self.theme, self._metrics(), self.text)
        cells = Cells(session, self.text, setter)
        self.model = LanesModel(cells, self.text, self)
        self.painter = CellPainter(self.model, self.showing, self.text, self)
        self.header = LaneHeader(self, self.text)
        self.table = LanesTable(self.model, self.painter, self.showing, self)
        self.writing = Writing(self.table, session, self.showing, self.text)
        self.pointing = Pointing(self.table, self.showing, self.text, self.theme)
        self._assemble()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._catch_up)
        self._behind: set[int] = set()
        session.listeners.append(self._follow)

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.setAccessibleName(self.text("lanes-name"))
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.table.widths_changed.connect(self._align_header)
        self.header.shares_changed.connect(self._set_shares)
        self.model.set_problems(problems_of(self.session.document, self.text))
        self._dress()

    def detach(self) -> None:
        """Stop following the session; call it before the lanes go."""
        if self._follow in self.session.listeners:
            self.session.listeners.remove(self._follow)

    # -- lanes and widths ----------------------------------------------------------------

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes, our draft first."""
        draft = Lane(self.session.document, self.text("lane-ours"), "draft")
        return (draft, *self.model.cells.others)

    def lane_count(self) -> int:
        """Return how many lanes there are."""
        return self.model.columnCount()

    def set_lanes(
        self,
        beside: Sequence[tuple[str, Document]],
        *,
        before: Document | None = None,
        rows: Sequence[Places] | None = None,
        offers: bool = False,
    ) -> None:
        """Put documents with their titles beside our draft; the current row stays where it is.

        Args:
            before: the one of them that the others came from; all are compared with it.
            rows: as `rows.lay_out` gives them, where they are known already.
            offers: each is our draft with somebody's suggestions in it, as
                `Cells.inlines` gives them.
        """
        row = self.current_row()
        self.writing.close()
        self.pointing.pick(None)
        others = [
            Lane(document, title, "offer" if offers else self._kind(document, before))
            for title, document in beside
        ]
        cells = self.model.cells
        if len(others) != len(cells.others):
            self._shares = [1.0] * (1 + len(others))
        cells.others = tuple(others)
        cells.forget()
        self.showing.change = self.showing.hovered = None
        self.model.replace_lanes(rows)
        self._show_titles()
        self.table.set_shares(self._shares)
        self.table.heights.measure_all()
        if row is None:
            self.table.setCurrentIndex(self.model.index(0, 0))
        elif row.index is not None:
            self.go_to(row.index)
        else:
            self.go_to_uid(row.uid)

    def _leave_offers(self, focus: int | None) -> None:
        """Take the suggestions beside our draft away: their rows are no longer known."""
        self.writing.close()
        self.model.cells.others = ()
        self.model.cells.forget()
        self._shares = [1.0]
        self.showing.change = self.showing.hovered = None
        self.model.replace_lanes()
        self._show_titles()
        self.table.set_shares(self._shares)
        self.table.heights.measure_all()
        self.go_to(min(focus or 0, len(self.session.document.blocks) - 1))

    def _kind(self, document: Document, before: Document | None) -> LaneKind:
        if document is before:
            return "before"
        return "standard" if document is self.session.standard else "version"

    def widen(self, steps: int) -> None:
        """Make the current lane wider, or narrower for a negative number."""
        lane = self.showing.lane
        last = lane == len(self.lanes) - 1
        self.header.nudge(lane, -steps if last else steps)

    def _set_shares(self, shares: list[float]) -> None:
        self._shares = shares
        self.table.set_shares(shares)

    def _align_header(self) -> None:
        """Let the titles stand above their columns."""
        widths = self.table.heights.widths()
        beside = self.table.width() - self.table.viewport().width()
        self.header.setSizes([*widths[:-1], widths[-1] + beside])

    # -- appearance ----------------------------------------------------------------------

    def zoom(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or its normal size (0)."""
        zoom = self._zoom * ZOOM_STEP**step if step else 1.0
        zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._set_anew()

    def refresh_look(self) -> None:
        """Paint everything anew in the appearance of the application."""
        self.theme = current_theme()
        self.pointing.dress(self.theme)
        self._set_anew()

    def set_marks(self, shown: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Show or hide the changes of words."""
        self.model.cells.marks = shown
        self.showing.change = None
        self.model.cells.forget()
        self.writing.mark()
        self.table.viewport().update()

    def set_fields(self, shown: bool) -> None:  # noqa: FBT001 - as set_marks
        """Show the fields of clauses in full, or only which there are."""
        self.model.cells.fields = shown
        self._set_anew()

    def show_inlines(self, uids: Iterable[str]) -> None:
        """Show anew what is suggested for some clauses."""
        indexes = [self.session.document.positions.get(uid) for uid in uids]
        rows = [self.model.row_of(index) for index in indexes if index is not None]
        if rows:
            anchor = self.table.heights.anchor()
            self.table.heights.measure_again(rows)
            self.table.heights.hold(anchor)
            self.table.viewport().update()

    def show_talk(
        self,
        signs: Mapping[str, Sign],
        stretches: Mapping[str, tuple[Stretch, ...]],
        thread: str = "",
    ) -> None:
        """Show which clauses are spoken of, and which of their words.

        Args:
            signs: by uid of the clause.
            stretches: by uid of the clause.
            thread: the one that is being read, or ''.
        """
        talk = self.showing.talk
        if (talk.stretches, talk.thread) != (stretches, thread):
            talk.stretches, talk.thread = stretches, thread
            self.writing.show_talk()
            self.table.viewport().update()
        self.show_said("talk", signs)

    def show_said(self, what: str, signs: Mapping[str, Sign]) -> None:
        """Show a sign at clauses of which something is said.

        Args:
            what: the kind of things said, such as ``talk``.
            signs: by uid of the clause.
        """
        if changed := self.model.set_said(what, signs):
            anchor = self.table.heights.anchor()
            self.table.heights.measure_again(changed)  # a gutter may need more room
            self.table.heights.hold(anchor)
            self.table.viewport().update()

    def set_search(self, pattern: "re.Pattern[str] | None") -> None:
        """Light up what a pattern finds; None ends it."""
        self.showing.pattern, self.showing.hit = pattern, None
        self.table.viewport().update()

    def show_hit(self, index: int, part: str, start: int) -> None:
        """Go to one of the places that the pattern of `set_search` finds in our document.

        Args:
            part: ``title``, or anything else for the text itself.
            start: where it begins in that text.
        """
        block = self.session.document.blocks[index]
        where = TITLE if part == TITLE else BODY
        words = text_of(block, where)[:start]
        self.showing.hit = (self.model.row_of(index), where, len(readable(words)))
        self.go_to(index)
        self.table.viewport().update()

    def _set_anew(self) -> None:
        anchor = self.table.heights.anchor()
        self.model.cells.setter = Typesetter(self.theme, self._metrics(), self.text)
        self.model.cells.forget()
        self.table.fit_metrics()
        self._dress()
        self.writing.dress()
        self.table.heights.measure_all()
        self.table.heights.hold(anchor)
        self.table.heights.measure_visible()
        self.table.viewport().update()

    def _dress(self) -> None:
        palette = self.table.palette()
        palette.setColor(palette.ColorRole.Base, self.theme["paper"])
        self.table.setPalette(palette)
        self._show_titles()

    def _show_titles(self) -> None:
        metrics = self.model.cells.setter.metrics
        total = sum(self._shares)
        shares = [share / total for share in self._shares]
        self.header.show_lanes(self.lanes, metrics, self.theme, shares)
        self._align_header()

    def _metrics(self) -> Metrics:
        font = QFont(self.font())
        if 0 < font.pointSizeF() < LEAST_POINTS:
            font.setPointSizeF(LEAST_POINTS)
        return Metrics(sized(font, self._zoom))

    # -- where one is --------------------------------------------------------------------

    def current_index(self) -> int | None:
        """Return the index of the current block in our document, or None."""
        return self.model.index_of(self.showing.row)

    def current_uid(self) -> str:
        """Return the identity of the current clause, ours or of another lane, or ''."""
        row = self.current_row()
        return row.uid if row else ""

    def current_row(self) -> Row | None:
        """Return the current row, or None."""
        number = self.table.currentIndex().row()
        return self.row(number) if number >= 0 else None

    def row(self, number: int) -> Row:
        """Return what is known of a row."""
        uid = ""
        for lane in range(len(self.lanes)):
            block = self.model.block(number, lane)
            if isinstance(block, Clause | Tombstone):
                uid = block.uid
                break
        return Row(number, self.model.index_of(number), uid, self.showing.lane)

    def go_to(self, index: int) -> bool:
        """Make a block of our document current; returns whether it is on screen."""
        return self.go_to_row(self.model.row_of(index))

    def go_to_uid(self, uid: str) -> bool:
        """Make a clause current, in our document or in a lane beside it."""
        return self.go_to_row(self._row_of_uid(uid))

    def go_to_row(self, number: int, lane: int = 0) -> bool:
        """Make a row current and bring it into sight."""
        if number == NO_ROW:
            return False
        if number != self.table.currentIndex().row():  # none is, once lanes were set
            self.table.setCurrentIndex(self.model.index(number, lane))
        self.table.show_row(number)
        return True

    def _row_of_uid(self, uid: str) -> int:
        index = self.session.document.positions.get(uid)
        if index is not None:
            return self.model.row_of(index)
        for lane, other in enumerate(self.model.cells.others, 1):
            there = other.document.positions.get(uid)
            if there is None:
                continue
            for number, places in enumerate(self.model.rows):
                if places[lane] == there:
                    return number
        return NO_ROW

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self.writing.row not in (-1, current.row()):
            self.writing.close()
        moved = current.row() != self.showing.row
        self.showing.row, self.showing.lane = current.row(), max(current.column(), 0)
        if moved:
            self._point_at_first_change()
            self.current_changed.emit(self.current_index())

    def _point_at_first_change(self) -> None:
        self.showing.slot = None
        self.showing.change = None
        cells = self.model.cells
        if self.showing.row >= 0 and cells.marks and not cells.origin:
            found = cells.differences(self.model.places(self.showing.row), 0)
            if found.changes:
                self.showing.change = Spot(self.showing.row, self.showing.lane, 0)

    # -- following the session -------------------------------------------------------------

    def _follow(self, changed: Changed) -> None:
        """Show what a transaction changed."""
        self.pointing.pick(None)
        if not changed.changes:
            return
        if changed.origin is self.writing and not changed.structure:
            self._behind.update(self._touched(changed))
            if not self._later.isActive():
                self._later.start()
            self.writing.follow(own=True)
            return
        self._catch_up()
        if changed.structure and self.model.cells.has_offers:
            self._leave_offers(changed.focus)
            return
        heights = self.table.heights
        anchor = heights.anchor()
        blocks = self._touched(changed)
        row = self.showing.row
        self.model.follow(changed.changes, structure=changed.structure, blocks=blocks)
        if changed.structure:
            self.pointing.forget()
            self.showing.row = self.table.currentIndex().row()
            heights.hold(anchor)
        heights.measure_again([self.model.row_of(index) for index in blocks])
        self.writing.follow(own=False)
        if changed.structure:
            self._stand_anew(row)
        elif self.showing.change is not None:
            self._keep_change()
        if changed.structure:
            self.table.viewport().update()

    def _catch_up(self) -> None:
        """Show in all lanes what was typed a moment ago: signs, marks, the words beside it."""
        self._later.stop()
        blocks, self._behind = sorted(self._behind), set()
        if blocks:
            begun = monotonic()
            self.model.follow((), structure=False, blocks=blocks)
            self.writing.mark()
            self._keep_change()
            # a very long text takes its time: let typing go first
            self._later.setInterval(max(LATER, round((monotonic() - begun) * 10_000)))

    def _stand_anew(self, row: int) -> None:
        """Tell others what the current row is, after rows came and went."""
        self.showing.row = self.table.currentIndex().row()
        if self.showing.row != row:
            self._point_at_first_change()
        self.current_changed.emit(self.current_index())

    def _keep_change(self) -> None:
        spot = self.showing.change
        if spot is None or not 0 <= spot.row < self.model.rowCount():
            self.showing.change = None
            return
        found = self.model.cells.differences(self.model.places(spot.row), 0)
        last = len(found.changes) - 1
        self.showing.change = (
            Spot(spot.row, spot.lane, min(spot.change, last)) if last >= 0 else None
        )

    def _touched(self, changed: Changed) -> list[int]:
        """Return the indexes of blocks of ours whose text a transaction changed."""
        document = self.session.document
        found = {
            change.index + offset
            for change in changed.changes
            if isinstance(change, ReplaceBlocks)
            for offset in range(len(change.after))
        }
        if changed.structure:
            found |= {document.positions[uid] for uid in changed.uids if uid in document.positions}
        return sorted(index for index in found if index < len(document.blocks))
