"""Doing things as a person would: keys, words, menus, and looking at what is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coauthor.ui.app import Coauthor
from coauthor.ui.workbench import Workbench
from coauthor.workspace.person import ask_no_more


class Person:
    """Somebody at the keyboard of the running program."""

    def __init__(self, qtbot: QtBot, language: str = "nl", *, is_new: bool = False) -> None:
        if not is_new:
            ask_no_more()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyle("Fusion")
        self.qtbot = qtbot
        self.program = Coauthor(application, language)

    @property
    def bench(self) -> Workbench:
        """The workbench that is open."""
        window = self.program.window
        assert isinstance(window, Workbench), type(window).__name__
        return window

    def opens(self, path: Path, document: str = "") -> Workbench:
        """Open a workspace and wait until it can be used."""
        before = self.program.window
        self.program.open(path, document)
        self.qtbot.waitUntil(
            lambda: (
                isinstance(self.program.window, Workbench) and self.program.window is not before
            ),
            timeout=20_000,
        )
        self.bench.resize(1400, 860)  # as on an ordinary screen; that of the tests is small
        self.comes_forward()
        return self.bench

    def comes_forward(self) -> None:
        """Bring the window to the front, as a person does before typing."""
        self.bench.activateWindow()
        self.bench.raise_()
        self.qtbot.waitUntil(self.bench.isActiveWindow, timeout=10_000)
        self.bench.lanes.setFocus()

    def does(self, action: str) -> None:
        """Choose an action from the menus; it must be there and allowed."""
        chosen = self.bench.actions_by_name[action]
        assert chosen.isEnabled(), action
        chosen.trigger()
        QApplication.processEvents()

    def types(self, words: str) -> None:
        """Type words where the focus is, letters that no key has included."""
        for letter in words:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    def presses(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key where the focus is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)

    def answers(self, fill_in: Callable[[QDialog], None], then: Callable[[], None]) -> None:
        """Do something that asks, and answer the dialog that appears.

        ``fill_in`` gets the dialog; it is accepted afterwards.
        """
        seen: list[QDialog] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(20, answer)
                return
            seen.append(dialog)
            fill_in(dialog)
            dialog.accept()

        QTimer.singleShot(20, answer)
        then()
        self.qtbot.waitUntil(lambda: bool(seen), timeout=10_000)

    def saved(self) -> bytes:
        """Wait until the text is on disk, and return the file."""
        self.qtbot.waitUntil(
            lambda: self.bench.keeper is not None and not self.bench.keeper.has_unsaved,
            timeout=15_000,
        )
        return Path(str(self.bench.file)).read_bytes()

    def leaves(self) -> None:
        """Close the window."""
        if self.program.window is not None:
            assert self.program.window.close()
            self.program.window.deleteLater()
            self.program.window = None
        self.program.jobs.wait()
        QApplication.processEvents()


def nameless(window: QWidget) -> list[str]:
    """Return the controls that take the focus and have no name for a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        inner = widget.objectName().startswith("qt_") or widget.parent() is None
        labelled = isinstance(widget, QAbstractButton | QLabel) and widget.text()
        named = widget.accessibleName() or labelled
        if takes_focus and not inner and not named:
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found
