"""The list of threads: a model over what is wanted, and how a row of it is drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coauthor.document.model import Document
from coauthor.language import Catalogue
from coauthor.review.discussion.threads import Listener, Thread
from coauthor.ui.discussion.rendering import excerpt, moment_of, one_line, who_of
from coauthor.ui.lanes.metrics import sized
from coauthor.ui.lanes.signs import stamp_sign
from coauthor.ui.lanes.talk import talk_shape
from coauthor.ui.theme import current_theme

Index = QModelIndex | QPersistentModelIndex
THREAD = Qt.ItemDataRole.UserRole


class ThreadsModel(QAbstractListModel):
    """Threads, in the order of the text or of time; what a row says is made when it is seen."""

    def __init__(self, text: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._threads: list[Thread] = []
        self._document: Document | None = None
        self._named = False
        self.listener = Listener()

    @property
    def threads(self) -> Sequence[Thread]:
        """The threads shown."""
        return self._threads

    def show_threads(
        self, threads: list[Thread], listener: Listener, document: Document, *, named: bool
    ) -> None:
        """Show threads.

        Args:
            named: say of each which clause it is about.
        """
        same = [each.id for each in threads] == [each.id for each in self._threads]
        self._document, self._named, self.listener = document, named, listener
        if same:
            self._threads = threads
            if threads:
                self.dataChanged.emit(self.index(0), self.index(len(threads) - 1))
            return
        self.beginResetModel()
        self._threads = threads
        self.endResetModel()

    def row_of(self, thread_id: str) -> int:
        """Return the row of a thread, or -1."""
        return next((n for n, each in enumerate(self._threads) if each.id == thread_id), -1)

    def name_of(self, thread: Thread) -> str:
        """Return the code of the clause a thread is about, or what else it is about."""
        uid = thread.first.clause
        if not uid:
            return self._text("discussion-whole")
        clause = self._document.clause(uid) if self._document is not None else None
        if clause is None:
            return self._text("discussion-clause-gone")
        return one_line(clause.code or clause.title) or uid

    def head(self, thread: Thread) -> str:
        """Return who began a thread, and about what."""
        who = who_of(thread.first)
        return f"{self.name_of(thread)} · {who}" if self._named else who

    def state(self, thread: Thread) -> str:
        """Return in words how a thread stands."""
        parts = [self._text(f"thread-{'open' if thread.is_open else 'resolved'}")]
        if thread.replies:
            parts.append(self._text("thread-replies", count=len(thread.replies)))
        if unread := len(self.listener.unread(thread)):
            parts.append(self._text("thread-unread", count=unread))
        return " · ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._threads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._threads):
            return None
        thread = self._threads[index.row()]
        if role == THREAD:
            return thread
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            kind = self._text(f"said-{thread.first.kind}")
            return (
                f"{self.head(thread)} {kind}, {moment_of(thread.first)}: "
                f"{excerpt(thread.first.body)} ({self.state(thread)})"
            )
        return None


class ThreadPainter(QStyledItemDelegate):
    """Draws a thread in three lines: who and when, the first words, how it stands."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        thread = index.data(THREAD)
        if not isinstance(model, ThreadsModel) or not isinstance(thread, Thread):
            return
        theme = current_theme()
        area = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme["chosen"])
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme["accent"])
        font, small = QFont(option.font), sized(option.font, 0.9)
        strong = QFont(font)
        unread = bool(model.listener.unread(thread))
        strong.setWeight(QFont.Weight.Bold if unread else QFont.Weight.DemiBold)
        height = QFontMetricsF(font).height()
        sign = height * 0.95
        box = QRectF(area.left() + 8, area.top() + 7, sign, sign)
        if thread.is_open:
            shape = talk_shape(1 + len(thread.replies), unread=unread)
            stamp_sign(painter, shape, box, theme["talk" if unread else "soft"])
        else:
            painter.setPen(theme["soft"])
            painter.setFont(strong)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")
        left = box.right() + 8
        room = QRectF(left, area.top() + 6, area.right() - 8 - left, height)
        when = moment_of(thread.first)[:10]
        painter.setPen(theme["soft"])
        painter.setFont(small)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
        width = QFontMetricsF(small).horizontalAdvance(when) + 8
        painter.setPen(theme["ink"])
        _line(painter, room.adjusted(0, 0, -width, 0), strong, model.head(thread))
        room.translate(0, height * 1.1)
        _line(painter, room, font, excerpt(thread.first.body))
        room.translate(0, height * 1.1)
        painter.setPen(theme["talk" if unread else "soft"])
        _line(painter, room, small, model.state(thread))
        painter.setPen(theme["line"])
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        height = QFontMetricsF(option.font).height()
        return QSize(option.rect.width(), round(height * 3.2 + 14))


def _line(painter: QPainter, room: QRectF, font: QFont, words: str) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
