"""The clauses that a vendor is asked, as a table that can be narrowed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coauthor.document.rendering import harmless, to_plain
from coauthor.exchange.answers import SHAPES, verdict_words
from coauthor.language import Catalogue
from coauthor.review.market.responses import Progress, Response
from coauthor.workspace.market.asked import Asked

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("answer-column-state", "coverage-code", "coverage-title", "coverage-marks")
_IN_STATE: Mapping[str, Callable[[Asked], bool]] = {
    "open": lambda each: each.is_open,
    "stale": lambda each: each.is_stale,
    "offered": lambda each: each.is_open and each.offer is not None,
    "answered": lambda each: not each.is_open,
    "all": lambda _: True,
}
STATES = tuple(_IN_STATE)
"""What the list can be narrowed to; `Wanted.state`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which clauses to show; what is '' or False does not narrow."""

    state: str = "open"
    theme: str | None = None
    knock_out: bool = False
    locked: bool = False
    words: str = ""

    def fits(self, asked: Asked) -> bool:
        """Tell whether a clause is wanted."""
        clause = asked.clause
        return (
            _IN_STATE[self.state](asked)
            and (self.theme is None or clause.theme == self.theme)
            and (asked.knock_out or not self.knock_out)
            and (asked.locked or not self.locked)
            and (
                not self.words
                or self.words in f"{clause.code} {clause.title} {clause.body}".casefold()
            )
        )


class SheetModel(QAbstractTableModel):
    """A row a clause; what was answered stays in sight until the list is narrowed anew."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._asked: list[Asked] = []
        self._shown: list[int] = []
        self._places: dict[str, int] = {}

    # -- filling -----------------------------------------------------------

    def show_asked(self, asked: Sequence[Asked], wanted: Wanted) -> None:
        """Show other clauses."""
        self.beginResetModel()
        self._asked = list(asked)
        self._places = {each.clause.uid: place for place, each in enumerate(asked)}
        self._narrow(wanted)
        self.endResetModel()

    def narrow(self, wanted: Wanted) -> None:
        """Show only what is wanted."""
        self.beginResetModel()
        self._narrow(wanted)
        self.endResetModel()

    def _narrow(self, wanted: Wanted) -> None:
        self._shown = [place for place, each in enumerate(self._asked) if wanted.fits(each)]

    def put(self, uid: str, own: Response | None) -> None:
        """Show another answer of a clause."""
        self._change(uid, lambda asked: replace(asked, own=own))

    def put_asked(self, asked: Asked) -> None:
        """Show a clause anew."""
        self._change(asked.clause.uid, lambda _: asked)

    def _change(self, uid: str, made: Callable[[Asked], Asked]) -> None:
        place = self._places.get(uid)
        if place is None:
            return
        self._asked[place] = made(self._asked[place])
        row = self.row_of(uid)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    # -- asking ------------------------------------------------------------

    def asked(self, row: int) -> Asked | None:
        """Return the clause in a row, or None."""
        return self._asked[self._shown[row]] if 0 <= row < len(self._shown) else None

    def find(self, uid: str) -> Asked | None:
        """Return a clause, shown or not."""
        place = self._places.get(uid)
        return None if place is None else self._asked[place]

    def everything(self) -> tuple[Asked, ...]:
        """Return all clauses, shown or not."""
        return tuple(self._asked)

    def row_of(self, uid: str) -> int:
        """Return the row of a clause, or -1."""
        place = self._places.get(uid)
        return self._shown.index(place) if place in self._shown else -1

    def next_open(self, row: int) -> int:
        """Return the next row that waits for an answer, from the top again; or -1."""
        rows = [*range(row + 1, len(self._shown)), *range(min(row, len(self._shown)))]
        return next((each for each in rows if self._asked[self._shown[each]].is_open), -1)

    def progress(self) -> tuple[Progress, dict[str, Progress]]:
        """Return how far the vendor is, as a whole and by theme."""
        themes: dict[str, list[int]] = {}
        for asked in self._asked:
            counts = themes.setdefault(asked.clause.theme, [0, 0, 0])
            counts[0] += 1
            if asked.own is not None:
                counts[2 if asked.is_stale else 1] += 1
        whole = [sum(each) for each in zip(*themes.values(), strict=True)]
        return Progress(*whole), {theme: Progress(*each) for theme, each in themes.items()}

    # -- what Qt asks ------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._text(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        asked = self.asked(index.row())
        if asked is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(asked)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(each for each in self._cells(asked)[1:] if each) + (
                f": {state_words(asked, self._text)}"
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._cells(asked)[2]}\n{state_words(asked, self._text)}"
        return None

    def _cells(self, asked: Asked) -> tuple[str, ...]:
        clause = asked.clause
        return (
            state_words(asked, self._text),
            clause.code,
            harmless(to_plain(clause.title)) or " ".join(clause.body.split())[:80],
            marks_words(asked, self._text),
        )


def state_words(asked: Asked, text: Catalogue) -> str:
    """Return a shape and words for how far a clause is."""
    if asked.own is None:
        return (
            f"⟲ {text('answer-state-offered')}" if asked.offer else f"· {text('answer-state-open')}"
        )
    if asked.is_stale:
        return f"↺ {text('answer-state-stale')}"
    return f"{SHAPES[asked.own.answer.verdict]} {verdict_words(asked.own.answer, text)}"


def marks_words(asked: Asked, text: Catalogue) -> str:
    """Return what weighs on a clause: knock-out, locked."""
    marks = [text("answer-knock-out")] * asked.knock_out + [text("answer-locked")] * asked.locked
    return " · ".join(marks)
