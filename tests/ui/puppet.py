"""The real window in a process of its own, moved by keys that another process sends.

    python -m tests.ui.puppet NAME [WORKSPACE]

Reads one JSON list a line from standard input, a word and its arguments, and answers
with one JSON value a line:

    ["press", "Ctrl+S"]  ["type", "words"]  ["go", UID]  ["shot", PATH]  ["said"]  ["text"]
    ["status"]  ["asked"]  ["question"]  ["focus"]  ["ready"]  ["lanes"]  ["window"]
    ["cards"]  ["history"]  ["shown"]  ["leave"]
    ["accepts"]  ["front", KIND]  ["desk"]  ["coverage"]  ["market"]
    ["positions"]  ["choose", ACTION]
    ["lock"]  ["read"]
"""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from coauthor.ui.app import Coauthor
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.voting.window import PositionsWindow
from coauthor.ui.workbench import Workbench
from coauthor.workspace.person import Person, read_person, write_person
from tests.ui.market.hands import MarketHands
from tests.ui.memo.hands import MemoHands


class Ear(QObject):
    """Carries each line of standard input to the window's thread."""

    heard = Signal(object)

    def listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(json.loads(line))
        self.heard.emit(["leave"])


class Puppet(MemoHands, MarketHands, QObject):
    """Does in the running program what it is told."""

    def __init__(self, program: Coauthor) -> None:
        super().__init__()
        self.program = program
        self._activating = False
        self._waiting: list[list[Any]] = []

    @property
    def bench(self) -> Workbench:
        window = self.program.window
        assert isinstance(window, Workbench), type(window).__name__
        return window

    def does(self, message: list[Any]) -> None:
        if self._activating:  # what is told now comes after the key that waits
            self._waiting.append(message)
            return
        word, *arguments = message
        if word == "press":  # which may open a dialog, and that is answered by later keys
            print("true", flush=True)
            self._comes_forward()
            QTimer.singleShot(0, self._goes_on)  # also while a dialog is open
            self.do_press(*arguments)
            return
        try:
            answer = getattr(self, f"do_{word}")(*arguments)
        except Exception as error:  # noqa: BLE001 – told to whoever pulls the strings
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)

    def _goes_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.does(message)

    # -- hands -------------------------------------------------------------

    def _comes_forward(self) -> None:
        """Bring the window to the front, as a person does before pressing a key."""
        window = self._window()
        if not window.isActiveWindow():
            self._activating = True
            window.activateWindow()
            QTest.qWaitForWindowActive(window, 5000)
            self._activating = False

    def do_press(self, keys: str) -> None:
        """Press a key where the focus is; a key of the menus as the menus have it."""
        combination = QKeySequence(keys)[0]
        window = self._window()
        target = QApplication.focusWidget() or window.focusWidget() or window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def do_choose(self, action: str) -> None:
        """Choose an action from the menus; what it asks is answered by later keys."""
        chosen = self.bench.actions_by_name[action]
        assert chosen.isEnabled(), action
        QTimer.singleShot(0, chosen.trigger)

    def do_type(self, words: str) -> None:
        for letter in words:
            target = QApplication.focusWidget() or self._window().focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    def do_go(self, uid: str) -> bool:
        return self.bench.lanes.go_to_uid(uid)

    def do_size(self, width: int, height: int) -> None:
        self._window().resize(width, height)

    def do_leave(self) -> bool:
        window = self.program.window
        closed = window is None or window.close()
        if closed:
            QApplication.quit()
        return closed

    # -- eyes --------------------------------------------------------------

    def _window(self) -> QWidget:
        window = QApplication.activeModalWidget() or self._beside() or self.program.window
        assert window is not None
        return window

    def do_window(self) -> str:
        if self.program.window is None:
            return type(None).__name__
        return type(self._window()).__name__

    def do_ready(self) -> bool:
        """Tell whether keys reach the window; else bring it to the front."""
        window = self._window()
        if window.isActiveWindow() and QApplication.focusWidget() is not None:
            return True
        window.activateWindow()
        return False

    def do_wrong(self) -> str:
        dialog = QApplication.activeModalWidget()
        return dialog.wrong.text() if isinstance(dialog, FormDialog) else ""

    def do_lock(self) -> str:
        """Tell what the inspector says of the lock of the clause that has the focus."""
        return self.bench.inspector.clause.lock.text()

    def do_read(self) -> str:
        """Tell all that stands in the window in front: labels, lists, pages and fields."""
        window = self._window()
        found = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
        for listed in window.findChildren(QListWidget):
            found += [listed.item(row).text() for row in range(listed.count())]
        found += [each.toPlainText() for each in window.findChildren(QTextBrowser)]
        found += [each.toPlainText() for each in window.findChildren(QPlainTextEdit)]
        return "\n".join(found)

    def do_said(self) -> list[str]:
        return self.bench.banner.messages()

    def do_text(self) -> str:
        return self.bench.session.document.text

    def do_status(self) -> str:
        return self.bench.waiting.text()

    def do_saved(self) -> bool:
        keeper = self.bench.keeper
        return keeper is not None and not keeper.has_unsaved

    def do_asked(self) -> str:
        return self.bench.asked.text() if self.bench.asked.isVisible() else ""

    def do_question(self) -> dict[str, Any]:
        bar = self.bench.decisions
        question = bar.question
        return {
            "shown": bar.isVisible(),
            "count": bar.count.text(),
            "where": bar.where.text(),
            "why": bar.why.text(),
            "offers": [offer.name for offer in question.offers] if question else [],
            "chosen": bar.chosen.name if bar.chosen else "",
            "preview": bar.preview.toPlainText(),
        }

    def do_lanes(self) -> list[str]:
        return [lane.title for lane in self.bench.lanes.lanes]

    def do_focus(self) -> str:
        widget = QApplication.focusWidget()
        return f"{type(widget).__name__}: {widget.accessibleName()}" if widget else ""

    def do_cards(self) -> list[str]:
        """Turn to the conversation and tell what is suggested for the clause."""
        page = self.bench.inspector.discussion
        self.bench.inspector.show_page(page)
        page.show_now()
        cards = self.bench.controller.section.cards
        return [card.accessibleName() for card in cards]

    def do_history(self) -> list[str]:
        """Turn to the history of the clause and tell its lines."""
        page = self.bench.inspector.history
        self.bench.inspector.show_page(page)
        return [page.list.item(row).text() for row in range(page.list.count())]

    def do_shown(self) -> str:
        """Tell what a screen reader says of the current row."""
        model, row = self.bench.lanes.model, self.bench.lanes.showing.row
        said = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        return str(said)

    def do_busy(self) -> bool:
        return self.bench.controller._task is not None

    def do_positions(self) -> dict[str, Any]:
        """Tell what stands in the table of positions."""
        window = QApplication.activeModalWidget()
        assert isinstance(window, PositionsWindow)
        names = ("title", "state", "own", "agree", "live", "object", "candidate")
        shares = window.shares.organisations
        rows = [
            {name: row.data() for name, row in zip(names, cells, strict=True)}
            for cells in (
                [window.model.index(place, column) for column in range(len(names))]
                for place in range(window.model.rowCount())
            )
        ]
        return {
            "meter": window.meter.words,
            "rows": rows,
            "detail": window.detail.toPlainText(),
            "shares": shares.rowCount(),
            "warnings": window.shares.warnings.text(),
        }

    def do_shot(self, path: str) -> bool:
        return self._window().grab().save(path)


def main() -> None:
    """Open the window and do as told."""
    name, *workspace = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    write_person(Person(name, read_person().organisation))
    program = Coauthor(application, "nl")
    puppet, ear = Puppet(program), Ear()
    ear.heard.connect(puppet.does)
    if workspace:
        program.open(Path(workspace[0]))
    else:
        program.show_start()
    listener: Callable[[], None] = ear.listen
    threading.Thread(target=listener, daemon=True).start()
    application.exec()


if __name__ == "__main__":
    main()
