"""A program that opens the real window and types numbered words until it is killed.

    python -m tests.ui.typist WORKSPACE

Prints ``ready``, then the number of each word once it stands in the text.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from coauthor.document.model import Clause
from coauthor.ui.app import Coauthor
from coauthor.ui.workbench import Workbench

PACE = 4
"""Milliseconds between two keys: faster than anybody types."""


class Typist:
    """Opens a workspace and types in its first free clause."""

    def __init__(self, program: Coauthor) -> None:
        self._program = program
        self._number = 0
        self._letters: list[str] = []
        self._timer = QTimer(interval=PACE)
        self._timer.timeout.connect(self._type)
        self._looking = QTimer(interval=5)
        self._looking.timeout.connect(self._begin)
        self._looking.start()

    def _begin(self) -> None:
        bench = self._program.window
        if not isinstance(bench, Workbench):
            return
        self._looking.stop()
        session = bench.session
        index = next(
            place
            for place, block in enumerate(session.document.blocks)
            if isinstance(block, Clause) and not session.lock_reason(place)
        )
        bench.activateWindow()
        bench.lanes.go_to(index)
        bench.lanes.edit_current()
        self._timer.start()
        print("ready", flush=True)

    def _type(self) -> None:
        if not self._letters:
            if self._number:
                print(self._number, flush=True)
            self._number += 1
            self._letters = list(f"w{self._number:05d} ")
        target = QApplication.focusWidget()
        if target is None:
            return
        event = QKeyEvent(
            QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, self._letters.pop(0)
        )
        QApplication.sendEvent(target, event)


def main() -> None:
    """Open and type."""
    application = QApplication(sys.argv[:1])
    program = Coauthor(application, "nl")
    typist = Typist(program)
    program.open(Path(sys.argv[1]))
    application.exec()
    del typist


if __name__ == "__main__":
    main()
