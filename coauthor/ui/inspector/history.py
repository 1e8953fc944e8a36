"""The page of what the clause said in earlier versions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from coauthor.document.rendering import printable
from coauthor.history.repository import Version
from coauthor.history.timeline import ClauseVersion
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, heading, note


class HistoryPage(QWidget):
    """What the clause said in earlier versions, and the way back.

    Signals:
        restore_wanted(str, object): put the text of the clause in this version back.
    """

    restore_wanted = Signal(str, object)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self._versions: list[ClauseVersion] = []
        self.uid = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        self.state = note("")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        describe(self.list, text("history-list"))
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        describe(self.body, text("history-text"))
        self.restore = button(text("history-restore"))
        self.restore.setEnabled(False)
        layout.addWidget(heading(text("history-title"), 4))
        layout.addWidget(self.state)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.body, 3)
        layout.addWidget(self.restore)
        self.list.currentRowChanged.connect(self._show_text)
        self.restore.clicked.connect(self._restore)

    def show_waiting(self, uid: str) -> None:
        """Say that the history is being looked up, or that there is none."""
        self.uid = uid
        self._versions = []
        self.list.clear()
        self.body.clear()
        self.restore.setEnabled(False)
        self.state.setText(self._text("history-waiting" if uid else "history-none"))

    def show_versions(self, uid: str, versions: list[ClauseVersion]) -> None:
        """Show the versions of a clause, unless another was asked for since."""
        if uid != self.uid:
            return
        self._versions = versions
        self.list.clear()
        self.state.setText(self._text("history-count", count=len(versions)))
        for each in versions:
            when = f"{each.version.when:%d-%m-%Y %H:%M}"
            who = " · ".join(filter(None, (each.version.author, each.version.organisation)))
            line = f"{when} · {who}\n{each.version.message}"
            if said := suggested_by(each.version, self._text, self.uid):
                line += f"\n{said}"
            self.list.addItem(QListWidgetItem(printable(line)))
        if versions:
            self.list.setCurrentRow(0)

    def _show_text(self, row: int) -> None:
        clause = self._versions[row].clause if 0 <= row < len(self._versions) else None
        shown = f"{clause.title}\n\n{clause.body}".strip() if clause else self._text("history-left")
        self.body.setPlainText(printable(shown))
        self.restore.setEnabled(clause is not None)

    def _restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions) and self._versions[row].clause is not None:
            self.restore_wanted.emit(self.uid, self._versions[row])


def suggested_by(version: Version, text: Catalogue, uid: str = "") -> str:
    """Return whose suggestions a version carries, or ''.

    Args:
        uid: only those for this clause; '' for all.
    """
    names = dict.fromkeys(
        each.organisation for each in version.credits if not uid or each.clause in ("", uid)
    )
    return text("history-suggested", organisations=", ".join(names)) if names else ""
