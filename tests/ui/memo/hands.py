"""What a person does in the window of the register, told by the names that stand on the screen."""

from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from coauthor.ui.memo.desk import MemoDesk
from coauthor.ui.memo.window import RegisterWindow
from coauthor.ui.workbench import Workbench

Found = TypeVar("Found", bound=QWidget)


class HasBench(Protocol):
    @property
    def bench(self) -> Workbench: ...


class MemoHands:
    """Words for the register; for a puppet."""

    def _desk(self: HasBench) -> MemoDesk:
        desk = self.bench.controller._memo
        assert desk is not None, "the register is not open"
        return desk

    def _here(self: Any) -> QWidget:
        return QApplication.activeModalWidget() or self._desk().window_

    def _named(self: Any, kind: type[Found], name: str) -> Found:
        for each in self._here().findChildren(kind):
            said = each.text() if isinstance(each, QAbstractButton) else each.accessibleName()
            if each.isVisible() and said.replace("&", "") == name:
                return each
        raise LookupError(name)

    def do_memo_act(self: Any, action: str) -> bool:
        QTimer.singleShot(0, self.bench.actions_by_name[action].trigger)
        return True

    def do_memo_click(self: Any, name: str) -> bool:
        """Click a button; False while it is not to be clicked."""
        try:
            button = self._named(QAbstractButton, name)
        except LookupError:
            return False
        if not button.isEnabled():
            return False
        QTimer.singleShot(0, button.click)  # which may open a dialog
        return True

    def do_memo_fill(self: Any, name: str, words: str) -> bool:
        for kind in (QLineEdit, QPlainTextEdit):
            try:
                field = self._named(kind, name)
            except LookupError:
                continue
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(words)
                self._desk().window_.detail.refresh()
            else:
                field.setText(words)
            return True
        raise LookupError(name)

    def do_memo_reads(self: Any, name: str) -> str:
        """Return what stands in a field, a list or a choice."""
        for kind in (QPlainTextEdit, QTextBrowser, QLineEdit, QComboBox, QListWidget):
            try:
                field = self._named(kind, name)
            except LookupError:
                continue
            if isinstance(field, QPlainTextEdit | QTextBrowser):
                return field.toPlainText()
            if isinstance(field, QListWidget):
                return "\n".join(field.item(i).text() for i in range(field.count()))
            return field.currentText() if isinstance(field, QComboBox) else field.text()
        return ""

    def do_memo_rows(self: Any) -> list[list[str]]:
        proxy = self._desk().window_.proxy
        return [
            [proxy.index(row, column).data() for column in range(proxy.columnCount())]
            for row in range(proxy.rowCount())
        ]

    def do_memo_row(self: Any, number: int) -> str:
        window: RegisterWindow = self._desk().window_
        window.go_to(number)
        return window.detail.title.text()

    def do_memo_ready(self: Any) -> bool:
        """Tell whether nothing is under way in the register."""
        desk = self.bench.controller._memo
        return desk is not None and not desk.jobs._running

    def do_memo_told(self: Any) -> str:
        return self._desk().window_.said.text()

    def do_memo_labels(self: Any) -> list[str]:
        return [each.text() for each in self._here().findChildren(QLabel) if each.isVisible()]

    def do_memo_files(self: Any, paths: list[str]) -> bool:
        """Choose files, as in the dialog of the system."""
        QTimer.singleShot(0, lambda: self._desk().import_files([Path(each) for each in paths]))
        return True

    def do_memo_save_as(self: Any, path: str) -> bool:
        self._desk().export_to(Path(path))
        return True

    def do_memo_shot(self: Any, path: str) -> bool:
        return bool(self._here().grab().save(path))

    def do_memo_dialog(self: Any) -> str:
        dialog = QApplication.activeModalWidget()
        return type(dialog).__name__ if dialog is not None else ""

    def do_memo_pairs(self: Any) -> int:
        """Return how many pairs the dialog of doubles has left; -1 while it is busy."""
        asking = self._desk()._asking
        return len(asking._pairs) if self.do_memo_ready() else -1

    def do_memo_close(self: Any) -> bool:
        QTimer.singleShot(0, lambda: self._desk().window_.done(0))
        return True
