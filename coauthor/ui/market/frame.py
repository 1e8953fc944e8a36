"""The vendor desk as it looks: how far one is, the list, the clause, and its answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.review.market.responses import Progress
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.ui.market.filters import SheetFilters
from coauthor.ui.market.list import SheetList
from coauthor.ui.market.panel import AnswerPanel
from coauthor.ui.market.rows import SheetModel
from coauthor.ui.market.still import StillBrowser


class DeskFrame(QDialog):
    """The controls of the desk, and telling what happens."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = SheetModel(text, self)
        self.filters = SheetFilters(text)
        self.list = SheetList(self.model, self)
        self.clause = StillBrowser()
        self.panel = AnswerPanel(text)
        self._lay_out()
        fit(self, 1320, 820)
        self.setMinimumSize(980, 600)

    def _lay_out(self) -> None:
        self.title = heading("", 2)
        self.seen_by = note("")
        self.progress = QProgressBar()
        self.progress.setObjectName("answers")
        self.progress.setMinimumHeight(26)
        self.reuse_all = button("")
        self.reuse_all.setAutoDefault(False)
        self.reuse_all.hide()
        top = QHBoxLayout()
        top.addWidget(self.progress, 1)
        top.addWidget(self.reuse_all)
        describe(self.list, self.text("answer-list"), self.text("answer-keys"))
        self.list.setToolTip("")  # each row has one of its own
        describe(self.clause, self.text("answer-clause"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.clause, 1)
        column.addWidget(self.panel)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([700, 600])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        for widget in (self.title, self.seen_by):
            whole.addWidget(widget)
        whole.addLayout(top)
        whole.addWidget(self.filters)
        whole.addWidget(split, 1)
        whole.addLayout(self._foot())
        whole.addWidget(note(self.text("answer-keys")))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.status = QLabel()
        self.status.setWordWrap(True)
        describe(self.status, self.text("answer-status"))
        self.stop = button(self.text("dialog-cancel"))
        self.stop.setAutoDefault(False)
        self.stop.hide()
        row.addWidget(self.status, 1)
        row.addWidget(self.stop)
        return row

    def show_progress(self, whole: Progress, reusable: int) -> None:
        """Show how far one is in a bar and in words, and how much can be used again."""
        self.progress.setRange(0, max(whole.total, 1))
        self.progress.setValue(whole.answered)
        said = self.text(
            "answer-progress",
            answered=whole.answered,
            total=whole.total,
            left=whole.to_answer,
            stale=whole.stale,
        )
        self.progress.setFormat(said.replace("%", "%%"))
        describe(self.progress, said)
        self.reuse_all.setText(self.text("answer-reuse-all-button", count=reusable))
        describe(self.reuse_all, self.reuse_all.text())
        self.reuse_all.setVisible(reusable > 0)

    def show_busy(self, count: int) -> None:
        """Show how much of a series is written; -1 when it is over."""
        self.stop.setVisible(count >= 0)
        if count >= 0:
            self.say(self.text("answer-many-busy", count=count))

    def say(self, message: str) -> None:
        """Tell what was done, below the list."""
        self.status.setText(message)

    def say_error(self, error: CoauthorError) -> None:
        """Tell what went wrong, below the list."""
        self.say("⚠ " + self.text(f"error-{error.code}", **error.parameters))
